/**
 * How well payments are classified of which the right categories are known. Each person has some months to correct what
 * comes; what is measured comes later. Corrections are made as a person makes them: of what has no category or a wrong
 * one.
 */
import type {CategoryName} from "../bank/categories.js";
import {parseDay} from "../day.js";
import type {Classified, Decider} from "./classified.js";
import {Classifier, classifyPayments} from "./classify.js";
import type {Correction} from "./model.js";
import type {OwnAccount, Payment} from "./payment.js";
import type {Rule} from "./rule.js";

export interface Person {
  readonly accounts: readonly OwnAccount[];
  /** With the right categories, in order of days. */
  readonly payments: readonly Correction[];
}

export interface AccuracyRow {
  /** The most corrections that a person made; 0 where rules decide alone. */
  readonly correction_limit: number;
  readonly person_count: number;
  readonly row_count: number;
  readonly right_count: number;
  /** Left without a category. */
  readonly unknown_count: number;
  readonly amount_eur: number;
  readonly right_eur: number;
  /** Of guesses: how many, how many of them right, and how certain they were on average. */
  readonly guess_count: number;
  readonly right_guess_count: number;
  readonly mean_certainty: number;
}

/** Days from a person's first payment in which corrections are made; what comes later is measured. */
export const learningDays = 91;

/** One row a number of corrections, 0 first: what rules do by themselves, and with what people say. */
export function accuracyRows(
  people: readonly Person[],
  rules: readonly Rule[],
  correctionLimits: readonly number[],
): AccuracyRow[] {
  const limits = [0, ...correctionLimits];
  const measured = people.map((person) => outcomesOf(person, rules, limits));
  return limits.map((limit, at) =>
    accuracyOf(
      limit,
      measured.map((outcomes) => outcomes[at]!).filter(({length}) => length > 0),
    ),
  );
}

interface Outcome {
  readonly cents: number;
  readonly by: Decider;
  readonly certainty: number;
  readonly isKnown: boolean;
  readonly isRight: boolean;
}

/** What comes later, for each number of corrections. */
function outcomesOf(
  {accounts, payments}: Person,
  shipped: readonly Rule[],
  limits: readonly number[],
): Outcome[][] {
  const end = payments[0] ? parseDay(payments[0].payment.date) + learningDays : 0;
  const isLate = ({date}: Payment) => parseDay(date) >= end;
  const truth = new Map(payments.map(({payment, category}) => [payment.id, category]));
  const setup = {rules: [], shipped, accounts};
  const all = payments.map(({payment}) => payment);
  const early = all.filter((payment) => !isLate(payment));
  const corrections = classifyPayments(early, setup)
    .filter(({payment, category}) => category !== truth.get(payment.id))
    .map(({payment}) => ({payment, category: truth.get(payment.id)!}));
  const classifier = new Classifier(all);
  return limits.map((limit) =>
    classifier
      .classify({...setup, corrections: corrections.slice(0, limit)})
      .filter(({payment}) => isLate(payment))
      .map((row) => outcomeOf(row, truth.get(row.payment.id))),
  );
}

function outcomeOf({payment, category, by, certainty}: Classified, right?: CategoryName): Outcome {
  return {
    cents: Math.abs(payment.amountCents),
    by,
    certainty,
    isKnown: category !== undefined,
    isRight: category === right,
  };
}

function accuracyOf(limit: number, measured: readonly (readonly Outcome[])[]): AccuracyRow {
  const outcomes = measured.flat();
  const right = outcomes.filter(({isRight}) => isRight);
  const guesses = outcomes.filter(({by}) => by === "guess");
  const euros = (some: readonly Outcome[]) => some.reduce((sum, {cents}) => sum + cents, 0) / 100;
  return {
    correction_limit: limit,
    person_count: measured.length,
    row_count: outcomes.length,
    right_count: right.length,
    unknown_count: outcomes.filter(({isKnown}) => !isKnown).length,
    amount_eur: euros(outcomes),
    right_eur: euros(right),
    guess_count: guesses.length,
    right_guess_count: guesses.filter(({isRight}) => isRight).length,
    mean_certainty:
      guesses.reduce((sum, {certainty}) => sum + certainty, 0) / Math.max(1, guesses.length),
  };
}
