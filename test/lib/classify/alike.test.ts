import {describe, expect, it} from "vitest";
import {alike} from "../../../src/lib/classify/alike.js";
import {classifyPayments} from "../../../src/lib/classify/classify.js";
import {parseRules} from "../../../src/lib/classify/parseRules.js";
import {payment} from "../../support/payments.js";

const salary = (payee: string, isIn = true) => ({payee, isIn, category: "salary" as const});

describe("alike(ruled)", () => {
  it("guesses a payment like the others of its payee in its direction, surer the more there are", () => {
    const guess = alike([salary("Acme GmbH"), salary("ACME GMBH"), salary("Other")]);
    expect(guess("Acme Gmbh", true)).toMatchObject({category: "salary", certainty: 3 / 4});
    expect(guess("Other", true)?.certainty).toBe(2 / 3);
    expect([guess("Acme GmbH", false), guess("Unheard", true)]).toEqual([undefined, undefined]);
    const many = alike(Array.from({length: 100}, () => salary("Acme")));
    expect(many("Acme", true)?.certainty).toBe(0.95);
  });

  it("guesses nothing where rules do not agree, know nothing, or nobody is named", () => {
    const guess = alike([
      salary("Acme"),
      {payee: "Acme", isIn: true, category: "benefit"},
      salary("Acme"),
      {payee: "Kiosk", isIn: true, category: undefined},
      salary(""),
    ]);
    expect([guess("Acme", true), guess("Kiosk", true), guess("", true)]).toEqual(
      Array(3).fill(undefined),
    );
  });
});

describe("classifyPayments(payments, setup)", () => {
  const rules = parseRules("if text contains gehalt then category salary", "r");
  const paid = (description: string) =>
    payment({counterparty: "Acme GmbH", description, amountCents: 200_000});

  it("takes a month without a word for what the employer's others are, and says so", () => {
    const [, open] = classifyPayments([paid("Gehalt 11/2025"), paid("12/2025")], {rules});
    expect(open).toMatchObject({
      by: "guess",
      category: "salary",
      why: "rules know other payments of Acme",
    });
    expect(open!.certainty).toBeLessThan(1);
  });
});
