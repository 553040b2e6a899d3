import fc from "fast-check";
import {categoryNames} from "../../src/lib/bank/codes.js";
import type {Payment} from "../../src/lib/classify/payment.js";
import type {Condition, Rule} from "../../src/lib/classify/rule.js";
import {formatDay, parseDay} from "../../src/lib/day.js";

let made = 0;

/** A payment of €12.34 by card, with what a test needs otherwise. */
export function payment(changes: Partial<Payment> = {}): Payment {
  return {
    id: `p${made++}`,
    date: "2025-03-04",
    amountCents: -1234,
    currency: "EUR",
    account: "checking",
    counterparty: "",
    description: "",
    ...changes,
  };
}

const words = ["rewe", "Café", "market", "DANKE", "Müller", "12", "shop", "Lidl", "and", "C&A"];
const text = fc.array(fc.constantFrom(...words), {maxLength: 4}).map((all) => all.join(" "));

/** Payments of few words, amounts and days, so that rules and payments meet. */
export const somePayment: fc.Arbitrary<Payment> = fc.record({
  id: fc.uuid(),
  date: fc.integer({min: 0, max: 60}).map((day) => formatDay(parseDay("2025-03-01") + day)),
  amountCents: fc.constantFrom(-5000, -1234, -1, 0, 1234, 250_000),
  currency: fc.constant("EUR"),
  account: fc.constantFrom("checking", "savings"),
  counterparty: text,
  description: text,
});

const value = fc.oneof(
  fc.constantFrom("rewe", "cafe", "rewe danke", "mul*", "*arket", "lidl", 'the "Lidl"', "and"),
  text.filter((one) => /\p{L}/u.test(one)),
);
const values = fc.array(value, {minLength: 1, maxLength: 3});
const cents = fc.integer({min: -300_000, max: 300_000});

/** Conditions of every kind, nested up to three deep. */
export const someCondition: fc.Arbitrary<Condition> = fc.letrec<{condition: Condition}>((tie) => ({
  condition: fc.oneof(
    {maxDepth: 3, withCrossShrink: true},
    fc.record({
      kind: fc.constant("text" as const),
      field: fc.constantFrom("payee" as const, "text" as const, "account" as const),
      comparison: fc.constantFrom("contains" as const, "is" as const),
      values,
    }),
    fc.record({
      kind: fc.constant("text" as const),
      field: fc.constant("text" as const),
      comparison: fc.constant("matches" as const),
      values: fc.constantFrom(["^rewe"], ["\\d+", "a\\/b"]),
    }),
    fc.tuple(cents, cents).map(([a, b]) => ({
      kind: "amount" as const,
      least: Math.min(a, b),
      most: Math.max(a, b),
    })),
    cents.map((least) => ({kind: "amount" as const, least})),
    cents.map((most) => ({kind: "amount" as const, most})),
    fc.constantFrom("in" as const, "out" as const).map((sign) => ({kind: "sign" as const, sign})),
    fc
      .uniqueArray(fc.integer({min: 1, max: 7}), {minLength: 1, maxLength: 7})
      .map((days) => ({kind: "weekday" as const, days})),
    tie("condition").map((condition) => ({kind: "not" as const, condition})),
    fc
      .tuple(
        fc.constantFrom("and" as const, "or" as const),
        fc.array(tie("condition"), {minLength: 2, maxLength: 3}),
      )
      .map(([kind, conditions]) => ({kind, conditions})),
  ),
})).condition;

const category = fc.constantFrom(...categoryNames);

/** Rules of every kind; their files and lines are those of a file of one line. */
export const someRule: fc.Arbitrary<Rule> = fc.record({
  stage: fc.constantFrom("first" as const, "normal" as const, "last" as const),
  condition: someCondition,
  actions: fc.oneof(
    category.map((one) => ({category: one, tags: [], split: []})),
    fc.record({
      payee: fc.oneof(
        fc.constantFrom("Rewe", "as", 'say "no"'),
        fc.constant({listed: true as const}),
      ),
      tags: fc.constantFrom(["home"], ["two words", "then"]),
      transferTo: fc.constantFrom("savings", "IE02 CTHS"),
      split: fc.constant([]),
    }),
    fc.tuple(category, category, category).map(([a, b, c]) => ({
      tags: [],
      split: [
        {category: a, size: {bps: 2550}},
        {category: b, size: "rest" as const},
        {category: c, size: {cents: 1250}},
      ],
    })),
  ),
  file: fc.constant("rules"),
  line: fc.constant(1),
});
