/**
 * What the rules make of a payment. What it was for (a category, a split, a transfer) is decided once, and so is the
 * payee's name: by the first stage with a rule that says it; there by a rule of the person before a shipped one, and
 * then by that of which the most specific held (`conditionTest.ts`). Of two equally specific ones the earlier in the
 * list decides; nothing else depends on the order. Tags are taken from all.
 */
import {type Books, conditionTest, type Held} from "./conditionTest.js";
import type {Payment} from "./payment.js";
import {type PaymentWords, paymentWords} from "./paymentWords.js";
import {PhraseBook} from "./phraseBook.js";
import {type Actions, type Rule, stages} from "./rule.js";

/** A rule and what of it held. */
export interface Hit {
  readonly rule: Rule;
  readonly held: Held;
}

export interface Ruling {
  /** The rule that says what the payment was for. */
  readonly decided?: Hit;
  readonly payee?: string;
  /** In alphabetical order. */
  readonly tags: readonly string[];
}

/** Decides one payment after another by these lists of rules, of which the earlier goes before where all is equal. */
export function decider(...lists: readonly (readonly Rule[])[]): (payment: Payment) => Ruling {
  const finders = lists.map(ruleFinder);
  return (payment) => {
    const words = paymentWords(payment);
    return rulingOf(finders.flatMap((find) => find(payment, words)));
  };
}

/** Finds the rules of a list that hold of a payment with these words, in the order of the list. */
export type RuleFinder = (payment: Payment, words: PaymentWords) => readonly Hit[];

/** Thousands of phrases take some hundredths of a second to put in order: each list once. */
const ready = new WeakMap<readonly Rule[], RuleFinder>();

/** A finder that tests only the rules of which a phrase is there, and those that need none. */
export function ruleFinder(rules: readonly Rule[]): RuleFinder {
  const known = ready.get(rules);
  if (known) return known;
  const books: Books = {payee: new PhraseBook(), text: new PhraseBook()};
  const tests = rules.map(({condition}) => conditionTest(condition, books));
  const always = tests.flatMap(({needs}, at) => (needs ? [] : [at]));
  const users = {payee: new Map<number, number[]>(), text: new Map<number, number[]>()};
  tests.forEach(({needs = []}, at) => {
    for (const {book, number} of needs) {
      const others = users[book].get(number);
      if (others) others.push(at);
      else users[book].set(number, [at]);
    }
  });
  const finder: RuleFinder = (payment, words) => {
    const found = {payee: books.payee.find(words.payee), text: books.text.find(words.text)};
    const count = found.payee.size + found.text.size;
    if (count + always.length === 0) return none;
    const places = [...always];
    for (const number of found.payee.keys()) places.push(...(users.payee.get(number) ?? []));
    for (const number of found.text.keys()) places.push(...(users.text.get(number) ?? []));
    const inOrder = count === 0 ? places : [...new Set(places)].sort((a, b) => a - b);
    const read = {payment, words, found};
    return inOrder.flatMap((at) => {
      const held = tests[at]!.holds(read);
      return held ? [{rule: rules[at]!, held}] : [];
    });
  };
  ready.set(rules, finder);
  return finder;
}

const none: readonly Hit[] = [];

const rankOf = ({rule: {stage, isShipped}}: Hit) => 2 * stages.indexOf(stage) + (isShipped ? 1 : 0);

/** What follows from the rules that hold, given in the order of their lists, which settles what is equal. */
export function rulingOf(found: readonly Hit[]): Ruling {
  if (found.length === 0) return silent;
  const hits = found.toSorted((a, b) => rankOf(a) - rankOf(b) || b.held.points - a.held.points);
  const decided = hits.find(({rule: {actions}}) => saysWhat(actions));
  const payee = hits.map(payeeOf).find((name) => name !== undefined);
  const tags = [...new Set(hits.flatMap(({rule}) => rule.actions.tags))].sort();
  return {
    ...(decided ? {decided} : {}),
    ...(payee === undefined ? {} : {payee}),
    // one list where there are none, so that equal rulings are seen to be equal
    tags: tags.length === 0 ? silent.tags : tags,
  };
}

const silent: Ruling = {tags: []};

function saysWhat({category, split, transferTo}: Actions): boolean {
  return category !== undefined || split.length > 0 || transferTo !== undefined;
}

/** The name that a rule gives; a value that is taken as it is listed loses its stars. */
function payeeOf({rule: {actions}, held}: Hit): string | undefined {
  return typeof actions.payee === "object" ? held.listed?.replaceAll("*", "") : actions.payee;
}
