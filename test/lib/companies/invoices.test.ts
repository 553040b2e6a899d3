import {describe, expect, it} from "vitest";
import {
  ageOf,
  ageSums,
  invoicesFinding,
  largestInvoiceText,
  type OpenInvoice,
} from "../../../src/lib/companies/invoices.js";

const invoice = (amount_eur: number, late_days: number, customer = "Bo AB"): OpenInvoice => ({
  invoice_id: 1,
  customer,
  issued_on: "2026-09-01",
  due_on: "2026-10-01",
  amount_eur,
  late_days,
  expected_on: null,
});

describe("ageOf(invoice)", () => {
  it("ages a debt in the classes of accountants: not due until the day after", () => {
    expect([-3, 0, 1, 30, 31, 60, 61].map((days) => ageOf(invoice(1, days)))).toEqual([
      "not_due",
      "not_due",
      "month",
      "month",
      "two_months",
      "two_months",
      "older",
    ]);
  });
});

describe("ageSums(invoices)", () => {
  it("sums each age to the cent, and has every age", () => {
    const sums = ageSums([invoice(0.1, 3), invoice(0.2, 9), invoice(5, 70)]);
    expect(
      sums.map(({age, amount_eur, invoice_count}) => [age, amount_eur, invoice_count]),
    ).toEqual([
      ["not_due", 0, 0],
      ["month", 0.3, 2],
      ["two_months", 0, 0],
      ["older", 5, 1],
    ]);
  });
});

describe("the words on open invoices", () => {
  it("invoicesFinding sums what is owed, and what of it is late", () => {
    const finding = (...rows: OpenInvoice[]) => invoicesFinding("Acme", rows);
    expect(finding(invoice(100, 3), invoice(200, -3))).toBe(
      "Customers owe Acme €300, €100 of it late",
    );
    expect(finding(invoice(100, 0))).toBe("Customers owe Acme €100, none of it late");
    expect(finding(invoice(100, 1))).toBe("Customers owe Acme €100, all of it late");
    expect(finding()).toBe("Acme has no invoices outstanding");
  });

  it("largestInvoiceText names the largest and its age, and says nothing of none", () => {
    const text = (days: number) => largestInvoiceText([invoice(1, 2), invoice(70, days, "Cy SA")]);
    expect(text(12)).toBe("The largest is €70 from Cy SA, 12 days late.");
    expect(text(0)).toBe("The largest is €70 from Cy SA, due today.");
    expect(text(-1)).toBe("The largest is €70 from Cy SA, due in 1 day.");
    expect(largestInvoiceText([])).toBe("");
  });
});
