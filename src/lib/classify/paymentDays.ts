import {type Day, parseDay} from "../day.js";
import type {Payment} from "./payment.js";

/** The booking day of each payment; a date that comes again is parsed once. */
export function paymentDays(payments: readonly Payment[]): Int32Array {
  const known = new Map<string, Day>();
  return Int32Array.from(payments, ({date}) => {
    const day = known.get(date) ?? parseDay(date);
    known.set(date, day);
    return day;
  });
}
