import type {RowDataPacket} from "mysql2/promise";
import type {Connection} from "../../../loaders/mariadb/connect.js";
import {type CategoryName, categories} from "../../../src/lib/bank/categories.js";
import {categoryCode, channelCode, type PartyCode} from "../../../src/lib/bank/codes.js";
import {Ledger} from "../../../src/lib/ledger/ledger.js";
import {Outcome, outcomes} from "../../../src/lib/ledger/posting.js";
import {Proposals} from "../../../src/lib/ledger/proposals.js";
import {parseEur} from "../../../src/lib/money.js";
import {secondsOf} from "./ledgerRun.js";
import {type LockedAccount, lockAccounts} from "./lockedAccounts.js";
import type {KnownMovements} from "./movements.js";
import {PostingRefused} from "./posting.js";

/** A transaction of a batch, as its file has it; empty texts for what is not there. */
export interface PostedLeg {
  readonly id: number;
  readonly account: string;
  /** `2026-11-01 07:12:44` */
  readonly at: string;
  readonly amountEur: string;
  readonly category: string;
  readonly party: string;
  readonly counterAccount: string;
  readonly transferId: number | undefined;
}

/** What the ledger looks at is the same for all channels and outside parties. */
const channel = channelCode("book");
const party = 0 as PartyCode;

/**
 * Puts the legs through the ledger, on their accounts, which are locked, and gives these back by id. `ofTrades` are the ids
 * of cash legs of trades. Throws `PostingRefused` at the first that would break a rule.
 */
export async function checkLegs(
  connection: Connection,
  legs: readonly PostedLeg[],
  {ofTrades, known}: {ofTrades: ReadonlySet<number>; known: KnownMovements},
): Promise<ReadonlyMap<string, LockedAccount>> {
  if (legs.length === 0) return new Map();
  const firsts = new Map<string, string>();
  for (const {account, at} of legs) if (!firsts.has(account)) firsts.set(account, at);
  const ids = [...firsts.keys()].sort();
  const accounts = await lockAccounts(
    connection,
    ids,
    (id) => firsts.get(id)!,
    known.of.bind(known),
  );
  const places = new Map(ids.map((id, place) => [id, place]));
  const employers = await employersAmong(connection, legs);
  const {proposals, ledIds} = proposalsOf(legs, places);
  for (const leg of legs)
    checkPurpose(leg, accounts[places.get(leg.account)!]!, {employers, ofTrades});
  const ledger = new Ledger(accounts, nothing, {leg() {}, trade() {}});
  const order = Uint32Array.from(ledIds, (_, place) => place);
  const results = ledger.post(proposals, order);
  const refused = results.findIndex((outcome) => outcome !== Outcome.posted);
  if (refused === -1) return new Map(ids.map((id, place) => [id, accounts[place]!]));
  const leg = legs.find(({id}) => id === ledIds[refused])!;
  throw new PostingRefused(
    `transaction ${leg.id} of ${leg.amountEur} EUR on ${leg.account}: ${outcomes[results[refused]!]}`,
  );
}

/** The ledger is asked for payments alone. */
const never = (): never => {
  throw new Error("no trade, dividend or split is proposed");
};
const nothing = {instrumentCount: 0, trade: never, dividend: never, split: never};

/** The payments that the legs make up, and the id of the first leg of each. */
function proposalsOf(legs: readonly PostedLeg[], places: ReadonlyMap<string, number>) {
  const proposals = new Proposals();
  const ledIds: number[] = [];
  let before = 0;
  for (let i = 0; i < legs.length; i++) {
    const leg = legs[i]!;
    const at = secondsOf(leg.at);
    if (at < before)
      throw new PostingRefused(`transaction ${leg.id} is earlier than the one before it`);
    before = at;
    const cents = parseEur(leg.amountEur);
    const category = categoryOf(leg);
    ledIds.push(leg.id);
    if (leg.transferId === undefined) {
      if ((leg.party === "") === (leg.counterAccount === ""))
        throw new PostingRefused(`transaction ${leg.id} has no other side, or two`);
      if (leg.counterAccount !== "")
        throw new PostingRefused(`transaction ${leg.id} stays inside and has no transfer`);
      proposals.border({
        at,
        account: places.get(leg.account)!,
        party,
        amountCents: cents,
        channel,
        category,
        text: 0,
      });
      continue;
    }
    const other = secondLeg(leg, legs[++i]);
    proposals.inside({
      at,
      from: places.get(leg.account)!,
      to: places.get(other.account)!,
      amountCents: -cents,
      channel,
      category,
      toCategory: categoryOf(other),
      text: 0,
    });
  }
  return {proposals, ledIds};
}

/** The receiving leg of an internal movement, which follows the paying one. */
function secondLeg(leg: PostedLeg, next: PostedLeg | undefined): PostedLeg {
  const isPair =
    next !== undefined &&
    next.transferId === leg.transferId &&
    next.at === leg.at &&
    next.account === leg.counterAccount &&
    next.counterAccount === leg.account &&
    parseEur(leg.amountEur) < 0 &&
    parseEur(next.amountEur) === -parseEur(leg.amountEur);
  if (isPair) return next;
  throw new PostingRefused(
    `transfer ${leg.transferId} has no second leg that fits transaction ${leg.id}`,
  );
}

/** Rule 2 (pay comes from a company or an employer) and rule 4 (the cash leg of a trade comes with its trade). */
function checkPurpose(
  {id, category, party, counterAccount}: PostedLeg,
  {ownerKind}: LockedAccount,
  {employers, ofTrades}: {employers: ReadonlySet<string>; ofTrades: ReadonlySet<number>},
): void {
  if ((category === "trade") !== ofTrades.has(id))
    throw new PostingRefused(`transaction ${id}: the cash leg of a trade comes with its trade`);
  const isPay = category === "salary" || category === "payroll";
  if (!isPay) return;
  const isRight =
    category === "payroll"
      ? ownerKind === "company" && counterAccount !== ""
      : ownerKind === "individual" && (counterAccount !== "" || employers.has(party));
  if (!isRight)
    throw new PostingRefused(`transaction ${id}: a salary is paid by an employer to an individual`);
}

/** Which of the outside parties are employers. */
async function employersAmong(
  connection: Connection,
  legs: readonly PostedLeg[],
): Promise<Set<string>> {
  const parties = new Set(
    legs.filter(({category}) => category === "salary").map(({party}) => party),
  );
  parties.delete("");
  if (parties.size === 0) return new Set();
  const [rows] = await connection.query<RowDataPacket[]>(
    "select counterparty_id as id from counterparties where kind = 'employer' and counterparty_id in (?)",
    [[...parties]],
  );
  return new Set(rows.map(({id}) => id as string));
}

function categoryOf({id, category}: PostedLeg) {
  if (category in categories) return categoryCode(category as CategoryName);
  throw new PostingRefused(`transaction ${id}: unknown category ${category}`);
}
