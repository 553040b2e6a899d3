/** The invoices that customers of a company have not paid, by age. */
import {money, type Time} from "../format.js";
import {centsFromEur} from "../money.js";
import {plural} from "../words.js";

/** A row of `company-invoices`. */
export interface OpenInvoice {
  readonly invoice_id: number;
  readonly customer: string;
  readonly issued_on: Time;
  readonly due_on: Time;
  readonly amount_eur: number;
  readonly late_days: number;
  /** When it may be paid; null where nobody can tell. */
  readonly expected_on: Time;
}

export const ages = ["not_due", "month", "two_months", "older"] as const;

export type Age = (typeof ages)[number];

export const ageNames = {
  not_due: "Not yet due",
  month: "1–30 days late",
  two_months: "31–60 days late",
  older: "Over 60 days late",
} as const satisfies Record<Age, string>;

/** How old a debt is, by the classes in which accountants age receivables. */
export function ageOf({late_days}: OpenInvoice): Age {
  if (late_days <= 0) return "not_due";
  if (late_days <= 30) return "month";
  return late_days <= 60 ? "two_months" : "older";
}

export interface AgeSum {
  readonly age: Age;
  readonly amount_eur: number;
  readonly invoice_count: number;
}

/** What is owed by age, the youngest first; every age is there, with 0 where nothing is owed. */
export function ageSums(invoices: readonly OpenInvoice[]): AgeSum[] {
  return ages.map((age) => {
    const own = invoices.filter((invoice) => ageOf(invoice) === age);
    return {age, amount_eur: owed(own), invoice_count: own.length};
  });
}

/** What is owed on these invoices, in euros. */
export function owed(invoices: readonly OpenInvoice[]): number {
  return invoices.reduce((cents, {amount_eur}) => cents + centsFromEur(amount_eur), 0) / 100;
}

/** What of it is past the day that it was due. */
export function lateInvoices(invoices: readonly OpenInvoice[]): OpenInvoice[] {
  return invoices.filter(({late_days}) => late_days > 0);
}

/** What customers still owe a company, and how much of it is late. */
export function invoicesFinding(name: string, invoices: readonly OpenInvoice[]): string {
  if (invoices.length === 0) return `${name} has no invoices outstanding`;
  const late = lateInvoices(invoices);
  const lateText =
    late.length === 0
      ? "none of it late"
      : late.length === invoices.length
        ? "all of it late"
        : `${money(owed(late))} of it late`;
  return `Customers owe ${name} ${money(owed(invoices))}, ${lateText}`;
}

/** The largest of them, in a sentence; nothing where there is none. */
export function largestInvoiceText(invoices: readonly OpenInvoice[]): string {
  const [largest] = invoices.toSorted((a, b) => b.amount_eur - a.amount_eur);
  if (!largest) return "";
  return `The largest is ${money(largest.amount_eur)} from ${largest.customer}, ${lateText(largest.late_days)}.`;
}

/** `7 days late`, `due in 3 days`, `due today`. */
export function lateText(days: number): string {
  if (days === 0) return "due today";
  return days > 0 ? `${plural(days, "day")} late` : `due in ${plural(-days, "day")}`;
}
