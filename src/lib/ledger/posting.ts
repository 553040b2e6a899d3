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
  readonly quantityMicro: number;
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

/** Where postings go. Ids rise by one, and instants never fall. */
export interface Journal {
  leg(
    transactionId: number,
    account: number,
    at: number,
    amountCents: number,
    channel: number,
    category: number,
    other: number,
    transferId: number,
    text: number,
    number: number,
  ): void;
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
