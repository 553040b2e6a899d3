import {payeeName} from "./payeeName.js";
import {type Payment, plainIban, writtenText} from "./payment.js";
import {plainWords} from "./plainWords.js";

/** Letters by which a word is known that a terminal has cut, or that ends otherwise. */
const stem = 5;

/**
 * What a payment is known by: its words, their beginnings, the payee as a whole, the other side's account, which way
 * the money goes, its size (a doubling a step) and what it was to the cent. Each once.
 */
export function paymentTokens(payment: Payment): string[] {
  const words = plainWords(writtenText(payment)).filter((word) => /\p{L}{2}/u.test(word));
  const payee = plainWords(payeeName(payment)).join(" ");
  const {amountCents, counterpartyIban} = payment;
  const sign = amountCents < 0 ? "out" : "in";
  return [
    ...new Set([
      ...words,
      ...words.filter((word) => word.length > stem).map((word) => `${word.slice(0, stem)}…`),
      ...(payee.includes(" ") ? [payee] : []),
      ...(counterpartyIban ? [`iban:${plainIban(counterpartyIban)}`] : []),
      `money:${sign}`,
      `size:${sign}${Math.round(Math.log2(1 + Math.abs(amountCents)))}`,
      `cents:${sign}${Math.abs(amountCents)}`,
    ]),
  ];
}

/** Those that are words of the payment, as a reason may name them. */
export function shownTokens(tokens: readonly string[]): string[] {
  return tokens.filter((token) => /^[^:]+$/.test(token));
}
