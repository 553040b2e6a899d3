/**
 * How well payments are classified of which the right categories are known. Each person has some months to correct what
 * comes; what is measured comes later. Corrections are made as a person makes them: of what has no category or a wrong
 * one.
 */
import type {CategoryName} from "../bank/categories.js";
import {parseDay} from "../day.js";
import type {Classified, Decider, Setup} from "./classified.js";
import {Classifier, classifyPayments} from "./classify.js";
import type {Correction} from "./model.js";
import type {OwnAccount, Payment} from "./payment.js";
import type {Rule} from "./rule.js";

export interface Person {
  readonly accounts: readonly OwnAccount[];
  /** With the right categories, in order of days. */
  readonly payments: readonly Correction[];
}

export type Method = "rules" | "corrections" | "both";

export interface AccuracyRow {
  readonly method: Method;
  /** The most corrections that a person made. */
  readonly correction_limit: number;
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

/** One row a method: what the shipped rules do by themselves, what corrections do without them, and both together. */
export function accuracyRows(
  people: readonly Person[],
  shipped: readonly Rule[],
  correctionLimits: readonly number[],
): AccuracyRow[] {
  const methods = [
    {method: "rules" as const, limit: 0},
    ...correctionLimits.flatMap((limit) => [
      {method: "corrections" as const, limit},
      {method: "both" as const, limit},
    ]),
  ];
  const outcomes = methods.map((): Outcome[] => []);
  for (const person of people) {
    const measured = measuredPerson(person, shipped);
    if (measured)
      methods.forEach(({method, limit}, at) => {
        outcomes[at]!.push(...measured(method, limit));
      });
  }
  return methods.map(({method, limit}, at) => accuracyOf(method, limit, outcomes[at]!));
}

interface Outcome {
  readonly cents: number;
  readonly by: Decider;
  readonly certainty: number;
  readonly isKnown: boolean;
  readonly isRight: boolean;
}

/** What comes of each method and number of corrections; undefined for whom nothing was booked. */
function measuredPerson({accounts, payments}: Person, shipped: readonly Rule[]) {
  const first = payments[0];
  if (!first) return undefined;
  const end = parseDay(first.payment.date) + learningDays;
  const isLate = ({date}: Payment) => parseDay(date) >= end;
  const truth = new Map(payments.map(({payment, category}) => [payment.id, category]));
  const isWrong = ({payment, category}: Classified) => category !== truth.get(payment.id);
  const all = payments.map(({payment}) => payment);
  const early = all.filter((one) => !isLate(one));
  const measuredWith = (setup: Setup) => {
    const wrong = classifyPayments(early, setup).filter(isWrong);
    const classifier = new Classifier(all);
    return (limit: number): Outcome[] => {
      const corrections = wrong
        .slice(0, limit)
        .map(({payment}) => ({payment, category: truth.get(payment.id)!}));
      return classifier
        .classify({...setup, corrections})
        .filter(({payment}) => isLate(payment))
        .map((row) => outcomeOf(row, truth.get(row.payment.id)));
    };
  };
  const ruled = measuredWith({rules: [], shipped, accounts});
  const alone = measuredWith({rules: []});
  return (method: Method, limit: number) => (method === "corrections" ? alone : ruled)(limit);
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

function accuracyOf(method: Method, limit: number, outcomes: readonly Outcome[]): AccuracyRow {
  const right = outcomes.filter(({isRight}) => isRight);
  const guesses = outcomes.filter(({by}) => by === "guess");
  const euros = (some: readonly Outcome[]) => some.reduce((sum, {cents}) => sum + cents, 0) / 100;
  return {
    method,
    correction_limit: limit,
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
