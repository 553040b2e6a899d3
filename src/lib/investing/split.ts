import {mulDiv} from "./exact.js";
import type {Split} from "./trade.js";

/**
 * The quantity after a split, in millionths: exact wherever six decimals can hold it, otherwise to the nearest,
 * halves away from zero. The cost stays as it is. A fraction that the issuer pays out in cash is a sale, and
 * stands among the trades.
 */
export function splitQuantity(
  quantityE6: number,
  {sharesBefore, sharesAfter}: Pick<Split, "sharesBefore" | "sharesAfter">,
): number {
  return mulDiv(quantityE6, sharesAfter, sharesBefore);
}
