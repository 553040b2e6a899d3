/** One proposal: what it says when it is read, and what is said when it is made. */
import type {CategoryCode, ChannelCode, PartyCode} from "../bank/codes.js";
import {Rule} from "./rules.js";

/** What a proposal says. */
export interface Proposal {
  /** Instant, in seconds since 1970-01-01 UTC. */
  at: number;
  account: number;
  /** The other side: an account, or `-1 - counterparty` for an outside party. */
  other: number;
  /** Cents: signed for the account if it crosses the border; what `account` pays `other` if it does not. */
  amount: number;
  /** How the amount is found (rules.ts). */
  rule: number;
  channel: ChannelCode;
  category: CategoryCode;
  /** The category of the other leg of an internal movement. */
  otherCategory: CategoryCode;
  /** The description: an entry of the pool of texts, and a number to follow it (0 for none). */
  text: number;
  number: number;
  /** What the rule needs, or the invoice that is paid; −1 for nothing. */
  link: number;
  /** The proposal that must have been posted first; −1 for none. */
  requires: number;
  /** Cents that must be available for this proposal to be posted, if more than its own amount. */
  reserve: number;
}

/** A proposal to be read into. */
export function blankProposal(): Proposal {
  return {
    at: 0,
    account: 0,
    other: 0,
    amount: 0,
    rule: Rule.fixed,
    channel: 0 as ChannelCode,
    category: 0 as CategoryCode,
    otherCategory: 0 as CategoryCode,
    text: 0,
    number: 0,
    link: 0,
    requires: 0,
    reserve: 0,
  };
}

/** A payment across the border of the bank, signed for the account. */
export interface BorderPayment {
  readonly at: number;
  readonly account: number;
  readonly party: PartyCode;
  readonly amountCents: number;
  readonly channel: ChannelCode;
  readonly category: CategoryCode;
  readonly text: number;
}

/** A payment from an account of the bank to another: a positive amount. */
export interface InsidePayment {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly amountCents: number;
  readonly channel: ChannelCode;
  readonly category: CategoryCode;
  readonly toCategory: CategoryCode;
  readonly text: number;
}
