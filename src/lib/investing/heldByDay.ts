import type {Day} from "../day.js";
import type {Trail} from "./trail.js";

/** Columns by day, index 0 being `from`: what some positions together hold at each close. */
export interface HeldDays {
  readonly from: Day;
  /** Millionths of a share, as traded that day. */
  readonly quantityE6: Float64Array;
  /** What that cost, with the fees of buying. */
  readonly costCents: Float64Array;
  /** How many of the positions hold anything. */
  readonly holderCount: Uint32Array;
}

/**
 * The quantity and cost by day of one position, or of all holders of one symbol: cost ÷ quantity is the average
 * acquisition cost to draw beside the price. Throws on trails of more than one symbol, whose shares do not add up.
 */
export function heldByDay(trails: readonly Trail[], {from, to}: {from: Day; to: Day}): HeldDays {
  const length = Math.max(0, to - from + 1);
  const quantityE6 = new Float64Array(length);
  const costCents = new Float64Array(length);
  const holderCount = new Uint32Array(length);
  const other = trails.find(({symbol}) => symbol !== trails[0]?.symbol);
  if (other) throw new Error(`shares of different symbols do not add up: ${other.symbol}`);
  for (const {rows} of trails) {
    for (const [r, row] of rows.entries()) {
      const until = Math.min(to, (rows[r + 1]?.day ?? Number.POSITIVE_INFINITY) - 1);
      if (row.heldE6 === 0) continue;
      for (let i = Math.max(0, row.day - from); i <= until - from; i++) {
        quantityE6[i]! += row.heldE6;
        costCents[i]! += row.basis.costCents;
        holderCount[i]! += 1;
      }
    }
  }
  return {from, quantityE6, costCents, holderCount};
}
