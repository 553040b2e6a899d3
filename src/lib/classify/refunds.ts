/**
 * Refunds tied to their purchase: money that comes back from a payee that was paid before. The same amount, or a part of
 * it; among several purchases the one that fits best, one refund to a purchase. A second part of the same purchase finds
 * no other, and stays untied rather than wrongly tied.
 */
import {parseDay} from "../day.js";
import {bestPairs, type Pairing} from "./assignment.js";
import {payeeKey} from "./payeeName.js";
import type {Payment} from "./payment.js";

export interface Refund {
  readonly refund: Payment;
  readonly purchase: Payment;
}

/** How long after a purchase money may come back for it. */
const mostDays = 120;

/** The refunds among payments, in their order. `payeeOf` says where a payment went, as far as rules know it. */
export function tieRefunds(
  payments: readonly Payment[],
  payeeOf: (payment: Payment) => string = payeeKey,
): Refund[] {
  const purchases = new Map<string, number[]>();
  payments.forEach((payment, at) => {
    const key = placeOf(payment, payeeOf);
    if (payment.amountCents < 0 && key) purchases.set(key, [...(purchases.get(key) ?? []), at]);
  });
  const possible = payments.flatMap((refund, left): Pairing[] => {
    if (refund.amountCents <= 0) return [];
    const all = purchases.get(placeOf(refund, payeeOf)) ?? [];
    return all.flatMap((right) => {
      const gain = worthOf(refund, payments[right]!);
      return gain > 0 ? [{left, right, gain}] : [];
    });
  });
  return bestPairs(possible).map(({left, right}) => ({
    refund: payments[left]!,
    purchase: payments[right]!,
  }));
}

/** Two for the whole amount, at most one for a part, less up to a half for the days between; nothing where it cannot be. */
function worthOf(refund: Payment, purchase: Payment): number {
  const days = parseDay(refund.date) - parseDay(purchase.date);
  const share = refund.amountCents / -purchase.amountCents;
  if (days < 0 || days > mostDays || share > 1) return 0;
  return (share === 1 ? 2 : 0.5 + share / 2) - days / (2 * mostDays + 1);
}

function placeOf(payment: Payment, payeeOf: (payment: Payment) => string): string {
  const payee = payeeOf(payment);
  return payee && `${payment.account} ${payment.currency} ${payee}`;
}
