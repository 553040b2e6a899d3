/** The figures on what a company pays next, and what it waits for. */
import type {Column} from "../../components/columns.js";
import {dataTable} from "../../components/dataTable.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {
  type CashMonth,
  type DueLine,
  type DuePayment,
  dueFinding,
  dueLines,
  invoicesFinding,
  type OpenInvoice,
} from "../../lib/companies/company.js";
import {count} from "../../lib/format.js";

const dueColumns: readonly Column<DueLine>[] = [
  {key: "next_on", label: "Due about"},
  {key: "payment", label: "Payment"},
  {key: "last_eur", label: "As last time (EUR)", total: true},
  {key: "last_on", label: "Last paid"},
];

/** The regular payments of a company that are to come. */
export function companyDue(
  name: string,
  due: readonly DuePayment[],
  balances: readonly CashMonth[],
  sql: Query,
): FigureElement {
  return figure({
    id: "company-due",
    finding: dueFinding(name, due, balances),
    subtitle: "Regular payments to come, from the day and the amount of the last one, EUR",
    rows: dueLines(due),
    chart: (rows) => dataTable(rows, {caption: `Payments due for ${name}`, columns: dueColumns}),
    columns: dueColumns,
    note:
      "A guess, not a contract: monthly payments a month after the last, quarterly tax three months after. " +
      "What was skipped the last time is left out.",
    empty: "Nothing to show: nothing was paid regularly, or it was skipped the last time.",
    height: 120,
    sql,
  });
}

const invoiceColumns: readonly Column<OpenInvoice>[] = [
  {key: "due_on", label: "Due"},
  {key: "amount_eur", label: "Amount (EUR)", total: true},
  {key: "late_days", label: "Days late", format: count},
  {key: "issued_on", label: "Issued"},
  {key: "invoice_id", label: "Invoice", kind: "text"},
];

/** The invoices that customers of a company have not paid. */
export function companyInvoices(
  name: string,
  invoices: readonly OpenInvoice[],
  sql: Query,
): FigureElement {
  return figure({
    id: "company-invoices",
    finding: invoicesFinding(name, invoices),
    subtitle: "Open invoices of the last 120 days, EUR; the longest due first",
    rows: invoices,
    chart: (rows) =>
      dataTable(rows, {
        caption: `Open invoices of ${name}`,
        columns: invoiceColumns,
        maxHeight: 320,
      }),
    columns: invoiceColumns,
    note: "Days late are counted to the last day of the data; below zero, the invoice is not due yet.",
    empty: "Nothing to show: no open invoice. A company that sells at a till writes none.",
    height: 120,
    sql,
  });
}
