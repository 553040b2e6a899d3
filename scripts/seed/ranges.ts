/** What constants say of a number that is drawn: between which ends it lies. */
import {between, type Stream} from "../../src/lib/stream.js";

/** From `least` on, and by less than `spread` more: both as the formula has them, so that sums keep their last bits. */
export interface Range {
  readonly least: number;
  readonly spread: number;
}

/** A number within a range, each as likely as another. */
export function within(draw: Stream, {least, spread}: Range): number {
  return least + spread * draw();
}

/** Whole numbers from the first to the last, both included. */
export type Span = readonly [first: number, last: number];

/** A whole number of a span, each as likely as another. */
export function inSpan(draw: Stream, [first, last]: Span): number {
  return between(draw, first, last);
}
