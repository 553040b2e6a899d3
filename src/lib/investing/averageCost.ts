import type {CostBook} from "./costBook.js";
import {safeSum} from "./exact.js";
import {noBasis, openLot, plus, takeFrom} from "./lots.js";
import {splitQuantity} from "./split.js";

/**
 * The moving average: all shares are one lot, which each purchase opens anew with what is left of the old one.
 * Sales leave the average as it is, purchases move it.
 */
export function averageCostBook(): CostBook {
  let lot = openLot(0, noBasis);
  return {
    get quantityE6() {
      return lot.leftE6;
    },
    get basis() {
      return lot.left;
    },
    buy(quantityE6, basis) {
      lot = openLot(safeSum(lot.leftE6, quantityE6), plus(lot.left, basis));
    },
    sell: (quantityE6) => takeFrom(lot, quantityE6),
    split(split) {
      const quantityE6 = splitQuantity(lot.leftE6, split);
      const lost = quantityE6 === 0 ? lot.left : noBasis;
      lot = openLot(quantityE6, quantityE6 === 0 ? noBasis : lot.left);
      return lost;
    },
  };
}
