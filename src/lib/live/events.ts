/**
 * What the publisher of the live stream (`npm run live`) tells the pages that listen, as server-sent events. The
 * generator's batches are the unit: an event `batch` holds all postings of one, its id is the batch's number, and who
 * comes back with the last id seen is told of what came since. Channels and categories are codes (`bank/codes.ts`).
 */

/** Which side of a payment a posting is. Of an internal movement the paying side stands for the payment. */
export const Side = {border: 0, payer: 1, payee: 2} as const;

/** A posting on an account of the bank. */
export type LiveRow = readonly [
  /** Of the transaction. */
  id: number,
  /** Seconds since 1970, UTC, in the bank's time. */
  at: number,
  account: string,
  owner: string,
  /** The owner's name. */
  name: string,
  /** Where the owner lives or has its seat. */
  city: string,
  /** Signed for the account. */
  cents: number,
  channel: number,
  category: number,
  side: number,
  /** Who is on the other side, by name. */
  party: string,
];

/** A payment that the ledger refused for lack of money. */
export type Refusal = readonly [
  at: number,
  account: string,
  owner: string,
  name: string,
  city: string,
  /** What would have been paid, above zero. */
  cents: number,
  channel: number,
  category: number,
];

/** A number of payments and what they moved, in cents; each payment counts once. */
export interface Moved {
  readonly count: number;
  readonly cents: number;
}

/** What had moved by an instant of a day. */
export interface PathPoint {
  /** Seconds since 1970. */
  readonly at: number;
  readonly cents: number;
}

/** What was posted on a day, up to an instant. */
export interface DayTotals {
  /** Days since 1970. */
  readonly day: number;
  /** Postings, both sides of an internal movement. */
  readonly rows: number;
  readonly refusals: number;
  readonly all: Moved;
  /** By code. */
  readonly channels: Readonly<Record<number, Moved>>;
  readonly categories: Readonly<Record<number, Moved>>;
  readonly cities: Readonly<Record<string, Moved>>;
  /** The way to `all`, from midnight on, a point every few minutes. */
  readonly path: readonly PathPoint[];
}

/** The event `state`: the first that a client gets who has seen nothing yet, or whose place is no longer kept. */
export interface LiveState {
  readonly source: "file" | "mariadb";
  /** The last batch that is counted; 0 before the first. */
  readonly batch: number;
  /** How far the bank's time has come, in seconds since 1970; null before the first batch. */
  readonly at: number | null;
  readonly today: DayTotals | null;
  /** The newest postings, the newest first, forty at most. */
  readonly newest: readonly LiveRow[];
  /** Where a client comes back too late: how many batches are no longer kept. */
  readonly missed: number;
}

/** The event `batch`. */
export interface LiveBatch {
  readonly batch: number;
  /** How far the bank's time has come with it. */
  readonly at: number;
  /** When the generator wrote it, in milliseconds since 1970. */
  readonly writtenAt: number;
  readonly rows: readonly LiveRow[];
  readonly refusals: readonly Refusal[];
}

/** The event `dropped`, the last before the publisher closes the connection. */
export interface Dropped {
  readonly reason: string;
}

/** Where a page that is served by a publisher finds its address: `<meta name="live-events" content="…">`. */
export const eventsMeta = "live-events";
