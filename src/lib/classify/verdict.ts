/** What decides the category of a payment, and its reason, for each that can. */
import {type CategoryName, categories} from "../bank/categories.js";
import {categoryBetween} from "./accountRules.js";
import type {Classified} from "./classified.js";
import type {Hit} from "./decide.js";
import type {Guess} from "./model.js";
import type {OwnAccount, Payment} from "./payment.js";
import {splitAmount} from "./splitAmount.js";
import type {Transfer} from "./transfers.js";

/** What decides the category, and its reason. */
export type Verdict = Pick<Classified, "by" | "certainty" | "why"> &
  Partial<Pick<Classified, "category" | "parts" | "rule" | "other" | "transferTo">>;

export const unknown: Verdict = {
  by: "nothing",
  certainty: 0,
  why: "no rule and no correction knows it",
};

export function verdictOfPerson(category: CategoryName): Verdict {
  return {by: "person", category, certainty: 1, why: "you said so"};
}

export type Kinds = ReadonlyMap<string, OwnAccount["kind"]>;

export function verdictOfRule(payment: Payment, {rule, held}: Hit, kinds: Kinds): Verdict {
  const {split, transferTo} = rule.actions;
  const between = transferTo && categoryBetween(kinds.get(payment.account), kinds.get(transferTo));
  const category = rule.actions.category ?? (split.length > 0 ? undefined : between);
  const place = rule.line > 0 ? `line ${rule.line} of ${rule.file}` : rule.file;
  return {
    by: "rule",
    certainty: 1,
    why: `${held.because.join(" and ")} (${place})`,
    rule,
    ...(category ? {category} : {}),
    ...(transferTo === undefined ? {} : {transferTo}),
    ...(split.length > 0 ? {parts: splitAmount(payment.amountCents, split)} : {}),
  };
}

export function verdictOfTransfer(
  {out, into, certainty, because}: Transfer,
  payment: Payment,
  kinds: Kinds,
): Verdict {
  const other = payment.id === out.id ? into : out;
  const category = categoryBetween(kinds.get(out.account), kinds.get(into.account));
  const way = payment.id === out.id ? `arrived in ${into.account}` : `came from ${out.account}`;
  const why = `it ${way} on ${other.date} (${because.join(", ")})`;
  return {by: "transfer", category, certainty, why, other, transferTo: other.account};
}

/** The category of the purchase, if it was one: money that a person gives back is no refund. */
export function verdictOfRefund(purchase: Payment, verdict: Verdict): Verdict | undefined {
  const {category, certainty} = verdict;
  const group = category && categories[category].group;
  if (!category || !(group === "discretionary" || group === "fixed")) return undefined;
  const why = `it gives back a payment of ${purchase.date}`;
  return {by: "refund", category, certainty, why, other: purchase};
}

export function verdictOfGuess({category, certainty, because, payee}: Guess): Verdict {
  if (payee !== undefined) {
    const why = `rules know other payments of ${payee}`;
    return {by: "guess", category, certainty, why};
  }
  const words = because.map((word) => `“${word}”`).join(", ");
  const why = words
    ? `${words} in payments that you corrected`
    : "payments alike that you corrected";
  return {by: "guess", category, certainty, why};
}
