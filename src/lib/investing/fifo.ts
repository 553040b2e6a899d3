import type {CostBook} from "./costBook.js";
import {safeSum} from "./exact.js";
import {type Basis, type Lot, noBasis, openLot, plus, takeFrom} from "./lots.js";
import {splitQuantity} from "./split.js";
import type {Split} from "./trade.js";

/** First in, first out: each purchase is a lot, and sales take from the oldest. */
export function fifoBook(): CostBook {
  let lots: Lot[] = [];
  return {
    get quantityE6() {
      return lots.reduce((sum, lot) => safeSum(sum, lot.leftE6), 0);
    },
    get basis() {
      return lots.reduce((sum, lot) => plus(sum, lot.left), noBasis);
    },
    buy(quantityE6, basis) {
      lots.push(openLot(quantityE6, basis));
    },
    sell(quantityE6) {
      let taken = noBasis;
      for (let wanted = quantityE6; wanted > 0; ) {
        const oldest = lots[0]!;
        const fromThis = Math.min(wanted, oldest.leftE6);
        taken = plus(taken, takeFrom(oldest, fromThis));
        wanted -= fromThis;
        if (oldest.leftE6 === 0) lots.shift();
      }
      return taken;
    },
    split(split) {
      const {after, lost} = splitLots(lots, split);
      lots = after;
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
