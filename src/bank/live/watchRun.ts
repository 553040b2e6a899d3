/** Holds the rules against the stream: what fired, when, and the rows. It keeps a bounded number of each. */
import {type Channel, channels} from "../../lib/bank/schema.js";
import {secondsPerDay} from "../../lib/day.js";
import {centsOf, isPayment} from "../../lib/live/book.js";
import type {LiveBatch, LiveRow, Refusal} from "../../lib/live/events.js";
import type {Watch} from "./watches.js";

/** A row of `live-city-hours.csv`. */
export interface CityHour {
  readonly city: string;
  readonly hour: number;
  readonly payment_count: number;
  readonly share: number;
}

/** A payment or a refusal, as a rule tells of it. */
export interface Witness {
  readonly at: number;
  readonly account: string;
  readonly owner: string;
  readonly name: string;
  readonly city: string;
  readonly cents: number;
  readonly party: string;
}

export interface Firing {
  readonly watch: Watch;
  /** In seconds since 1970, of the bank's time. */
  readonly at: number;
  /** The rows that it speaks of, in the order of time. */
  readonly rows: readonly Witness[];
}

/** How many firings are kept, and of how many accounts the last payments. */
export const firingsKept = 30;
const accountsKept = 4000;
const rowsKept = 8;

const card = channels.indexOf("card");

export class WatchRun {
  /** The newest first. */
  firings: readonly Firing[] = [];
  readonly counts: ReadonlyMap<string, number>;
  readonly #watches: readonly Watch[];
  readonly #counts: Map<string, number>;
  readonly #shares = new Map<string, number>();
  readonly #totals = new Map<string, number>();
  readonly #cards = new Recent();
  readonly #refused = new Recent();

  constructor(watches: readonly Watch[], hours: readonly CityHour[]) {
    this.#watches = watches;
    this.#counts = new Map(watches.map(({name}) => [name, 0]));
    this.counts = this.#counts;
    for (const {city, hour, payment_count, share} of hours) {
      this.#shares.set(`${city} ${hour}`, share);
      this.#totals.set(city, (this.#totals.get(city) ?? 0) + payment_count);
    }
  }

  take({rows, refusals}: LiveBatch): void {
    for (const row of rows) if (isPayment(row)) this.#see(row);
    for (const refusal of refusals) this.#seeRefusal(refusal);
  }

  /** Begins from nothing: another stream, or another time of it. */
  clear(): void {
    this.firings = [];
    for (const {name} of this.#watches) this.#counts.set(name, 0);
    this.#cards.clear();
    this.#refused.clear();
  }

  #see(row: LiveRow): void {
    const own = witnessOf(row);
    const isCard = row[7] === card && row[6] < 0;
    const before = isCard ? this.#cards.add(own) : [];
    for (const watch of this.#watches) {
      if (watch.kind === "large" && isLarge(watch, row)) this.#fire(watch, [own]);
      if (!isCard) continue;
      if (watch.kind === "twice") {
        const same = before.findLast(
          ({cents, party}) => cents === own.cents && party === own.party,
        );
        if (same && own.at - same.at <= watch.seconds) this.#fire(watch, [same, own]);
      }
      if (watch.kind === "payments") this.#count(watch, before, own);
      if (watch.kind === "hour" && this.#isOdd(watch, own)) this.#fire(watch, [own]);
    }
  }

  #seeRefusal([at, account, owner, name, city, cents]: Refusal): void {
    const own = {at, account, owner, name, city, cents, party: ""};
    const before = this.#refused.add(own);
    for (const watch of this.#watches)
      if (watch.kind === "refusals") this.#count(watch, before, own);
  }

  /** Fires with the row that makes the run full, not again with each that goes on. */
  #count(
    watch: Watch & {readonly count: number; readonly seconds: number},
    before: readonly Witness[],
    own: Witness,
  ): void {
    const run = before.filter(({at}) => own.at - at <= watch.seconds);
    if (run.length === watch.count - 1) this.#fire(watch, [...run, own]);
  }

  #isOdd(
    {shareBelow, leastPayments}: Watch & {readonly kind: "hour"},
    {city, at}: Witness,
  ): boolean {
    const hour = Math.floor((at % secondsPerDay) / 3600);
    const share = this.#shares.get(`${city} ${hour}`);
    return share !== undefined && share < shareBelow && this.#totals.get(city)! >= leastPayments;
  }

  #fire(watch: Watch, rows: readonly Witness[]): void {
    this.#counts.set(watch.name, this.#counts.get(watch.name)! + 1);
    const firing = {watch, at: rows.at(-1)!.at, rows};
    this.firings = [firing, ...this.firings.slice(0, firingsKept - 1)];
  }
}

function isLarge(watch: Watch & {readonly kind: "large"}, row: LiveRow): boolean {
  const {owner, aboveCents, channels: only} = watch;
  return (
    centsOf(row) > aboveCents &&
    row[3].startsWith(owner) &&
    (only === undefined || (row[6] < 0 && only.includes(channels[row[7]] as Channel)))
  );
}

function witnessOf([, at, account, owner, name, city, cents, , , , party]: LiveRow): Witness {
  return {at, account, owner, name, city, cents: Math.abs(cents), party};
}

/** The last rows of each account, of the accounts that moved last. */
class Recent {
  readonly #rows = new Map<string, readonly Witness[]>();

  /** Adds a row, and gives those of its account before it. */
  add(row: Witness): readonly Witness[] {
    const before = this.#rows.get(row.account) ?? [];
    this.#rows.delete(row.account);
    this.#rows.set(row.account, [...before, row].slice(-rowsKept));
    if (this.#rows.size > accountsKept) this.#rows.delete(this.#rows.keys().next().value!);
    return before;
  }

  clear(): void {
    this.#rows.clear();
  }
}
