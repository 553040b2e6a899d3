/** What came in while nobody looked: sums and the largest payment, of any number of rows. */
import {centsOf, isPayment, type Sum} from "./book.js";
import type {LiveBatch, LiveRow} from "./events.js";

export class Away {
  /** When the reader left, in milliseconds; undefined while the page is looked at. */
  since: number | undefined;
  /** Whether the reader stopped the page rather than looking at another. */
  isPause = false;
  readonly sum: Sum = {count: 0, cents: 0};
  refusals = 0;
  largest: LiveRow | undefined;

  leave(now: number, isPause: boolean): void {
    this.since = now;
    this.isPause = isPause;
    Object.assign(this.sum, {count: 0, cents: 0});
    this.refusals = 0;
    this.largest = undefined;
  }

  take({rows, refusals}: LiveBatch): void {
    if (this.since === undefined) return;
    this.refusals += refusals.length;
    for (const row of rows) {
      if (!isPayment(row)) continue;
      this.sum.count += 1;
      this.sum.cents += centsOf(row);
      if (!this.largest || centsOf(row) > centsOf(this.largest)) this.largest = row;
    }
  }
}
