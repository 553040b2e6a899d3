/** The figures on what a company pays next, and what it is owed. */
import type {Column} from "../../components/columns.js";
import {dataTable} from "../../components/dataTable.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {color} from "../../components/palette.js";
import {rankedBars} from "../../components/rankedBars.js";
import {
  type CashMonth,
  type DueLine,
  dueFinding,
  dueLines,
  type RegularPayment,
} from "../../lib/companies/company.js";
import {
  type Age,
  ageNames,
  ageSums,
  invoicesFinding,
  largestInvoiceText,
  lateText,
  type OpenInvoice,
} from "../../lib/companies/invoices.js";
import {money, moneyWhole} from "../../lib/format.js";

const dueColumns: readonly Column<DueLine>[] = [
  {key: "payment", label: "Payment"},
  {key: "next_on", label: "Due about", kind: "day"},
  {key: "last_eur", label: "As last time", total: true, format: moneyWhole},
  {key: "last_on", label: "Last paid", kind: "day", minor: true},
];

/** The regular payments of a company that are to come. */
export function companyDue(
  name: string,
  due: readonly RegularPayment[],
  balances: readonly CashMonth[],
  sql: Query,
): FigureElement {
  return figure({
    id: "company-due",
    finding: dueFinding(name, due, balances),
    subtitle: "The next of each regular payment, from the day and the amount of the last one, EUR",
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
  {key: "customer", label: "Customer"},
  {key: "amount_eur", label: "Amount", total: true, format: moneyWhole},
  {key: "late_days", label: "Age", format: (_, {late_days}) => lateText(late_days)},
  {key: "due_on", label: "Due", kind: "day"},
  {key: "expected_on", label: "Expected", kind: "day"},
  {key: "issued_on", label: "Issued", kind: "day"},
  {key: "invoice_id", label: "Invoice", kind: "text"},
];

const ageColors = {
  not_due: "context",
  month: "caution",
  two_months: "loss",
  older: "loss",
} as const satisfies Record<Age, string>;

/** What the customers of a company have not paid, by age. */
export function companyInvoices(
  name: string,
  invoices: readonly OpenInvoice[],
  sql: Query,
): FigureElement {
  return figure({
    id: "company-invoices",
    finding: invoicesFinding(name, invoices),
    subtitle: "Open invoices by days past their due date, EUR with VAT",
    rows: invoices,
    chart: (rows, {width}) =>
      rankedBars(ageSums(rows), {
        width,
        label: ({age}) => ageNames[age],
        value: "amount_eur",
        name: "Owed",
        format: money,
        color: ({age}) => color(ageColors[age]),
      }),
    columns: invoiceColumns,
    note: `${largestInvoiceText(invoices)} The table lists every invoice.`,
    empty: "Nothing to show: no open invoice. A company that sells at a till writes none.",
    height: 150,
    sql,
  });
}
