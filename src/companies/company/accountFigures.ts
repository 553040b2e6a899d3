/** The figures on a company's money: its cash month by month, and its accounts. */
import type {Column} from "../../components/columns.js";
import {dataTable} from "../../components/dataTable.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {lineChart} from "../../components/lineChart.js";
import {
  accountsFinding,
  type CashMonth,
  type CompanyAccount,
  cashFinding,
} from "../../lib/companies/company.js";
import {money} from "../../lib/format.js";
import {monthSpan} from "../../lib/month.js";
import {sentence} from "../../lib/words.js";

/** A company's cash at the end of each month. */
export function companyCash(
  name: string,
  balances: readonly CashMonth[],
  sql: Query,
): FigureElement {
  const span = balances.length > 0 ? `, ${monthSpan(balances)}` : "";
  return figure({
    id: "company-cash",
    finding: cashFinding(name, balances),
    subtitle: `Cash on all accounts at the end of the month, EUR${span}`,
    rows: balances,
    chart: (rows, {width}) =>
      lineChart(rows, {width, x: "month", y: "closing_eur", format: money, name: "Cash"}),
    empty: "Nothing to show: this company has no complete month.",
    sql,
  });
}

const columns: readonly Column<CompanyAccount>[] = [
  {key: "kind", label: "Account", format: sentence},
  {key: "balance_eur", label: "Balance (EUR)", total: true},
  {key: "overdraft_limit_eur", label: "Overdraft (EUR)"},
  {key: "opened_on", label: "Opened"},
  {key: "account_id", label: "Number"},
];

/** A company's open accounts and what is on them. */
export function companyAccounts(
  name: string,
  accounts: readonly CompanyAccount[],
  sql: Query,
): FigureElement {
  return figure({
    id: "company-accounts",
    finding: accountsFinding(name, accounts),
    subtitle: "Balance at the end of the last day of the data, EUR",
    rows: accounts,
    chart: (rows) => dataTable(rows, {caption: `Accounts of ${name}`, columns}),
    columns,
    empty: "Nothing to show: this company has no open account.",
    height: 120,
    sql,
  });
}
