import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Classified, Setup} from "../../../src/lib/classify/classified.js";
import {Classifier, classifyPayments} from "../../../src/lib/classify/classify.js";
import {parseRules} from "../../../src/lib/classify/parseRules.js";
import type {OwnAccount} from "../../../src/lib/classify/payment.js";
import type {Rule} from "../../../src/lib/classify/rule.js";
import {shippedRules} from "../../../src/lib/classify/shipped/shippedRules.js";
import {payment, somePayment, someRule} from "../../support/payments.js";

const accounts: readonly OwnAccount[] = [
  {account: "checking", kind: "checking", iban: "IE01 0001", holder: "Ada Muster"},
  {account: "savings", kind: "savings", iban: "IE01 0002", holder: "Ada Muster"},
];
const shipped = parseRules(
  "if text contains Lidl then category groceries, payee as listed\nif text contains transfer then category peer",
  "shipped",
).map((rule): Rule => ({...rule, isShipped: true}));
type Pick = [at: number, category: "groceries" | "travel" | "fee" | "saving"];
const lidl = payment({description: "LIDL SAGT DANKE 123"});

describe("classifyPayments(payments, setup)", () => {
  it("says which rule decided, and why", () => {
    expect(classifyPayments([lidl], {rules: [], shipped})).toEqual([
      {
        payment: lidl,
        by: "rule",
        category: "groceries",
        parts: [],
        payee: "Lidl",
        tags: [],
        certainty: 1,
        why: "text contains Lidl (line 1 of shipped)",
        rule: shipped[0],
      },
    ]);
  });

  it("lets the person's word go before all", () => {
    const corrections = [{payment: lidl, category: "travel" as const}];
    const [row] = classifyPayments([lidl], {rules: [], shipped, corrections});
    expect(row).toMatchObject({by: "person", category: "travel", certainty: 1});
  });

  it("takes the other half of a transfer over a shipped rule, and a rule of the person over both", () => {
    const out = payment({amountCents: -9000, description: "Transfer"});
    const into = payment({amountCents: 9000, account: "savings", description: "Transfer"});
    const [row] = classifyPayments([out, into], {rules: [], shipped, accounts});
    expect(row).toMatchObject({
      by: "transfer",
      category: "saving",
      other: into,
      transferTo: "savings",
    });
    expect(row!.certainty).toBeLessThan(1);
    const own = parseRules("if money out then category household", "own");
    const [mine] = classifyPayments([out, into], {rules: own, shipped, accounts});
    expect(mine).toMatchObject({by: "rule", category: "household"});
  });

  it("knows own accounts by their number and their holder, where only one statement is there", () => {
    const rows = classifyPayments(
      [
        payment({counterpartyIban: "IE010002"}),
        payment({counterparty: "MUSTER ADA"}),
        payment({description: "Dauerauftrag Ada Muster"}),
        payment({counterparty: "Ada Mustermann"}),
        payment({counterparty: "Muster KG"}),
      ],
      {rules: [], accounts},
    );
    expect(rows.map(({category}) => category)).toEqual([
      "saving",
      "household",
      "household",
      undefined,
      undefined,
    ]);
    expect(rows[0]?.transferTo).toBe("savings");
  });

  it("takes what a text says of a payment over the holder's name in it", () => {
    const wages = parseRules("if text contains gehalt and money in then category salary", "s");
    const rules = wages.map((rule): Rule => ({...rule, isShipped: true}));
    const paid = payment({description: "Gehalt Ada Muster", amountCents: 200_000});
    expect(classifyPayments([paid], {rules, accounts})[0]?.category).toBe("salary");
  });

  it("takes no half of a transfer for the purchase of a refund", () => {
    const rules = parseRules("if money out then category clothing", "s");
    const out = payment({amountCents: -9000, counterparty: "Nord"});
    const into = payment({amountCents: 9000, account: "savings"});
    const back = payment({amountCents: 9000, counterparty: "Nord", date: "2025-03-20"});
    const rows = classifyPayments([out, into, back], {rules, accounts: accounts.slice(1, 2)});
    expect(rows.map(({by}) => by)).toEqual(["rule", "transfer", "nothing"]);
  });

  it("takes a transfer that a rule knows for what is between the two accounts", () => {
    const rules = parseRules("if text contains umbuchung then transfer to savings", "own");
    const [row] = classifyPayments([payment({description: "Umbuchung"})], {rules, accounts});
    expect(row).toMatchObject({by: "rule", category: "saving", transferTo: "savings"});
  });

  it("gives a refund the category of its purchase, unless that was no purchase", () => {
    const rules = parseRules("if money out and text contains zapatoo then category clothing", "r");
    const bought = payment({counterparty: "Zapatoo"});
    const back = payment({counterparty: "Zapatoo", amountCents: 1234, date: "2025-03-09"});
    const [, row] = classifyPayments([bought, back], {rules});
    expect(row).toMatchObject({by: "refund", category: "clothing", other: bought});
    const lent = parseRules("if money out and text contains zapatoo then category peer", "r");
    expect(classifyPayments([bought, back], {rules: lent})[1]?.by).toBe("nothing");
  });

  it("guesses from corrections what no rule knows, less certain than a rule, and says so", () => {
    const corrections = [
      {payment: payment({description: "NORDKAUF BERLIN"}), category: "groceries" as const},
      {payment: payment({description: "KINO BERLIN"}), category: "recreation" as const},
    ];
    const [row] = classifyPayments([payment({description: "NORDKAUF HAMBURG"})], {
      rules: [],
      corrections,
    });
    expect(row).toMatchObject({by: "guess", category: "groceries"});
    expect(row!.certainty).toBeLessThan(1);
    expect(row!.why).toMatch(/^“nordkauf”.* in payments that you corrected$/);
  });

  it("splits a payment, and leaves open what nothing knows", () => {
    const rules = parseRules(
      "if text contains lidl then split 50% groceries, split rest travel",
      "r",
    );
    const [whole, open] = classifyPayments([lidl, payment()], {rules});
    expect(whole).toMatchObject({by: "rule", parts: [{amountCents: -617}, {amountCents: -617}]});
    expect(whole).not.toHaveProperty("category");
    expect(open).toMatchObject({by: "nothing", certainty: 0, parts: [], tags: []});
    expect(classifyPayments([], {rules})).toEqual([]);
  });

  it("gives every payment, whatever is written, either a category, or parts, or a reason why not", () => {
    const all = shippedRules();
    const text = fc.oneof(fc.string({unit: "binary"}), fc.string({unit: "grapheme"}));
    fc.assert(
      fc.property(text, text, fc.integer(), (counterparty, description, amountCents) => {
        const [row] = classifyPayments([payment({counterparty, description, amountCents})], {
          rules: [],
          shipped: all,
          accounts,
        });
        expect(row!.why).not.toBe("");
        expect(row!.by === "nothing").toBe(row!.category === undefined);
      }),
    );
  });

  it("reads no more than the beginning of an endless text", () => {
    const rows = ["A", "A1", "* ", "EREF+"].map((part) =>
      payment({counterparty: part.repeat(100_000), description: part.repeat(100_000)}),
    );
    const started = performance.now();
    classifyPayments(rows, {rules: [], shipped: shippedRules(), accounts});
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe("Classifier.classify(setup)", () => {
  const rulesOf = fc.array(someRule, {maxLength: 4});
  const change = fc.oneof(
    fc.record({rules: rulesOf}),
    fc.record({
      shipped: rulesOf.map((rules) => rules.map((rule) => ({...rule, isShipped: true as const}))),
    }),
    fc.record({accounts: fc.constantFrom([], accounts, accounts.slice(1))}),
    fc.record({
      picks: fc.array(fc.tuple(fc.nat(), fc.constantFrom("groceries", "travel", "fee", "saving")), {
        maxLength: 16,
      }),
    }),
  );

  it("says after any change of rules, accounts and corrections what a first time says", () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(somePayment, {minLength: 1, maxLength: 25, selector: ({id}) => id}),
        fc.array(change, {minLength: 2, maxLength: 8}),
        (payments, changes) => {
          const classifier = new Classifier(payments);
          let setup: Setup = {rules: []};
          let before: readonly Classified[] = [];
          for (const {picks, ...rest} of changes as (Partial<Setup> & {picks?: Pick[]})[]) {
            const corrections = picks?.map(([at, category]) => ({
              payment: payments[at % payments.length]!,
              category,
            }));
            setup = {...setup, ...rest, ...(corrections ? {corrections} : {})};
            const rows = classifier.classify(setup);
            expect(rows).toEqual(classifyPayments(payments, setup));
            // what is said again of a payment without parts is the same object
            rows.forEach((row, at) => {
              const known = before[at];
              if (known && row !== known && row.parts.length + row.tags.length === 0)
                expect(row).not.toEqual(known);
            });
            before = rows;
          }
        },
      ),
    ));

  it("keeps what is said of all payments that a correction does not touch", () => {
    const classifier = new Classifier([lidl, payment({description: "KINO"})]);
    const setup = {rules: [], shipped};
    const before = classifier.classify(setup);
    const corrections = [{payment: before[1]!.payment, category: "recreation" as const}];
    const after = classifier.classify({...setup, corrections});
    expect([after[0] === before[0], after[1]!.by]).toEqual([true, "person"]);
  });
});
