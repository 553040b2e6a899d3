import type {CostBook} from "./costBook.js";
import {safeSum} from "./exact.js";
import {type Basis, type Lot, minus, noBasis, openLot, plus, takeFrom} from "./lots.js";
import {splitQuantity} from "./split.js";
import type {Split} from "./trade.js";

/** First in, first out: each purchase is a lot, and sales take from the oldest. Totals are kept, not added up anew. */
export function fifoBook(): CostBook {
  let lots: Lot[] = [];
  let oldest = 0;
  let heldE6 = 0;
  let held = noBasis;
  return {
    get quantityE6() {
      return heldE6;
    },
    get basis() {
      return held;
    },
    buy(quantityE6, basis) {
      lots.push(openLot(quantityE6, basis));
      heldE6 = safeSum(heldE6, quantityE6);
      held = plus(held, basis);
    },
    sell(quantityE6) {
      let taken = noBasis;
      for (let wanted = quantityE6; wanted > 0; ) {
        const lot = lots[oldest]!;
        const fromThis = Math.min(wanted, lot.leftE6);
        taken = plus(taken, takeFrom(lot, fromThis));
        wanted -= fromThis;
        if (lot.leftE6 === 0) oldest++;
      }
      heldE6 -= quantityE6;
      held = minus(held, taken);
      return taken;
    },
    split(split) {
      const {after, lost} = splitLots(lots.slice(oldest), split);
      lots = after;
      oldest = 0;
      heldE6 = splitQuantity(heldE6, split);
      held = minus(held, lost);
      return lost;
    },
  };
}

/**
 * The lots after a split. The running total is rounded, not each lot, so that the lots together hold what the
 * position as a whole holds. A lot too small to keep a millionth of a share gives its cost to the next one,
 * the last one to the one before.
 */
function splitLots(lots: readonly Lot[], split: Split): {after: Lot[]; lost: Basis} {
  const after: Lot[] = [];
  let heldE6 = 0;
  let placedE6 = 0;
  let homeless = noBasis;
  for (const lot of lots) {
    heldE6 += lot.leftE6;
    const quantityE6 = splitQuantity(heldE6, split) - placedE6;
    homeless = plus(homeless, lot.left);
    if (quantityE6 === 0) continue;
    after.push(openLot(quantityE6, homeless));
    placedE6 += quantityE6;
    homeless = noBasis;
  }
  const last = after.pop();
  if (!last) return {after, lost: homeless};
  return {after: [...after, openLot(last.leftE6, plus(last.left, homeless))], lost: noBasis};
}
