/** What one correction would mean for its like: the rule that is offered, and the rows that it changes. */
import type {CategoryName} from "../../lib/bank/categories.js";
import {type Change, dryRun, ruleFrom} from "../../lib/classify/corrections.js";
import {formatRule, formatRules} from "../../lib/classify/formatRules.js";
import {parseRules} from "../../lib/classify/parseRules.js";
import {correctionsOf, type Material} from "./analysis.js";
import {inEuro} from "./ledger.js";
import {rulesName, type Settings} from "./settings.js";

export interface OfferedChange {
  readonly date: string;
  readonly payee: string;
  readonly before: CategoryName | null;
  readonly after: CategoryName | null;
  readonly amount: number;
  readonly currency: string;
  readonly amount_eur: number | null;
}

export interface Offer {
  /** The rules of the person with the new one before them; empty where none is offered. */
  readonly rules: string;
  /** The new rule alone. */
  readonly rule: string;
  /** Other payments, in their order. */
  readonly changes: readonly OfferedChange[];
}

/**
 * The offer that follows from a payment's correction. Its changes are those that the rule makes, against what the person
 * saw before the correction: from that alone others may be guessed already.
 */
export function offerOf(
  {payments, setup, classifier}: Material,
  settings: Settings,
  {id, category}: {readonly id: string; readonly category: CategoryName},
): Offer {
  const payment = payments.get(id);
  const rule = payment && ruleFrom({payment, category}, setup.rules);
  if (!rule) return {rules: "", rule: "", changes: []};
  const text = formatRules([rule]);
  const line = formatRule(rule);
  const rules = `${text}${rule.stage === "normal" ? "" : "[normal]\n"}${settings.rules}`;
  const corrections = correctionsOf({...settings.corrections, [id]: category}, payments);
  const after = {...setup, rules: parseRules(rules, rulesName), corrections};
  const changes = dryRun(classifier, setup, after)
    .filter(({after}) => after.payment.id !== id && after.rule && formatRule(after.rule) === line)
    .map((change) => shown(change, settings.rates));
  return {rules, rule: line, changes};
}

function shown({before, after}: Change, rates: Settings["rates"]): OfferedChange {
  const {date, amountCents, currency} = after.payment;
  return {
    date,
    payee: after.payee,
    before: before.category ?? null,
    after: after.category ?? null,
    amount: amountCents / 100,
    currency,
    amount_eur: inEuro(amountCents, currency, rates) ?? null,
  };
}
