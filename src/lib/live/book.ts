/**
 * What the rows of the live stream come to: since the page was opened and since midnight of the bank's time, in cents.
 * A payment counts once, where it is paid if both sides bank here; a transfer between accounts of one owner counts too.
 * The book keeps sums, a few buckets and the newest payments, never the rows: its size does not grow.
 */
import {type Day, secondsPerDay} from "../day.js";
import type {DayTotals, LiveBatch, LiveRow, LiveState, Moved, PathPoint} from "./events.js";
import {Side} from "./events.js";
import {FlowRing, flowWidths} from "./flow.js";

export type Sum = {-readonly [Key in keyof Moved]: Moved[Key]};

/** `DayTotals` as they grow. */
export interface DaySums {
  readonly day: Day;
  rows: number;
  refusals: number;
  readonly all: Sum;
  readonly channels: Record<number, Sum>;
  readonly categories: Record<number, Sum>;
  readonly cities: Record<string, Sum>;
  readonly path: PathPoint[];
}

/** What a source knows of the time before it begins. */
export interface Past {
  /** All postings from `since` (seconds since 1970) on, in their order. */
  readonly rows: readonly LiveRow[];
  readonly since: number;
}

/** How many of the newest payments are kept. */
export const newestCount = 40;

/** A point of a day's path every five minutes. */
const pathStep = 300;

export const isPayment = (row: LiveRow) => row[9] !== Side.payee;
export const centsOf = (row: LiveRow) => Math.abs(row[6]);

export class LiveBook {
  /** The last batch that is counted. */
  batch = 0;
  /** How far the bank's time has come, in seconds since 1970. */
  at: number | undefined;
  /** Batches that went by while nobody listened, and are in no sum since the opening. */
  missed = 0;
  /** Since the opening: postings, both sides of an internal movement. */
  rows = 0;
  refusals = 0;
  readonly opened: Sum = {count: 0, cents: 0};
  today: DaySums | undefined;
  /** The newest payments, the newest first. */
  newest: readonly LiveRow[] = [];
  /** Money by channel over the last stretch of the bank's time, by the width of a bucket. */
  flow: ReadonlyMap<number, FlowRing> = flowRings();
  /** From when on the flow is whole, in seconds since 1970: what was before was not seen. */
  flowSince: number | undefined;

  /**
   * Takes over where the source is. It comes first, and again where a reader comes back too late for what is between: the
   * sums of the day are then the source's, and `missed` says how many batches the sums since the opening lack.
   */
  begin({batch, at, today, newest, missed}: LiveState, past?: Past): void {
    const gap = this.batch > 0 ? Math.max(0, batch - this.batch) : 0;
    this.missed += Math.max(missed, gap);
    this.batch = batch;
    this.newest = newest.filter(isPayment).slice(0, newestCount);
    this.today = today ? daySums(today) : undefined;
    this.flow = flowRings();
    this.at = at ?? undefined;
    this.flowSince = past?.since ?? newest.at(-1)?.[1] ?? this.at;
    for (const row of past?.rows ?? [...newest].reverse()) if (isPayment(row)) this.#flow(row);
    if (at !== null) this.#reach(at);
  }

  /** Begins the sums since the opening from nothing. */
  open(): void {
    Object.assign(this.opened, {count: 0, cents: 0});
    [this.rows, this.refusals, this.missed] = [0, 0, 0];
  }

  /** Adds a batch, and says whether it was new: one that was seen before changes nothing. */
  take({batch, at, rows, refusals}: LiveBatch): boolean {
    if (batch <= this.batch) return false;
    this.batch = batch;
    for (const row of rows) this.#add(row);
    for (const refusal of refusals) this.#dayOf(refusal[0]).refusals += 1;
    this.refusals += refusals.length;
    this.newest = [...rows.filter(isPayment).slice(-newestCount).reverse(), ...this.newest].slice(
      0,
      newestCount,
    );
    this.at = Math.max(this.at ?? at, at);
    this.flowSince ??= at;
    this.#reach(this.at);
    return true;
  }

  #reach(at: number): void {
    for (const ring of this.flow.values()) ring.reach(at);
    mark(this.#dayOf(at), at);
  }

  #add(row: LiveRow): void {
    const [, at, , , , city, , channel, category] = row;
    const day = this.#dayOf(at);
    day.rows += 1;
    this.rows += 1;
    if (!isPayment(row)) return;
    const cents = centsOf(row);
    const sums = [
      this.opened,
      day.all,
      sumOf(day.channels, channel),
      sumOf(day.categories, category),
      sumOf(day.cities, city),
    ];
    for (const sum of sums) {
      sum.count += 1;
      sum.cents += cents;
    }
    mark(day, at);
    this.#flow(row);
  }

  #flow(row: LiveRow): void {
    for (const ring of this.flow.values()) ring.add(row[1], row[7], centsOf(row));
  }

  /** The day of an instant, begun with it if it is new. What is of a day before the present one counts to no day. */
  #dayOf(at: number): DaySums {
    const day = Math.floor(at / secondsPerDay);
    if (this.today?.day === day) return this.today;
    const fresh = emptyDay(day);
    if (this.today === undefined || day > this.today.day) this.today = fresh;
    return fresh;
  }
}

const flowRings = () => new Map(flowWidths.map((width) => [width, new FlowRing(width)]));

function sumOf<Key extends string | number>(sums: Record<Key, Sum>, key: Key): Sum {
  sums[key] ??= {count: 0, cents: 0};
  return sums[key];
}

/** Notes what has moved up to an instant: a new point where the last one is old enough. */
function mark({path, all}: DaySums, at: number): void {
  const slot = Math.floor(at / pathStep);
  const last = path.at(-1);
  if (last && Math.floor(last.at / pathStep) === slot)
    path[path.length - 1] = {at, cents: all.cents};
  else path.push({at, cents: all.cents});
}

function emptyDay(day: Day): DaySums {
  return {
    day,
    rows: 0,
    refusals: 0,
    all: {count: 0, cents: 0},
    channels: {},
    categories: {},
    cities: {},
    path: [{at: day * secondsPerDay, cents: 0}],
  };
}

function daySums({
  day,
  rows,
  refusals,
  all,
  channels,
  categories,
  cities,
  path,
}: DayTotals): DaySums {
  const copy = <Key extends string | number>(sums: Readonly<Record<Key, Moved>>) =>
    Object.fromEntries(Object.entries<Moved>(sums).map(([key, sum]) => [key, {...sum}])) as Record<
      Key,
      Sum
    >;
  return {
    day,
    rows,
    refusals,
    all: {...all},
    channels: copy(channels),
    categories: copy(categories),
    cities: copy(cities),
    path: [...path],
  };
}
