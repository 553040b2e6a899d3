import {payeeName} from "./payeeName.js";
import {type Payment, plainIban} from "./payment.js";
import {paymentWords} from "./paymentWords.js";
import {plainWords} from "./plainWords.js";

/** Letters by which a word is known that a terminal has cut, or that ends otherwise. */
const stem = 5;

/** What the texts of a payment are known by; payments of one form differ in numbers, days and amounts only. */
export interface TextForm {
  /** Each once: words, their beginnings, the payee as a whole, the other side's account. */
  readonly tokens: readonly string[];
  /** Those that are words of the payment, as a reason may name them. */
  readonly words: readonly string[];
}

export function textForm(payment: Payment): TextForm {
  const words = letterWords(paymentWords(payment).text);
  return formOf(words, payeeName(payment), plainIban(payment.counterpartyIban ?? ""));
}

/** Finds the forms of many payments, of which each form is one object. */
export function textForms(
  textOf: (payment: Payment) => readonly string[],
  nameOf: (payment: Payment) => string,
): (payment: Payment) => TextForm {
  const forms = new Map<string, TextForm>();
  const known = new Map<Payment, TextForm>();
  const found = (payment: Payment): TextForm => {
    const words = letterWords(textOf(payment));
    const [name, iban] = [nameOf(payment), plainIban(payment.counterpartyIban ?? "")];
    const key = [name, iban, ...words].join("\n");
    const form = forms.get(key) ?? formOf(words, name, iban);
    forms.set(key, form);
    known.set(payment, form);
    return form;
  };
  return (payment) => known.get(payment) ?? found(payment);
}

function formOf(text: readonly string[], name: string, iban: string): TextForm {
  const payee = plainWords(name).join(" ");
  const words = new Set([
    ...text,
    ...text.filter((word) => word.length > stem).map((word) => `${word.slice(0, stem)}…`),
    ...(payee.includes(" ") ? [payee] : []),
  ]);
  return {words: [...words], tokens: [...words, ...(iban ? [`iban:${iban}`] : [])]};
}

const letterWords = (words: readonly string[]): string[] =>
  words.filter((word) => /^\p{L}{2}/u.test(word));

/** Which way an amount goes, its size (a doubling a step) and what it was to the cent. */
export function moneyTokens(amountCents: number): string[] {
  const sign = amountCents < 0 ? "out" : "in";
  const size = Math.abs(amountCents);
  return [
    `money:${sign}`,
    `size:${sign}${Math.round(Math.log2(1 + size))}`,
    `cents:${sign}${size}`,
  ];
}
