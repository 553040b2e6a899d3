/**
 * What payments to one payee, in one direction, are wherever a rule knows: an employer writes “salary” in one month and
 * only the month in the next. Where rules do not agree about a payee, nothing follows.
 */
import type {CategoryName} from "../bank/categories.js";
import {type Guess, mostCertain} from "./model.js";
import {plainWords} from "./plainWords.js";

/** A payment that rules looked at; the category that they gave it, if they did. */
export interface Ruled {
  readonly payee: string;
  readonly isIn: boolean;
  readonly category: CategoryName | undefined;
}

/** What comes back guesses one payment like the others of its payee, the more of which there are the surer. */
export function alike(ruled: Iterable<Ruled>): (payee: string, isIn: boolean) => Guess | undefined {
  const keyOf = payeeKeys();
  const known = new Map<string, {readonly category: CategoryName; count: number} | "mixed">();
  for (const {payee, isIn, category} of ruled) {
    const key = keyOf(payee, isIn);
    if (!category || !key) continue;
    const seen = known.get(key);
    if (seen === undefined) known.set(key, {category, count: 1});
    else if (seen !== "mixed" && seen.category === category) seen.count++;
    else known.set(key, "mixed");
  }
  const guesses = new Map<string, Guess>();
  return (payee, isIn) => {
    const key = keyOf(payee, isIn);
    const seen = known.get(key);
    if (seen === undefined || seen === "mixed") return undefined;
    const {category, count} = seen;
    // the rule of succession, of Laplace
    const certainty = Math.min(mostCertain, (count + 1) / (count + 2));
    const guess = guesses.get(key) ?? {category, certainty, because: [], payee};
    guesses.set(key, guess);
    return guess;
  };
}

/** The words of a payee and the direction; empty where it has no name. */
function payeeKeys(): (payee: string, isIn: boolean) => string {
  const words = new Map<string, string>();
  return (payee, isIn) => {
    const key = words.get(payee) ?? plainWords(payee).join(" ");
    words.set(payee, key);
    return key && `${isIn ? "in" : "out"} ${key}`;
  };
}
