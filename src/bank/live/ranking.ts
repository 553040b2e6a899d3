/** Which parts of a sum are the largest, and how much each has grown in the last seconds. */
import type {Moved} from "../../lib/live/events.js";

export interface Ranked {
  readonly key: string;
  readonly cents: number;
  readonly count: number;
  /** What has come in the last seconds of watching, in cents. */
  readonly recent: number;
}

/** How long what has come is new, in milliseconds. */
const recentFor = 10_000;

export class Ranking {
  #seen: {readonly now: number; readonly cents: ReadonlyMap<string, number>}[] = [];

  /** The parts with money, the largest first, as they are at `now` (milliseconds). */
  rank(sums: Readonly<Record<string, Moved>>, now: number): Ranked[] {
    const cents = new Map(Object.entries(sums).map(([key, sum]) => [key, sum.cents]));
    const last = this.#seen.at(-1);
    const isAnew =
      last?.cents.size === 0 ||
      [...(last?.cents ?? [])].some(([key, before]) => (cents.get(key) ?? 0) < before);
    if (isAnew) this.#seen = []; // another day, or the replay from another hour
    this.#seen.push({now, cents});
    while (this.#seen[0]!.now < now - recentFor) this.#seen.shift();
    const before = this.#seen[0]!.cents;
    return Object.entries(sums)
      .map(([key, {cents: own, count}]) => ({
        key,
        cents: own,
        count,
        recent: own - (before.get(key) ?? 0),
      }))
      .sort((a, b) => b.cents - a.cents);
  }
}
