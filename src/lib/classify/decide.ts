/**
 * What the rules make of a payment. What it was for (a category, a split, a transfer) is decided once, and so is the
 * payee's name: by the first stage with a rule that says it; there by a rule of the person before a shipped one, and
 * then by that of which the most specific held (`conditionTest.ts`). Of two equally specific ones the earlier in the
 * list decides; nothing else depends on the order. Tags are taken from all.
 */
import {type Books, conditionTest, type Held, type Read} from "./conditionTest.js";
import {type Payment, writtenPayee, writtenText} from "./payment.js";
import {PhraseBook} from "./phraseBook.js";
import {plainWords} from "./plainWords.js";
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
  const finders = lists.map(finderOf);
  return (payment) => {
    // The sort is stable, so the order of the lists settles what is equal.
    const hits = finders.flatMap((find) => find(payment));
    return rulingOf(hits.sort((a, b) => rankOf(a) - rankOf(b) || b.held.points - a.held.points));
  };
}

type Finder = (payment: Payment) => readonly Hit[];

/** Thousands of phrases take some hundredths of a second to put in order: each list once. */
const ready = new WeakMap<readonly Rule[], Finder>();

/**
 * What comes back finds the rules of a list that hold, in its order; of a payment that it has seen it knows them, so
 * that a correction, which changes other lists, costs little.
 */
function finderOf(rules: readonly Rule[]): Finder {
  const known = ready.get(rules);
  if (known) return known;
  const books: Books = {payee: new PhraseBook(), text: new PhraseBook()};
  const tests = rules.map((rule) => ({rule, test: conditionTest(rule.condition, books)}));
  const seen = new WeakMap<Payment, readonly Hit[]>();
  const finder: Finder = (payment) => {
    const before = seen.get(payment);
    if (before) return before;
    const read = readWith(books, payment);
    const hits = tests.flatMap(({rule, test}) => {
      const held = test(read);
      return held ? [{rule, held}] : [];
    });
    seen.set(payment, hits);
    return hits;
  };
  ready.set(rules, finder);
  return finder;
}

function readWith(books: Books, payment: Payment): Read {
  const payee = plainWords(writtenPayee(payment));
  const text = plainWords(writtenText(payment));
  const found = {payee: books.payee.find(payee), text: books.text.find(text)};
  return {payment, payee: payee.join(" "), text: text.join(" "), found};
}

const rankOf = ({rule: {stage, isShipped}}: Hit) => 2 * stages.indexOf(stage) + (isShipped ? 1 : 0);

function rulingOf(hits: readonly Hit[]): Ruling {
  const decided = hits.find(({rule: {actions}}) => saysWhat(actions));
  const payee = hits.map(payeeOf).find((name) => name !== undefined);
  return {
    ...(decided ? {decided} : {}),
    ...(payee === undefined ? {} : {payee}),
    tags: [...new Set(hits.flatMap(({rule}) => rule.actions.tags))].sort(),
  };
}

function saysWhat({category, split, transferTo}: Actions): boolean {
  return category !== undefined || split.length > 0 || transferTo !== undefined;
}

/** The name that a rule gives; a value that is taken as it is listed loses its stars. */
function payeeOf({rule: {actions}, held}: Hit): string | undefined {
  return typeof actions.payee === "object" ? held.listed?.replaceAll("*", "") : actions.payee;
}
