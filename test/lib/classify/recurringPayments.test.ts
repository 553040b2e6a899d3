import {describe, expect, it} from "vitest";
import {classifyPayments} from "../../../src/lib/classify/classify.js";
import {parseRules} from "../../../src/lib/classify/parseRules.js";
import {recurringPayments} from "../../../src/lib/classify/recurringPayments.js";
import {payment} from "../../support/payments.js";

const monthly = (description: string, cents: readonly number[]) =>
  cents.map((amountCents, at) =>
    payment({date: `2025-${String(at + 1).padStart(2, "0")}-10`, amountCents, description}),
  );
const rules = parseRules(
  "if text contains Filmbox then category subscriptions, payee as listed",
  "r",
);

describe("recurringPayments(classified)", () => {
  it("finds a contract by its clean payee, with its category, price and next due day", () => {
    const payments = monthly("FILMBOX 4411 K12", [-899, -899, -899, -999, -999, -999]);
    const [contract, ...more] = recurringPayments(classifyPayments(payments.reverse(), {rules}));
    expect(more).toEqual([]);
    expect(contract).toMatchObject({
      party: "Filmbox",
      category: "subscriptions",
      every_months: 1,
      amount_eur: -9.99,
      rises: [{from_eur: 8.99, to_eur: 9.99}],
    });
    expect(contract!.next_on?.toISOString().slice(0, 7)).toBe("2025-07");
  });

  it("keeps payees apart, and finds none among single payments", () => {
    const payments = [...monthly("FILMBOX", [-899, -899]), ...monthly("TUNEWAVE", [-899, -899])];
    expect(recurringPayments(classifyPayments(payments, {rules}))).toEqual([]);
    expect(recurringPayments([])).toEqual([]);
  });
});
