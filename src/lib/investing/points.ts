import {number} from "../format.js";

/** A difference of two rates in percentage points, signed: `+0.8 points`, `−1 point`. */
export function points(difference: number): string {
  const shown = number(100 * difference, 1);
  return `${difference > 0 && shown !== "0" ? "+" : ""}${shown} ${/^[+−]?1$/.test(shown) ? "point" : "points"}`;
}
