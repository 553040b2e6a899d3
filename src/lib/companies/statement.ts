/**
 * A company's profit and loss as a statement that adds up. Cash basis: a payment counts on the day it is booked,
 * with its VAT. Every category belongs to one line, and one that no line knows to a line of its own, so that the
 * last line is always the change of the balances. Summed in cents, so that it is so to the cent.
 */
import type {CategoryName} from "../bank/categories.js";
import {centsFromEur} from "../money.js";

export type StatementKey =
  | CategoryName
  | "revenue"
  | "operating"
  | "payroll_total"
  | "operating_result"
  | "tax"
  | "banking"
  | "result"
  | "other"
  | "cash_change";

/** A payment sum of one category; signed, positive is money in. */
export interface CategoryAmount {
  readonly category: string;
  readonly amount_eur: number;
}

export interface StatementLine {
  readonly key: StatementKey;
  readonly label: string;
  /** A total adds up the lines above it. */
  readonly isTotal: boolean;
  readonly amount_eur: number;
  /** As a share of revenue; undefined without revenue. */
  readonly share: number | undefined;
}

interface Section {
  readonly lines: readonly (readonly [CategoryName, string])[];
  readonly totals: readonly (readonly [key: StatementKey, label: string, of: "section" | "all"])[];
}

const sections: readonly Section[] = [
  {
    lines: [
      ["invoice", "Invoices paid by customers"],
      ["card_sales", "Card sales"],
    ],
    totals: [["revenue", "Revenue", "section"]],
  },
  {
    lines: [
      ["vendor", "Vendors and materials"],
      ["premises", "Rent and premises"],
      ["marketing", "Marketing"],
      ["equipment", "Equipment"],
      ["utilities", "Utilities"],
      ["communications", "Phone and internet"],
      ["insurance", "Insurance"],
    ],
    totals: [["operating", "Running costs", "section"]],
  },
  {
    lines: [
      ["payroll", "Net pay"],
      ["social_contributions", "Payroll tax and contributions"],
    ],
    totals: [
      ["payroll_total", "Payroll", "section"],
      ["operating_result", "Result before tax", "all"],
    ],
  },
  {
    lines: [
      ["vat", "VAT"],
      ["corporate_tax", "Corporate tax"],
    ],
    totals: [["tax", "Quarterly tax", "section"]],
  },
  {
    lines: [
      ["fee", "Bank fees"],
      ["interest", "Interest"],
    ],
    totals: [
      ["banking", "Fees and interest", "section"],
      ["result", "Result", "all"],
    ],
  },
  {lines: [["financing", "Loans and capital"]], totals: []},
];

const known: ReadonlySet<string> = new Set(
  sections.flatMap(({lines}) => lines.map(([category]) => category)),
);

/** The lines of a statement, top to bottom, without those that are zero; empty for no amounts. */
export function statement(amounts: readonly CategoryAmount[]): StatementLine[] {
  if (amounts.length === 0) return [];
  const cents = new Map<string, number>();
  for (const {category, amount_eur} of amounts) {
    const key = known.has(category) ? category : "other";
    cents.set(key, (cents.get(key) ?? 0) + centsFromEur(amount_eur));
  }
  const revenue = (cents.get("invoice") ?? 0) + (cents.get("card_sales") ?? 0);
  const line = (
    key: StatementKey,
    label: string,
    amount: number,
    isTotal: boolean,
  ): StatementLine => ({
    key,
    label,
    isTotal,
    amount_eur: amount / 100,
    share: revenue > 0 ? amount / revenue : undefined,
  });
  const lines: StatementLine[] = [];
  let all = 0;
  for (const section of sections) {
    const parts = section.lines.map(([key, label]) => line(key, label, cents.get(key) ?? 0, false));
    const sum = section.lines.reduce((total, [key]) => total + (cents.get(key) ?? 0), 0);
    all += sum;
    lines.push(
      ...parts.filter(({amount_eur}) => amount_eur !== 0),
      ...section.totals.map(([key, label, of]) =>
        line(key, label, of === "section" ? sum : all, true),
      ),
    );
  }
  const other = cents.get("other") ?? 0;
  if (other !== 0) lines.push(line("other", "Other payments", other, false));
  lines.push(line("cash_change", "Change in cash", all + other, true));
  return lines;
}

/** The amount of a line in euros; 0 if the statement does not have it. */
export function amountOf(lines: readonly StatementLine[], key: StatementKey): number {
  return lines.find((line) => line.key === key)?.amount_eur ?? 0;
}

/** Result as a share of revenue; undefined without revenue. */
export function marginOf(lines: readonly StatementLine[]): number | undefined {
  return lines.find(({key}) => key === "result")?.share;
}
