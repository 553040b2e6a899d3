import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {categoryNames} from "../../../src/lib/bank/codes.js";
import {Classifier, classifyPayments} from "../../../src/lib/classify/classify.js";
import {dryRun, ruleFrom} from "../../../src/lib/classify/corrections.js";
import {formatRule} from "../../../src/lib/classify/formatRules.js";
import {parseRules} from "../../../src/lib/classify/parseRules.js";
import type {Rule} from "../../../src/lib/classify/rule.js";
import {payment, somePayment, someRule} from "../../support/payments.js";

const offered = (...given: Parameters<typeof ruleFrom>) => {
  const rule = ruleFrom(...given);
  return rule && `[${rule.stage}] ${formatRule(rule)}`;
};
const nordkauf = payment({description: "KARTENZAHLUNG 12345678 NORDKAUF BERLIN 03.04."});

describe("ruleFrom(correction, rules)", () => {
  it("offers the payee's words and the direction of the money", () => {
    expect(offered({payment: nordkauf, category: "groceries"}, [])).toBe(
      '[normal] if text contains "nordkauf berlin" and money out then category groceries',
    );
    const person = payment({counterparty: "Anna Muster", amountCents: 5000});
    expect(offered({payment: person, category: "peer"}, [])).toBe(
      '[normal] if payee contains "anna muster" and money in then category peer',
    );
  });

  it("takes the shop, not the service that passed the payment on", () => {
    const bought = payment({
      counterparty: "PayPal Europe S.a.r.l. et Cie S.C.A",
      description: "PP.1234.PP . ZAPATOO, Ihr Einkauf bei ZAPATOO",
    });
    expect(offered({payment: bought, category: "clothing"}, [])).toBe(
      "[normal] if text contains zapatoo and money out then category clothing",
    );
  });

  it("takes the account number where no words are written", () => {
    const rent = payment({counterparty: "4711", counterpartyIban: "DE02 1203"});
    expect(offered({payment: rent, category: "rent"}, [])).toBe(
      '[normal] if iban is "DE02 1203" and money out then category rent',
    );
  });

  it("goes before a shipped rule that was wrong", () => {
    const shipped = parseRules(
      "if text is KARTENZAHLUNG 12345678 NORDKAUF BERLIN 03.04. then category fee",
      "s",
    );
    const rules = shipped.map((rule): Rule => ({...rule, isShipped: true}));
    expect(offered({payment: nordkauf, category: "groceries"}, rules)).toContain("[normal]");
  });

  it("is narrower, or of the first stage, where a rule of the person says otherwise", () => {
    const wide = parseRules(
      "if text contains nordkauf berlin and weekday is tuesday then category fee",
      "o",
    );
    expect(offered({payment: nordkauf, category: "groceries"}, wide)).toContain(
      "[normal] if text is",
    );
    const firm = parseRules("[first]\nif money out then category fee", "o");
    expect(offered({payment: nordkauf, category: "groceries"}, firm)).toContain("[first]");
  });

  it("offers nothing where nothing is written and an own rule of the first stage is in the way", () => {
    const rules = parseRules(
      [
        "[first]",
        "if amount is -12.34 and account is checking and weekday is tuesday",
        "  and money out and amount is -12.34 then category fee",
      ].join("\n"),
      "o",
    );
    expect(ruleFrom({payment: payment(), category: "groceries"}, rules)).toBeUndefined();
  });

  it("classifies the corrected payment so, beside any rules", () =>
    fc.assert(
      fc.property(
        fc.array(someRule, {maxLength: 5}),
        somePayment,
        fc.constantFrom(...categoryNames),
        (rules, payment, category) => {
          const rule = ruleFrom({payment, category}, rules);
          if (!rule) return;
          const [row] = classifyPayments([payment], {rules: [rule, ...rules]});
          expect(row).toMatchObject({category, by: "rule", rule});
        },
      ),
    ));
});

describe("dryRun(classifier, before, after)", () => {
  it("shows rows before and after, and only those that change", () => {
    const other = payment({description: "SOLMARKT"});
    const rule = ruleFrom({payment: nordkauf, category: "groceries"}, [])!;
    const changes = dryRun(new Classifier([nordkauf, other]), {rules: []}, {rules: [rule]});
    expect(changes.map(({before, after}) => [before.by, after.category])).toEqual([
      ["nothing", "groceries"],
    ]);
  });

  it("shows what applying then does, and leaves all else as it was", () =>
    fc.assert(
      fc.property(
        fc.array(someRule, {maxLength: 4}),
        fc.array(someRule, {maxLength: 4}),
        fc.uniqueArray(somePayment, {maxLength: 8, selector: ({id}) => id}),
        (old, more, payments) => {
          const [before, after] = [{rules: old}, {rules: [...more, ...old]}];
          const changes = new Map(
            dryRun(new Classifier(payments), before, after).map((change) => [
              change.after.payment.id,
              change,
            ]),
          );
          const applied = classifyPayments(payments, after);
          classifyPayments(payments, before).forEach((row, at) => {
            const change = changes.get(row.payment.id);
            if (change) expect(change).toEqual({before: row, after: applied[at]});
            else expect(applied[at]?.category).toBe(row.category);
          });
        },
      ),
    ));
});
