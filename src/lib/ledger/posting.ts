import type {CategoryCode, ChannelCode} from "../bank/codes.js";

/** The words of posting: what the ledger is told, what it answers, and where it writes. */

/** What became of a proposal, by code; `posted` is 0. */
export const outcomes = [
  "posted",
  "not enough money",
  "account not open",
  "depends on a refused payment",
  "position too small",
  "nothing due",
] as const;

export const Outcome = {
  posted: 0,
  money: 1,
  closed: 2,
  dependent: 3,
  position: 4,
  nothing: 5,
} as const;

/** An account, as far as the ledger needs to know it; days are inclusive. */
export interface LedgerAccount {
  readonly openingCents: number;
  /** How far below zero it may fall; 0 for savings and brokerage. */
  readonly overdraftCents: number;
  readonly openedOn: number;
  readonly closedOn: number;
  /** Whether interest runs on what is held (savings) or on what is owed (the others). */
  readonly earnsInterest: boolean;
}

/** An execution: millionths of a share, ten-thousandths of the currency, millionths of a euro. */
export interface Trade {
  readonly instrument: number;
  readonly side: "buy" | "sell";
  readonly quantityE6: number;
  readonly priceE4: number;
  readonly rateE6: number;
  readonly feeCents: number;
}

export interface Dividend {
  readonly instrument: number;
  readonly amountE4: number;
  readonly rateE6: number;
}

export interface Split {
  readonly instrument: number;
  readonly before: number;
  readonly after: number;
}

/** One side of a payment, as it stands on an account. */
export interface Leg {
  /** The number of the transaction. */
  id: number;
  account: number;
  /** Instant, in seconds since 1970-01-01 UTC. */
  at: number;
  /** Signed for the account. */
  amountCents: number;
  channel: ChannelCode;
  category: CategoryCode;
  /** The other side: an account, or `-1 - counterparty` for an outside party. */
  other: number;
  /** What the two legs of an internal movement share; 0 for a leg that crosses the border. */
  transferId: number;
  /** The description: an entry of the pool of texts, and a number to follow it (0 for none). */
  text: number;
  number: number;
}

/** A leg to be filled in. */
export function blankLeg(): Leg {
  return {
    id: 0,
    account: 0,
    at: 0,
    amountCents: 0,
    channel: 0 as ChannelCode,
    category: 0 as CategoryCode,
    other: 0,
    transferId: 0,
    text: 0,
    number: 0,
  };
}

/** Where postings go. Ids rise by one, and instants never fall. */
export interface Journal {
  /** Takes a leg. The object is filled anew for the next one: copy what is to be kept. */
  leg(leg: Readonly<Leg>): void;
  trade(
    tradeId: number,
    account: number,
    at: number,
    trade: Trade,
    grossCents: number,
    transactionId: number,
  ): void;
}

/** What the rules refer to by number. */
export interface Register {
  readonly instrumentCount: number;
  trade(link: number): Trade;
  dividend(link: number): Dividend;
  split(link: number): Split;
}
