import {describe, expect, it} from "vitest";
import {accuracyRows} from "../../../src/lib/classify/accuracy.js";
import {parseRules} from "../../../src/lib/classify/parseRules.js";
import {payment} from "../../support/payments.js";

const rules = parseRules("if text contains lidl then category groceries", "r");
const bought = (date: string, description: string, amountCents = -1000) => ({
  payment: payment({date, description, amountCents}),
  category: description.startsWith("KINO") ? ("recreation" as const) : ("groceries" as const),
});
const person = {
  accounts: [],
  payments: [
    bought("2025-01-01", "LIDL"),
    bought("2025-01-02", "KINO NORD"),
    bought("2025-01-03", "NORDKAUF"),
    bought("2025-06-01", "LIDL", -3000),
    bought("2025-06-02", "KINO SUED", -1000),
    bought("2025-06-03", "UNHEARD", -1000),
  ],
};

describe("accuracyRows(people, rules, limits)", () => {
  it("measures what comes after the time of corrections, in rows and in euros", () => {
    const [byRules] = accuracyRows([person], rules, []);
    expect(byRules).toMatchObject({
      correction_limit: 0,
      person_count: 1,
      row_count: 3,
      right_count: 1,
      unknown_count: 2,
      amount_eur: 50,
      right_eur: 30,
      guess_count: 0,
    });
  });

  it("corrects only what was wrong, and at most so many", () => {
    const rows = accuracyRows([person], rules, [1, 2]);
    expect(rows.map(({right_count}) => right_count)).toEqual([1, 1, 2]);
    expect(
      rows.map(({guess_count, right_guess_count}) => [guess_count, right_guess_count]),
    ).toEqual([
      [0, 0],
      [0, 0],
      [1, 1],
    ]);
  });

  it("has rows of nothing for nobody", () => {
    expect(accuracyRows([], rules, [10]).map(({row_count}) => row_count)).toEqual([0, 0]);
  });
});
