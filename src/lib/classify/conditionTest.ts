/**
 * Whether a condition holds of a payment, and how specific what held is, in points that a person can add up:
 *
 * | what held | points |
 * |---|---|
 * | `iban is` | 200 |
 * | `payee is`, `text is` | 100 |
 * | `contains` | 10, and 1 for each letter of what was found, up to 60 |
 * | `matches`; `account is` | 30 |
 * | `amount is`; `from … to`; `at least`, `at most` | 40; 25; 10 |
 * | `weekday is` | 5 |
 * | `money in`, `money out` | 2 |
 * | `not` | 1 |
 *
 * Conditions joined with `and` add up; of those joined with `or`, and of several values, the best counts.
 */
import {parseDay, weekdayOf} from "../day.js";
import {formatCondition} from "./formatRules.js";
import {type Payment, plainIban, writtenPayee, writtenText} from "./payment.js";
import type {PaymentWords} from "./paymentWords.js";
import type {Found, PhraseBook} from "./phraseBook.js";
import {plainWords} from "./plainWords.js";
import type {Condition} from "./rule.js";

export interface Held {
  readonly points: number;
  /** What held, in the words of a rules file. */
  readonly because: readonly string[];
  /** The value that was found, as the rule spells it. */
  readonly listed?: string;
}

/** A payment with the phrases of all rules that are in its words. */
export interface Read {
  readonly payment: Payment;
  readonly words: PaymentWords;
  readonly found: Readonly<Record<keyof Books, ReadonlyMap<number, Found>>>;
}

export interface Books {
  readonly payee: PhraseBook;
  readonly text: PhraseBook;
}

/** A place in the books. */
export interface Owner {
  readonly book: keyof Books;
  readonly number: number;
}

export interface ConditionTest {
  readonly holds: (read: Read) => Held | undefined;
  /** It can hold only where one of these is found; missing where it can hold without any. */
  readonly needs?: readonly Owner[];
}

/** The test of a condition; its phrases are put into the books, in which each payment is looked up once. */
export function conditionTest(condition: Condition, books: Books): ConditionTest {
  switch (condition.kind) {
    case "text":
      return textTest(condition, books);
    case "amount": {
      const {least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY} = condition;
      const points = least === most ? 40 : Number.isFinite(most - least) ? 25 : 10;
      const held = heldAs(condition, points);
      const holds = ({payment: {amountCents}}: Read) =>
        amountCents >= least && amountCents <= most ? held : undefined;
      return {holds};
    }
    case "sign": {
      const held = heldAs(condition, 2);
      const isIn = condition.sign === "in";
      const holds = ({payment: {amountCents}}: Read) =>
        amountCents !== 0 && amountCents > 0 === isIn ? held : undefined;
      return {holds};
    }
    case "weekday": {
      const held = heldAs(condition, 5);
      const holds = ({payment}: Read) =>
        condition.days.includes(weekdayOf(parseDay(payment.date))) ? held : undefined;
      return {holds};
    }
    case "not": {
      const inner = conditionTest(condition.condition, books);
      const held = heldAs(condition, 1);
      return {holds: (read) => (inner.holds(read) ? undefined : held)};
    }
    case "and": {
      const tests = condition.conditions.map((part) => conditionTest(part, books));
      const needs = tests.find((test) => test.needs)?.needs;
      return {holds: (read) => all(tests, read), ...(needs ? {needs} : {})};
    }
    case "or": {
      const tests = condition.conditions.map((part) => conditionTest(part, books));
      const needs = tests.flatMap((test) => test.needs ?? []);
      const holds = (read: Read) => best(tests.map((test) => test.holds(read)));
      return {holds, ...(tests.every((test) => test.needs) ? {needs} : {})};
    }
  }
}

function heldAs(condition: Condition, points: number): Held {
  return {points, because: [formatCondition(condition)]};
}

function all(tests: readonly ConditionTest[], read: Read): Held | undefined {
  let points = 0;
  let listed: string | undefined;
  const because: string[] = [];
  for (const {holds} of tests) {
    const held = holds(read);
    if (!held) return undefined;
    points += held.points;
    because.push(...held.because);
    listed ??= held.listed;
  }
  return {points, because, ...(listed === undefined ? {} : {listed})};
}

function best(held: readonly (Held | undefined)[]): Held | undefined {
  return held.reduce((most, one) => ((one?.points ?? 0) > (most?.points ?? 0) ? one : most));
}

type TextCondition = Extract<Condition, {kind: "text"}>;

function textTest(condition: TextCondition, books: Books): ConditionTest {
  const {field, comparison, values} = condition;
  if (field === "iban" || field === "account") return codeTest(condition);
  if (comparison === "matches") return expressionTest(condition);
  const reasons = new Map(
    values.map((value) => [value, [formatCondition({...condition, values: [value]})]]),
  );
  if (comparison === "contains") {
    const owner = {book: field, number: books[field].add(values)};
    const holds = ({found}: Read): Held | undefined => {
      const one = found[field].get(owner.number);
      if (!one) return undefined;
      const points = 10 + Math.min(60, one.length);
      return {points, because: reasons.get(one.phrase)!, listed: one.phrase};
    };
    return {holds, needs: [owner]};
  }
  const known = new Map(values.map((value) => [plainWords(value).join(" "), value]));
  const holds = ({words}: Read): Held | undefined => {
    const value = known.get(words[field].join(" "));
    return value === undefined
      ? undefined
      : {points: 100, because: reasons.get(value)!, listed: value};
  };
  return {holds};
}

/** What is no prose is compared letter by letter, without blanks and case. */
function codeTest(condition: TextCondition): ConditionTest {
  const {field, comparison, values} = condition;
  if (comparison === "matches") return expressionTest(condition);
  const codes = values.map(plainIban);
  const points = comparison === "is" ? (field === "iban" ? 200 : 30) : undefined;
  const holds = ({payment}: Read): Held | undefined => {
    const code = plainIban((field === "iban" ? payment.counterpartyIban : payment.account) ?? "");
    const at = points ? codes.indexOf(code) : codes.findIndex((one) => code.includes(one));
    if (at < 0) return undefined;
    const because = [formatCondition({...condition, values: [values[at]!]})];
    return {points: points ?? 10 + Math.min(60, codes[at]!.length), because};
  };
  return {holds};
}

function expressionTest(condition: TextCondition): ConditionTest {
  const {field, values} = condition;
  const expressions = values.map((value) => new RegExp(value, "iu"));
  const holds = ({payment}: Read): Held | undefined => {
    const texts = {
      payee: writtenPayee(payment),
      text: writtenText(payment),
      iban: payment.counterpartyIban ?? "",
      account: payment.account,
    };
    const at = expressions.findIndex((one) => one.test(texts[field]));
    if (at < 0) return undefined;
    return {points: 30, because: [formatCondition({...condition, values: [values[at]!]})]};
  };
  return {holds};
}
