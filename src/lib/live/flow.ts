/**
 * Money by channel in buckets of the bank's time. How fast that time runs past a reader is known only while it runs, so the
 * buckets are kept in several widths at once: whichever suits the speed is there from the first row on. All of it has a
 * fixed size, however long a page is open.
 */
import {channels} from "../bank/schema.js";

/** The widths of a bucket, in seconds of the bank's time. */
export const flowWidths = [1, 5, 15, 60, 300, 900, 3600, 14_400] as const;

export type FlowWidth = (typeof flowWidths)[number];

/** How many buckets of each width are kept. */
export const flowLength = 120;

const size = channels.length;

/** The last buckets of one width, as a ring. */
export class FlowRing {
  readonly width: FlowWidth;
  /** The newest bucket: seconds since 1970 over the width; −1 before the first. */
  head = -1;
  readonly #cents = new Float64Array(flowLength * size);

  constructor(width: FlowWidth) {
    this.width = width;
  }

  /** Moves on to an instant; the buckets on the way are empty. */
  reach(at: number): void {
    const bucket = Math.floor(at / this.width);
    if (bucket <= this.head) return;
    const from = Math.max(this.head + 1, bucket - flowLength + 1);
    for (let fresh = from; fresh <= bucket; fresh++) {
      const begin = (fresh % flowLength) * size;
      this.#cents.fill(0, begin, begin + size);
    }
    this.head = bucket;
  }

  /** Adds to the bucket of an instant; one that is no longer kept is left out. */
  add(at: number, channel: number, cents: number): void {
    this.reach(at);
    const bucket = Math.floor(at / this.width);
    if (bucket > this.head - flowLength)
      this.#cents[(bucket % flowLength) * size + channel]! += cents;
  }

  /** The cents of a channel in a bucket; 0 in one that is not kept. */
  cents(bucket: number, channel: number): number {
    const isKept = bucket <= this.head && bucket > this.head - flowLength && bucket >= 0;
    return isKept ? this.#cents[(bucket % flowLength) * size + channel]! : 0;
  }
}

/**
 * The width at which a bucket lasts about three quarters of a second, at a speed in seconds of the bank's time a second. The
 * width before is kept while it is not far off, so that a picture does not change its scale with every batch.
 */
export function flowWidthFor(speed: number, before?: FlowWidth): FlowWidth {
  const wanted = Math.log(0.75 * Math.max(speed, 1));
  const distance = (width: number) => Math.abs(Math.log(width) - wanted);
  if (before && distance(before) < Math.log(4)) return before;
  return flowWidths.reduce((best, width) => (distance(width) < distance(best) ? width : best));
}
