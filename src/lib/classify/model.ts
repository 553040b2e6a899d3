/**
 * Guesses the category of a payment from the person's own corrections, by multinomial naive Bayes over what is present
 * in a payment (Manning, Raghavan, Schütze, "Introduction to Information Retrieval", chapter 13, formulas 13.3 and
 * 13.7, each token counted once), with Lidstone's smoothing in place of Laplace's. Its probabilities are far too sure,
 * as tokens of one payment depend on each other; they are cooled by one temperature (Guo et al., "On Calibration of
 * Modern Neural Networks", 2017), which is chosen with the smoothing on the corrections themselves, each guessed from
 * all the others. Nothing leaves the browser, and a thousand corrections are learnt in some hundredths of a second.
 */
import type {CategoryName} from "../bank/categories.js";
import type {Payment} from "./payment.js";
import {moneyTokens, type TextForm, textForm} from "./paymentTokens.js";

/** A payment of which the person has said what it was for. */
export interface Correction {
  readonly payment: Payment;
  readonly category: CategoryName;
}

export interface Guess {
  readonly category: CategoryName;
  /** The probability that it is right, at most `mostCertain`. */
  readonly certainty: number;
  /** The words that speak for it most, as they are compared; none where only amount and day do. */
  readonly because: readonly string[];
  /** Whose other payments speak for it, where no correction does. */
  readonly payee?: string;
}

/** No guess is as certain as a rule. */
export const mostCertain = 0.95;

const smoothings = [0.03, 0.1, 0.3, 1];
const temperatures = [0.7, 1, 1.5, 2, 3, 4, 6, 9];
/** With fewer corrections, chance would choose: then these. */
const enough = 12;
const fallback = {smoothing: 0.1, temperature: 4};
/** What the corrections leave for all that they have not seen: each category begins with so many payments. */
const seedCount = 0.5;

interface Counts {
  payments: number;
  tokens: number;
  readonly ofToken: Map<string, number>;
}

/**
 * Learns corrections; what comes back guesses one payment, or nothing where it knows none of its words. From corrections
 * of one category alone all would be of that one, so nothing is guessed. Payments of one form, of which `formOf` gives
 * one object, are looked up once; equal guesses are one object.
 */
export function learn(
  corrections: readonly Correction[],
  formOf: (payment: Payment) => TextForm = textForm,
): (payment: Payment) => Guess | undefined {
  const examples = corrections.map(({payment, category}) => ({
    tokens: [...formOf(payment).tokens, ...moneyTokens(payment.amountCents)],
    category,
  }));
  const table = new CountTable(examples);
  if (table.categories.length < 2) return () => undefined;
  const {smoothing, temperature} = examples.length < enough ? fallback : fitted(table, examples);
  const guessOf = (words: readonly string[], tokens: readonly string[]): Guess => {
    const scores = table.scores(tokens, smoothing);
    const best = placeOfMost(scores);
    const category = table.categories[best]!;
    const certainty = Math.min(mostCertain, Math.exp(logShare(scores, best, temperature)));
    return {category, certainty, because: table.tellingWords(words, category, smoothing)};
  };
  const known = new Map<TextForm, Map<string, Guess> | undefined>();
  const guessesOf = (form: TextForm) => {
    if (known.has(form)) return known.get(form);
    const guesses = form.words.some((word) => table.isKnown(word)) ? new Map() : undefined;
    known.set(form, guesses);
    return guesses;
  };
  const money = new Map<number, string>();
  const moneyOf = (amountCents: number): string => {
    const tokens = moneyTokens(amountCents).filter((token) => table.isKnown(token));
    const key = tokens.join(" ");
    money.set(amountCents, key);
    return key;
  };
  return (payment) => {
    const form = formOf(payment);
    const guesses = guessesOf(form);
    if (!guesses) return undefined;
    const key = money.get(payment.amountCents) ?? moneyOf(payment.amountCents);
    const guess = guesses.get(key) ?? guessOf(form.words, [...form.tokens, ...key.split(" ")]);
    guesses.set(key, guess);
    return guess;
  };
}

interface Example {
  readonly tokens: readonly string[];
  readonly category: CategoryName;
}

class CountTable {
  readonly categories: readonly CategoryName[];
  readonly #counts = new Map<CategoryName, Counts>();
  readonly #totals = new Map<string, number>();
  #payments = 0;

  constructor(examples: readonly Example[]) {
    for (const example of examples) this.add(example, 1);
    this.categories = [...this.#counts.keys()].sort();
  }

  /** Counts an example in, or with −1 out again. */
  add({tokens, category}: Example, times: 1 | -1): void {
    const counts = this.#counts.get(category) ?? {payments: 0, tokens: 0, ofToken: new Map()};
    this.#counts.set(category, counts);
    counts.payments += times;
    counts.tokens += times * tokens.length;
    this.#payments += times;
    for (const token of tokens) {
      counts.ofToken.set(token, (counts.ofToken.get(token) ?? 0) + times);
      this.#totals.set(token, (this.#totals.get(token) ?? 0) + times);
    }
  }

  isKnown(token: string): boolean {
    return (this.#totals.get(token) ?? 0) > 0;
  }

  /** The logarithm of prior and likelihood of each category, in the order of `categories`. */
  scores(tokens: readonly string[], smoothing: number): number[] {
    const known = tokens.filter((token) => this.isKnown(token));
    const all = this.#payments + seedCount * this.categories.length;
    return this.categories.map((category) => {
      const {payments} = this.#counts.get(category)!;
      return known.reduce(
        (sum, token) => sum + this.#logLikelihood(token, category, smoothing),
        Math.log((payments + seedCount) / all),
      );
    });
  }

  /** Up to three words that are likelier in this category than in the others, the most telling first. */
  tellingWords(words: readonly string[], category: CategoryName, smoothing: number): string[] {
    const rivals = this.categories.filter((other) => other !== category);
    const lead = (word: string) =>
      this.#logLikelihood(word, category, smoothing) -
      Math.max(...rivals.map((other) => this.#logLikelihood(word, other, smoothing)));
    const seen = words.filter((word) => (this.#counts.get(category)?.ofToken.get(word) ?? 0) > 0);
    return seen
      .map((word) => ({word, lead: lead(word)}))
      .filter(({lead}) => lead > 0)
      .sort((a, b) => b.lead - a.lead)
      .slice(0, 3)
      .map(({word}) => word);
  }

  #logLikelihood(token: string, category: CategoryName, smoothing: number): number {
    const {tokens, ofToken} = this.#counts.get(category)!;
    const size = tokens + smoothing * this.#totals.size;
    return Math.log(((ofToken.get(token) ?? 0) + smoothing) / size);
  }
}

/** The smoothing and the temperature with which the corrections foretell each other best, by mean logarithm. */
function fitted(table: CountTable, examples: readonly Example[]): typeof fallback {
  let best = {...fallback, score: Number.NEGATIVE_INFINITY};
  for (const smoothing of smoothings) {
    const all = examples.map((example) => {
      table.add(example, -1);
      const scores = table.scores(example.tokens, smoothing);
      table.add(example, 1);
      return {scores, right: table.categories.indexOf(example.category)};
    });
    for (const temperature of temperatures) {
      const score = all.reduce(
        (sum, {scores, right}) => sum + logShare(scores, right, temperature),
        0,
      );
      if (score > best.score) best = {smoothing, temperature, score};
    }
  }
  return best;
}

function placeOfMost(scores: readonly number[]): number {
  return scores.reduce((best, score, at) => (score > scores[best]! ? at : best), 0);
}

/** The logarithm of one score's share of all, at a temperature (softmax). */
function logShare(scores: readonly number[], at: number, temperature: number): number {
  const most = Math.max(...scores);
  const sum = scores.reduce((total, score) => total + Math.exp((score - most) / temperature), 0);
  return (scores[at]! - most) / temperature - Math.log(sum);
}
