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

/** A payment with its words, and the phrases of all rules that are in them. */
export interface Read {
  readonly payment: Payment;
  readonly payee: string;
  readonly text: string;
  readonly found: {
    readonly payee: ReadonlyMap<number, Found>;
    readonly text: ReadonlyMap<number, Found>;
  };
}

export type Test = (read: Read) => Held | undefined;

export interface Books {
  readonly payee: PhraseBook;
  readonly text: PhraseBook;
}

/** The test of a condition; its phrases are put into the books, in which each payment is looked up once. */
export function conditionTest(condition: Condition, books: Books): Test {
  switch (condition.kind) {
    case "text":
      return textTest(condition, books);
    case "amount": {
      const {least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY} = condition;
      const points = least === most ? 40 : Number.isFinite(most - least) ? 25 : 10;
      const held = heldAs(condition, points);
      return ({payment: {amountCents}}) =>
        amountCents >= least && amountCents <= most ? held : undefined;
    }
    case "sign": {
      const held = heldAs(condition, 2);
      const isIn = condition.sign === "in";
      return ({payment: {amountCents}}) =>
        amountCents !== 0 && amountCents > 0 === isIn ? held : undefined;
    }
    case "weekday": {
      const held = heldAs(condition, 5);
      return ({payment}) =>
        condition.days.includes(weekdayOf(parseDay(payment.date))) ? held : undefined;
    }
    case "not": {
      const inner = conditionTest(condition.condition, books);
      const held = heldAs(condition, 1);
      return (read) => (inner(read) ? undefined : held);
    }
    case "and": {
      const tests = condition.conditions.map((part) => conditionTest(part, books));
      return (read) => all(tests, read);
    }
    case "or": {
      const tests = condition.conditions.map((part) => conditionTest(part, books));
      return (read) => best(tests.map((test) => test(read)));
    }
  }
}

function heldAs(condition: Condition, points: number): Held {
  return {points, because: [formatCondition(condition)]};
}

function all(tests: readonly Test[], read: Read): Held | undefined {
  let points = 0;
  let listed: string | undefined;
  const because: string[] = [];
  for (const test of tests) {
    const held = test(read);
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

function textTest(condition: TextCondition, books: Books): Test {
  const {field, comparison, values} = condition;
  const reason = (value: string) => [formatCondition({...condition, values: [value]})];
  if (field === "iban" || field === "account") return codeTest(condition);
  if (comparison === "contains") {
    const owner = books[field].add(values);
    return ({found}) => {
      const one = found[field].get(owner);
      if (!one) return undefined;
      const points = 10 + Math.min(60, one.length);
      return {points, because: reason(one.phrase), listed: one.phrase};
    };
  }
  if (comparison === "matches") return expressionTest(condition);
  const known = new Map(values.map((value) => [plainWords(value).join(" "), value]));
  return (read) => {
    const value = known.get(read[field]);
    return value === undefined ? undefined : {points: 100, because: reason(value), listed: value};
  };
}

/** What is no prose is compared letter by letter, without blanks and case. */
function codeTest(condition: TextCondition): Test {
  const {field, comparison, values} = condition;
  if (comparison === "matches") return expressionTest(condition);
  const codes = values.map(plainIban);
  const points = comparison === "is" ? (field === "iban" ? 200 : 30) : undefined;
  return ({payment}) => {
    const code = plainIban((field === "iban" ? payment.counterpartyIban : payment.account) ?? "");
    const at = points ? codes.indexOf(code) : codes.findIndex((one) => code.includes(one));
    if (at < 0) return undefined;
    const because = [formatCondition({...condition, values: [values[at]!]})];
    return {points: points ?? 10 + Math.min(60, codes[at]!.length), because};
  };
}

function expressionTest(condition: TextCondition): Test {
  const {field, values} = condition;
  const expressions = values.map((value) => new RegExp(value, "iu"));
  return ({payment}) => {
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
}
