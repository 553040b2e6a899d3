/**
 * What the rules make of a payment. Each thing (category or split, payee's name, transfer) is decided once: by the first
 * stage with a rule that says it; there by a rule of the person before a shipped one, and then by that of which the most
 * specific held (`conditionTest.ts`). Of two equally specific ones the earlier in the list decides; nothing else depends on
 * the order. Tags are taken from all.
 */
import type {CategoryName} from "../bank/categories.js";
import {type Books, conditionTest, type Held, writtenText} from "./conditionTest.js";
import type {Payment} from "./payment.js";
import {PhraseBook} from "./phraseBook.js";
import {plainWords} from "./plainWords.js";
import {type Rule, type SplitPart, stages} from "./rule.js";

/** A value with the rule that decided it, and what of the rule held. */
export interface Ruled<T> {
  readonly value: T;
  readonly rule: Rule;
  readonly held: Held;
}

export interface Ruling {
  readonly category?: Ruled<CategoryName>;
  readonly split?: Ruled<readonly SplitPart[]>;
  readonly payee?: Ruled<string>;
  readonly transferTo?: Ruled<string>;
  /** In alphabetical order. */
  readonly tags: readonly string[];
}

interface Hit {
  readonly rule: Rule;
  readonly held: Held;
}

/** Decides one payment after another by these lists of rules, of which the earlier goes before where all is equal. */
export function decider(...lists: readonly (readonly Rule[])[]): (payment: Payment) => Ruling {
  const finders = lists.map(finderOf);
  return (payment) => {
    const payee = plainWords(payment.counterparty);
    const text = plainWords(writtenText(payment));
    // The sort is stable, so the order of the lists settles what is equal.
    const hits = finders.flatMap((find) => find(payment, payee, text));
    return rulingOf(hits.sort((a, b) => rankOf(a) - rankOf(b) || b.held.points - a.held.points));
  };
}

type Finder = (payment: Payment, payee: readonly string[], text: readonly string[]) => Hit[];

/** Thousands of phrases take some hundredths of a second to put in order: each list once. */
const finders = new WeakMap<readonly Rule[], Finder>();

/** What comes back finds the rules of a list that hold, in its order. */
function finderOf(rules: readonly Rule[]): Finder {
  const known = finders.get(rules);
  if (known) return known;
  const books: Books = {payee: new PhraseBook(), text: new PhraseBook()};
  const tests = rules.map((rule) => ({rule, test: conditionTest(rule.condition, books)}));
  const finder: Finder = (payment, payee, text) => {
    const found = {payee: books.payee.find(payee), text: books.text.find(text)};
    const read = {payment, payee: payee.join(" "), text: text.join(" "), found};
    return tests.flatMap(({rule, test}) => {
      const held = test(read);
      return held ? [{rule, held}] : [];
    });
  };
  finders.set(rules, finder);
  return finder;
}

const rankOf = ({rule: {stage, isShipped}}: Hit) => 2 * stages.indexOf(stage) + (isShipped ? 1 : 0);

function rulingOf(hits: readonly Hit[]): Ruling {
  const first = <T>(value: (hit: Hit) => T | undefined): Ruled<T> | undefined => {
    for (const hit of hits) {
      const one = value(hit);
      if (one !== undefined) return {value: one, ...hit};
    }
  };
  const what = hits.find(({rule: {actions}}) => actions.category || actions.split.length > 0);
  const payee = first(({rule: {actions}, held}) =>
    typeof actions.payee === "object" ? held.listed?.replaceAll("*", "") : actions.payee,
  );
  const transferTo = first(({rule: {actions}}) => actions.transferTo);
  const category = what?.rule.actions.category;
  return {
    ...(what && category ? {category: {value: category, ...what}} : {}),
    ...(what && !category ? {split: {value: what.rule.actions.split, ...what}} : {}),
    ...(payee ? {payee} : {}),
    ...(transferTo ? {transferTo} : {}),
    tags: [...new Set(hits.flatMap(({rule}) => rule.actions.tags))].sort(),
  };
}
