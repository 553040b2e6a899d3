import type {Day, Month} from "../day.js";
import type {DueDay} from "./dueDay.js";

/** Payments of one person to (or from) one party, in order of days; `cents` without sign. */
export interface Payments {
  readonly days: readonly Day[];
  readonly cents: readonly number[];
}

export interface Contract extends Payments {
  readonly due: DueDay;
  /** Months from one payment to the next. */
  readonly everyMonths: number;
  /** The month to which each payment belongs. */
  readonly months: readonly Month[];
  /** Whether the amount stays, or steps, rather than being metered. */
  readonly isSteady: boolean;
  /** The amounts without what is extra in them; those of a metered contract as they are. */
  readonly regular: readonly number[];
}

export type Place = number | string;

/**
 * A day and a signed amount of cents as one key. Amounts within 32 bits, as nearly all are, share a number with the day:
 * texts take longer.
 */
export const placeOf = (day: Day, cents: number): Place =>
  Math.abs(cents) < 2 ** 31 ? day * 2 ** 32 + cents : `${day} ${cents}`;
