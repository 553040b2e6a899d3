import {mulDiv, safeSum} from "./exact.js";

/** What shares cost. All three amounts go with the shares, in proportion. */
export interface Basis {
  /** With the fees of buying: the acquisition cost. */
  readonly costCents: number;
  /** Without the fees. */
  readonly paidCents: number;
  /** Without the fees, in hundredths of the instrument's currency. */
  readonly paidLocalCents: number;
}

export const noBasis: Basis = {costCents: 0, paidCents: 0, paidLocalCents: 0};

/** Shares with one unit cost, since they were put together. */
export interface Lot {
  readonly openedE6: number;
  readonly opened: Basis;
  leftE6: number;
  left: Basis;
}

export function openLot(quantityE6: number, basis: Basis): Lot {
  return {openedE6: quantityE6, opened: basis, leftE6: quantityE6, left: basis};
}

/**
 * Takes shares out of a lot and returns what they cost. What has gone is rounded from the lot's opening on,
 * not sale by sale: so what remains and what is gone always add up, the last share takes all that is left, and
 * a sale made in two parts takes the same as the sale made in one.
 */
export function takeFrom(lot: Lot, quantityE6: number): Basis {
  const before = lot.left;
  lot.leftE6 -= quantityE6;
  lot.left = minus(lot.opened, part(lot.opened, lot.openedE6 - lot.leftE6, lot.openedE6));
  return minus(before, lot.left);
}

export function plus(a: Basis, b: Basis): Basis {
  return {
    costCents: safeSum(a.costCents, b.costCents),
    paidCents: safeSum(a.paidCents, b.paidCents),
    paidLocalCents: safeSum(a.paidLocalCents, b.paidLocalCents),
  };
}

export function minus(a: Basis, b: Basis): Basis {
  return {
    costCents: a.costCents - b.costCents,
    paidCents: a.paidCents - b.paidCents,
    paidLocalCents: a.paidLocalCents - b.paidLocalCents,
  };
}

function part(basis: Basis, quantityE6: number, ofE6: number): Basis {
  return {
    costCents: mulDiv(basis.costCents, quantityE6, ofE6),
    paidCents: mulDiv(basis.paidCents, quantityE6, ofE6),
    paidLocalCents: mulDiv(basis.paidLocalCents, quantityE6, ofE6),
  };
}
