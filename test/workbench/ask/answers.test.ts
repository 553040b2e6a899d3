import {describe, expect, it} from "vitest";
import {
  feesFinding,
  lateFinding,
  merchantsFinding,
  salaryFinding,
  weekBeforeChristmas,
  weekFinding,
} from "../../../src/workbench/ask/answers.js";

describe("weekBeforeChristmas(asOf)", () => {
  it.each([
    ["2026-10-31", "2025-12-17"],
    ["2026-12-22", "2025-12-17"],
    ["2026-12-23", "2026-12-17"],
  ])("of data up to %s begins on %s", (asOf, day) => expect(weekBeforeChristmas(asOf)).toBe(day));
});

describe("weekFinding(rows)", () => {
  const row = (category: string, week_eur: number, usual_eur: number) => ({
    category,
    week_eur,
    usual_eur,
  });
  it.each([
    [
      [row("groceries", 150, 100), row("cash", 10, 10)],
      "Spending rose 45% against an average week; groceries rose 50%",
    ],
    [[row("groceries", 50, 100)], "Spending fell 50% against an average week; groceries fell 50%"],
    [[row("groceries", 100, 100)], "Spending was unchanged against an average week"],
    [[row("groceries", 100, 0)], "There is no average week to compare with"],
    [[], "There is no average week to compare with"],
  ])("has words for %j", (rows, words) => expect(weekFinding(rows)).toBe(words));
});

describe("salaryFinding(rows)", () => {
  const row = (day: number, left_share: number) => ({day, purpose: "fixed", left_share});
  it.each([
    [[row(1, 0.1), row(5, 0.3), row(5, 0.25)], "Within 5 days of payday, 55% of a salary is gone"],
    [[row(1, 0.1)], "Within 1 day of payday, 10% of a salary is gone"],
    [[row(28, 1.2)], "Within 28 days of payday, more than the salary is gone: 120% of it"],
    [[], "No salary arrived early enough to be followed"],
  ])("has words for %j", (rows, words) => expect(salaryFinding(rows)).toBe(words));
});

describe("merchantsFinding(rows, city)", () => {
  const row = (merchant: string, spent_eur: number, spent_share: number) => ({
    merchant,
    spent_eur,
    spent_share,
    payment_count: spent_eur,
    customer_count: 1,
  });
  it("names the first, or else gives the share of those that are shown", () => {
    expect(merchantsFinding([row("A", 60, 0.6), row("B", 10, 0.1)], "Porto")).toBe(
      "A takes the most in Porto: €60",
    );
    expect(merchantsFinding([row("A", 60, 1)], "Porto")).toBe("A takes the most in Porto: €60");
    expect(merchantsFinding([row("A", 60, 0.4), row("B", 55, 0.3)], "Porto")).toBe(
      "Merchants in Porto differ only within chance; the first 2 take 70% of spending",
    );
    expect(merchantsFinding([], "Porto")).toBe("Nobody in Porto paid a merchant");
  });
});

describe("lateFinding(rows, grace)", () => {
  const row = (late_count: number) => ({
    payer: "A",
    invoice_count: 20,
    late_count,
    late_share: late_count / 20,
  });
  it("names the worst payer after the days of grace, or nobody", () => {
    expect(lateFinding([row(5)], 7)).toBe(
      "A pays 25% of its invoices more than 7 days after the due date",
    );
    expect(lateFinding([row(5)], 0)).toBe("A pays 25% of its invoices after the due date");
    expect(lateFinding([row(19), row(5)], 0)).toBe("A pays 95% of its invoices after the due date");
    expect(lateFinding([row(7), row(5)], 0)).toBe(
      "The worst payers differ only within chance: up to 35% of invoices late",
    );
    expect(lateFinding([row(0)], 0)).toBe("Nobody pays after the due date");
    expect(lateFinding([], 1)).toBe("Nobody pays more than 1 day after the due date");
  });
});

describe("feesFinding(rows)", () => {
  const row = (plan_fee_share: number | null, single_fee_share: number | null) => ({
    least_eur: 0,
    order_size: "under €100",
    plan_order_count: 1,
    plan_fee_share,
    single_order_count: 1,
    single_fee_share,
  });
  it.each([
    [0, 0.012, "An order of under €100 costs 1.2% alone and nothing in a plan"],
    [0.002, 0.012, "An order of under €100 costs 1.2% alone, 0.2% in a plan"],
    [0.012, 0.012, "An order of under €100 costs 1.2% alone, and as much in a plan"],
    [null, 0.012, "No size of order was placed both in plans and alone"],
  ])("has words for %s in a plan and %s alone", (plan, single, words) =>
    expect(feesFinding([row(plan, single)])).toBe(words),
  );
});
