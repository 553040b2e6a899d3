import {describe, expect, it} from "vitest";
import type {RegularPayment} from "../../../src/lib/companies/company.js";
import {comingLumps, type Lump} from "../../../src/lib/companies/lumps.js";

describe("comingLumps(lumps, due, next)", () => {
  const lump = (category: Lump["category"], paid_on: string, amount_eur: number): Lump => ({
    month: `${paid_on.slice(0, 7)}-01`,
    category,
    paid_on,
    amount_eur,
  });
  const lumps = [
    lump("payroll", "2025-08-29", 90),
    lump("payroll", "2025-09-30", 100),
    lump("payroll", "2025-10-31", 110),
    lump("vat", "2025-10-10", 40),
  ];

  const pays = (
    category: RegularPayment["category"],
    last_on: string,
    next_on: string,
  ): RegularPayment => ({
    category,
    last_on,
    last_eur: 1,
    next_on,
  });
  const due = [
    pays("payroll", "2025-10-31", "2025-11-30"),
    pays("vat", "2025-10-10", "2026-01-10"),
  ];

  it("repeats payroll each month and tax each quarter, on the usual day or the month's last", () => {
    const coming = comingLumps(lumps, due, "2025-11-01", {months: 4});
    expect(
      coming.map(({due_on, category, amount_eur}) => [
        due_on.toISOString().slice(0, 10),
        category,
        amount_eur,
      ]),
    ).toEqual([
      ["2025-11-30", "payroll", 100],
      ["2025-12-31", "payroll", 100],
      ["2026-01-10", "vat", 40],
      ["2026-01-31", "payroll", 100],
      ["2026-02-28", "payroll", 100],
    ]);
  });

  it("expects nothing more of what has stopped", () => {
    expect(comingLumps(lumps.slice(0, 1), [], "2025-11-01", {months: 4})).toEqual([]);
    expect(comingLumps([], due, "2025-11-01", {months: 4})).toEqual([]);
  });

  it("expects no payroll that is not called due: it was skipped the last time", () => {
    const coming = comingLumps(lumps, due.slice(1), "2025-11-01", {months: 4});
    expect(coming.map(({category}) => category)).toEqual(["vat"]);
  });
});
