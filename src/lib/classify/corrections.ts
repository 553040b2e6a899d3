/**
 * From one corrected payment to a rule for its like: the rule is offered, its effect is shown before anything changes,
 * and applied to what is there it does what was shown.
 */
import {parseDay, weekdayOf} from "../day.js";
import type {Classified, Setup} from "./classified.js";
import type {Classifier} from "./classify.js";
import {decider} from "./decide.js";
import type {Correction} from "./model.js";
import {payeeName} from "./payeeName.js";
import {type Payment, writtenPayee, writtenText} from "./payment.js";
import {plainWords} from "./plainWords.js";
import type {Condition, Rule, Stage} from "./rule.js";

/** The file of a rule that was offered. */
const ownFile = "your rules";

/**
 * The widest rule that classifies the corrected payment so beside the person's rules, to be put before them: by the
 * payee's words and the direction of the money, else narrower. None where a narrower rule of the first stage is in the
 * way.
 */
export function ruleFrom(
  {payment, category}: Correction,
  rules: readonly Rule[],
): Rule | undefined {
  return candidates(payment)
    .map(({stage, conditions}): Rule => {
      const condition: Condition =
        conditions.length === 1 ? conditions[0]! : {kind: "and", conditions};
      const actions = {category, tags: [], split: []};
      return {stage, condition, actions, file: ownFile, line: 0};
    })
    .find((rule) => decider([rule], rules)(payment).decided?.rule === rule);
}

interface Candidate {
  readonly stage: Stage;
  readonly conditions: readonly Condition[];
}

/** From the widest to the narrowest. */
function candidates(payment: Payment): Candidate[] {
  const {amountCents, account, counterpartyIban, date} = payment;
  const named = plainWords(payeeName(payment));
  // A payment service stands in the payee's place, and the shop in the text.
  const isPayee = leadingWords(named, plainWords(writtenPayee(payment))) !== "";
  const field = isPayee ? "payee" : "text";
  const whole = isPayee ? writtenPayee(payment) : writtenText(payment);
  const name = leadingWords(named, plainWords(whole));
  const sign =
    amountCents === 0 ? [] : [{kind: "sign", sign: amountCents > 0 ? "in" : "out"} as const];
  const words = name ? [textCondition(field, "contains", name)] : [];
  const number = counterpartyIban ? [textCondition("iban", "is", counterpartyIban)] : [];
  const exact = plainWords(whole).length > 0 ? [textCondition(field, "is", whole)] : [];
  const rest: Condition[] = [
    {kind: "amount", least: amountCents, most: amountCents},
    ...(account ? [textCondition("account", "is", account)] : []),
  ];
  const all = [...exact, ...number, ...sign, ...rest];
  const day: Condition = {kind: "weekday", days: [weekdayOf(parseDay(date))]};
  const sets = [
    [...words, ...sign],
    [...number, ...sign],
    [...exact, ...sign],
    [...exact, ...number, ...sign],
    all,
  ].filter((conditions) => conditions.length > sign.length);
  return [
    ...sets.map((conditions) => ({stage: "normal" as const, conditions})),
    ...[...sets, [...all, ...words, day]].map((conditions) => ({
      stage: "first" as const,
      conditions,
    })),
  ];
}

/** As many of the first words as stand together in a text; a name may have been cleaned of a number between them. */
function leadingWords(words: readonly string[], text: readonly string[]): string {
  const written = ` ${text.join(" ")} `;
  const counts = words.map((_, at) => words.length - at);
  const most = counts.find((count) => written.includes(` ${words.slice(0, count).join(" ")} `));
  return words.slice(0, most ?? 0).join(" ");
}

function textCondition(
  field: "payee" | "text" | "iban" | "account",
  comparison: "contains" | "is",
  value: string,
): Condition {
  return {kind: "text", field, comparison, values: [value]};
}

/** A payment before and after a change of rules. */
export interface Change {
  readonly before: Classified;
  readonly after: Classified;
}

/**
 * The payments that another setup classifies otherwise, in their order: rows before and after. To apply the change,
 * also backwards, is to classify with the new setup: the rows are then those of `after`, and all others as they were.
 */
export function dryRun(classifier: Classifier, before: Setup, after: Setup): Change[] {
  const old = classifier.classify(before);
  return classifier.classify(after).flatMap((row, at) => {
    const change = {before: old[at]!, after: row};
    return change.before === row || outcomeOf(change.before) === outcomeOf(row) ? [] : [change];
  });
}

/** What a person sees of a classification, without its reason. */
function outcomeOf({category, parts, payee, tags, transferTo}: Classified): string {
  return JSON.stringify([category, parts, payee, tags, transferTo]);
}
