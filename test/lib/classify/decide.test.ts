import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {decider, type Ruling} from "../../../src/lib/classify/decide.js";
import {parseRules} from "../../../src/lib/classify/parseRules.js";
import type {Payment} from "../../../src/lib/classify/payment.js";
import type {Condition, Rule} from "../../../src/lib/classify/rule.js";
import {payment, someCondition, somePayment, someRule} from "../../support/payments.js";

const ruling = (rules: string, changes: Partial<Payment>) =>
  decider(parseRules(rules, "r"))(payment(changes));
const category = (rules: string, changes: Partial<Payment>) =>
  ruling(rules, changes).decided?.rule.actions.category;

const rewe = {counterparty: "REWE Markt", description: "Einkauf"};

describe("decider(rules)", () => {
  it("lets the longer words decide over the shorter ones", () => {
    const rules =
      "if text contains Amazon then category furnishings\nif text contains Amazon Prime then category subscriptions";
    expect(category(rules, {description: "AMAZON PRIME 123"})).toBe("subscriptions");
    expect(category(rules, {description: "AMAZON 123"})).toBe("furnishings");
  });

  it.each([
    ["payee is REWE Markt", "payee contains rewe markt and money out and weekday is tuesday"],
    ["iban is IE02CTHS1", "payee is REWE Markt"],
    ["text contains rewe and money out", "text contains rewe"],
    ["text contains rewe and amount is -12.34", "text contains rewe and amount from -20 to -10"],
    ["amount from -20 to -10", "amount at most -10"],
    ["text matches /rewe/", "text contains rewe"],
    ["text contains rewe", "money out"],
    ["money out", "not money in"],
    ["text contains lidl, rewe markt", "text contains rewe or text contains markt"],
  ])("takes “%s” as more specific than “%s”", (more, less) => {
    for (const [a, b] of [
      ["groceries", "travel"],
      ["travel", "groceries"],
    ]) {
      const rules = `if ${less} then category ${b}\nif ${more} then category ${a}`;
      expect(category(rules, {...rewe, counterpartyIban: "IE02 CTHS 1"})).toBe(a);
    }
  });

  it("lets an earlier stage decide over the more specific rule of a later one, each thing for itself", () => {
    const rules = [
      "if payee is REWE Markt then category travel, payee Rewe",
      "[first]",
      "if money out then category groceries",
      "[last]",
      "if payee is REWE Markt then payee Other, tag late, transfer to savings",
    ].join("\n");
    const {decided, payee, tags} = ruling(rules, rewe);
    expect([decided?.rule.line, payee, tags]).toEqual([3, "Rewe", ["late"]]);
  });

  it("lets a rule of the person decide over a more specific shipped one of the same stage", () => {
    const shipped = parseRules("if payee is REWE Markt then category groceries", "s").map(
      (rule) => ({
        ...rule,
        isShipped: true as const,
      }),
    );
    const own = parseRules("if money out then category travel", "o");
    expect(decider(shipped, own)(payment(rewe)).decided?.rule).toBe(own[0]);
  });

  it("says which rule decided, and what of it held", () => {
    const {decided} = ruling(
      "\nif text contains lidl, rewe and money out then category groceries",
      rewe,
    );
    expect(decided?.rule.line).toBe(2);
    expect(decided?.held).toEqual({
      points: 16,
      because: ["text contains rewe", "money out"],
      listed: "rewe",
    });
  });

  it("takes the payee as it is listed, without its stars", () => {
    const rules = "if text contains Lidl, Rew* then payee as listed";
    expect(ruling(rules, rewe).payee).toBe("Rew");
    expect(ruling("if money out then payee as listed", rewe).payee).toBeUndefined();
  });

  it("counts a split and a transfer as what a payment was for", () => {
    const rules =
      "if text contains rewe markt then split 50% groceries, split rest fee\nif text contains rewe then category fee";
    expect(ruling(rules, rewe).decided?.rule.line).toBe(1);
    expect(
      ruling("if payee is REWE Markt then transfer to x\nif money out then category fee", rewe)
        .decided?.rule.line,
    ).toBe(1);
  });

  it("knows neither empty texts nor an amount of nothing", () => {
    expect(category('if payee is "x" then category fee', {})).toBeUndefined();
    expect(
      category("if money in or money out then category fee", {amountCents: 0}),
    ).toBeUndefined();
    expect(category("if iban contains CTHS then category fee", {})).toBeUndefined();
    expect(decider([])(payment()).tags).toEqual([]);
  });

  it("compares accounts and account numbers without blanks and case", () => {
    expect(
      category("if account is Main Account then category fee", {account: "main account"}),
    ).toBe("fee");
    expect(
      category('if iban contains "ie02 cths" then category fee', {counterpartyIban: "IE02CTHS1"}),
    ).toBe("fee");
    expect(
      category("if iban matches /^IE/ then category fee", {counterpartyIban: "IE02CTHS1"}),
    ).toBe("fee");
  });

  it("decides the same in whatever order rules stand, but where two are equally specific", () =>
    fc.assert(
      fc.property(fc.array(someRule, {maxLength: 8}), somePayment, (rules, one) => {
        const forward = decider(rules)(one);
        const back = decider([...rules].reverse())(one);
        const rank = ({decided}: Ruling) => [decided?.rule.stage, decided?.held.points];
        expect(rank(back)).toEqual(rank(forward));
        expect(forward.tags).toEqual(back.tags);
      }),
    ));

  it("lets no rule that does not hold change anything", () =>
    fc.assert(
      fc.property(fc.array(someRule, {maxLength: 6}), somePayment, (rules, one) => {
        const holding = rules.filter((rule) => {
          const alone = decider([{...rule, actions: {tags: ["held"], split: []}}])(one);
          return alone.tags.length > 0;
        });
        const full = decider(rules)(one);
        expect(decider(holding)(one)).toEqual(full);
      }),
    ));

  it("finds a rule wherever its condition holds, though it looks only where one of its phrases is", () =>
    fc.assert(
      fc.property(someCondition, fc.array(somePayment, {minLength: 1}), (condition, payments) => {
        const ruleOf = (one: Condition): Rule => ({
          stage: "normal",
          condition: one,
          actions: {tags: ["held"], split: []},
          file: "r",
          line: 1,
        });
        const found = decider([ruleOf(condition)]);
        // of what does not hold, no phrase is needed
        const searched = decider([ruleOf(not(not(condition)))]);
        for (const one of payments) expect(found(one).tags).toEqual(searched(one).tags);
      }),
    ));
});

const not = (condition: Condition): Condition => ({kind: "not", condition});
