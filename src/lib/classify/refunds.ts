/**
 * Refunds tied to their purchase: money that comes back from a payee that was paid before. The same amount, or a part
 * of it; among several purchases the one that fits best, one refund to a purchase. A second part of the same purchase
 * finds no other, and stays untied rather than wrongly tied.
 */
import {bisector} from "d3-array";
import type {Day} from "../day.js";
import {bestPairs, type Pairing} from "./assignment.js";
import {payeeKey} from "./payeeName.js";
import type {Payment} from "./payment.js";
import {paymentDays} from "./paymentDays.js";

export interface Refund {
  readonly refund: Payment;
  readonly purchase: Payment;
}

/** How long after a purchase money may come back for it. */
const mostDays = 120;
/** Among how many purchases of another amount a refund may choose: the latest. */
const mostChoices = 12;

/** The refunds among payments, in their order. `payeeOf` says where a payment went, as far as rules know it. */
export function tieRefunds(
  payments: readonly Payment[],
  payeeOf: (payment: Payment) => string = payeeKey,
): Refund[] {
  const days = paymentDays(payments);
  const places = payments.map((payment) => placeOf(payment, payeeOf));
  const giving = new Set(places.filter((_, at) => payments[at]!.amountCents > 0));
  const purchases = new Map<string, Purchase[]>();
  payments.forEach(({amountCents}, at) => {
    const place = places[at]!;
    if (amountCents >= 0 || !place || !giving.has(place)) return;
    const purchase = {at, day: days[at]!, cents: -amountCents};
    const known = purchases.get(place);
    if (known) known.push(purchase);
    else purchases.set(place, [purchase]);
  });
  for (const all of purchases.values()) all.sort((a, b) => b.day - a.day);
  const possible = payments.flatMap(({amountCents}, left): Pairing[] =>
    amountCents > 0
      ? choicesOf(amountCents, days[left]!, purchases.get(places[left]!) ?? []).map(
          ({at, day, cents}) => ({
            left,
            right: at,
            gain: worthOf(days[left]! - day, amountCents / cents),
          }),
        )
      : [],
  );
  return bestPairs(possible).map(({left, right}) => ({
    refund: payments[left]!,
    purchase: payments[right]!,
  }));
}

interface Purchase {
  readonly at: number;
  readonly day: Day;
  readonly cents: number;
}

const bisectDays = bisector(({day}: Purchase) => -day);

/** The purchases that a refund may be of: those of its amount, and the latest of larger ones. */
function choicesOf(cents: number, day: Day, latestFirst: readonly Purchase[]): Purchase[] {
  const choices: Purchase[] = [];
  let others = 0;
  const first = bisectDays.left(latestFirst, -day);
  for (let at = first; at < latestFirst.length; at++) {
    const purchase = latestFirst[at]!;
    if (purchase.day < day - mostDays) break;
    if (purchase.cents < cents) continue;
    if (purchase.cents === cents || others++ < mostChoices) choices.push(purchase);
  }
  return choices;
}

/** Two for the whole amount, at most one for a part, less up to a half for the days between. */
function worthOf(days: number, share: number): number {
  return (share === 1 ? 2 : 0.5 + share / 2) - days / (2 * mostDays + 1);
}

function placeOf(payment: Payment, payeeOf: (payment: Payment) => string): string {
  const payee = payeeOf(payment);
  return payee && `${payment.account} ${payment.currency} ${payee}`;
}
