/**
 * One proposal through the bank's ledger (`src/lib/ledger/ledger.ts`), the same that posted the simulated bank: its
 * rules decide, and what it would post comes back as legs to write.
 */

import type {CategoryName} from "../../../src/lib/bank/categories.js";
import {
  type CategoryCode,
  categoryCode,
  categoryNames,
  channelCode,
  type PartyCode,
} from "../../../src/lib/bank/codes.js";
import {formatDay, parseInstant, secondsPerDay} from "../../../src/lib/day.js";
import {Ledger} from "../../../src/lib/ledger/ledger.js";
import {outcomes, type Trade} from "../../../src/lib/ledger/posting.js";
import {Proposals} from "../../../src/lib/ledger/proposals.js";
import {Rule} from "../../../src/lib/ledger/rules.js";
import type {LockedAccount} from "./lockedAccounts.js";
import {PostingRefused} from "./posting.js";

/** The ledger's rules look at neither the channel nor the outside party: posting.ts writes both. */
const channel = channelCode("book");
const party = 0 as PartyCode;

export interface Leg {
  readonly accountId: string;
  readonly amountCents: number;
  readonly category: CategoryName;
  /** The other inside account; null where the leg crosses the border. */
  readonly counterAccountId: string | null;
}

export interface TransferProposal {
  readonly seconds: number;
  /** The first pays the second, or the border; an amount below zero comes in across the border. */
  readonly accounts: readonly LockedAccount[];
  readonly amountCents: number;
  readonly categories: readonly [CategoryName, CategoryName];
}

/** The legs of a payment. Throws `PostingRefused` with the ledger's reason. */
export function transferLegs({
  seconds,
  accounts,
  amountCents,
  categories,
}: TransferProposal): Leg[] {
  const proposals = new Proposals();
  const [category, otherCategory] = categories.map(categoryCode) as [CategoryCode, CategoryCode];
  if (accounts.length === 2) {
    proposals.inside({
      at: seconds,
      from: 0,
      to: 1,
      amountCents,
      channel,
      category,
      toCategory: otherCategory,
      text: 0,
    });
  } else
    proposals.border({
      at: seconds,
      account: 0,
      party,
      amountCents,
      channel,
      category,
      text: 0,
    });
  return run(accounts, proposals).legs;
}

export interface TradeProposal {
  readonly seconds: number;
  readonly account: LockedAccount;
  /** Millionths of a share held before. */
  readonly positionE6: number;
  readonly trade: Trade;
}

/** The cash leg of a trade and its gross amount in cents. Throws `PostingRefused` with the ledger's reason. */
export function tradeLeg({seconds, account, positionE6, trade}: TradeProposal): {
  leg: Leg;
  grossCents: number;
} {
  const proposals = new Proposals();
  const index = proposals.border({
    at: seconds,
    account: 0,
    party,
    amountCents: 0,
    channel,
    category: categoryCode("trade"),
    text: 0,
  });
  proposals.setRule(index, Rule.trade, 0);
  const {legs, grossCents} = run([account], proposals, {trade, positionE6});
  return {leg: legs[0]!, grossCents};
}

function run(
  accounts: readonly LockedAccount[],
  proposals: Proposals,
  held?: {readonly trade: Trade; readonly positionE6: number},
) {
  const legs: Leg[] = [];
  let gross = 0;
  const nothing = (): never => {
    throw new Error("the services post no dividends and no splits");
  };
  const ledger = new Ledger(
    accounts,
    {instrumentCount: 1, trade: () => held?.trade ?? nothing(), dividend: nothing, split: nothing},
    {
      leg({account, amountCents, category, other}) {
        legs.push({
          accountId: accounts[account]!.accountId,
          amountCents,
          category: categoryNames[category]!,
          counterAccountId: other < 0 ? null : accounts[other]!.accountId,
        });
      },
      trade(_id, _account, _at, _trade, grossCents) {
        gross = grossCents;
      },
    },
  );
  if (held) ledger.positions.quantityE6[0] = held.positionE6;
  const [outcome] = ledger.post(proposals, Uint32Array.of(0));
  if (outcome !== 0) throw new PostingRefused(outcomes[outcome!]!);
  return {legs, grossCents: gross};
}

/** Seconds since 1970 of `2025-05-01 13:45:10`. Throws `PostingRefused` on anything else. */
export function secondsOf(instant: string): number {
  try {
    return parseInstant(instant);
  } catch (error) {
    throw new PostingRefused((error as Error).message, {cause: error});
  }
}

/** The day of an instant. */
export function dayText(instant: string): string {
  return formatDay(Math.floor(secondsOf(instant) / secondsPerDay));
}
