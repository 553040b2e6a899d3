/** The figures on what is on a person's accounts. */
import {accountLines} from "../../components/accountLines.js";
import type {Column} from "../../components/columns.js";
import {dataTable} from "../../components/dataTable.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {dayText, type Time} from "../../lib/format.js";
import {monthSpan} from "../../lib/month.js";
import {sentence} from "../../lib/words.js";
import {
  accountsFinding,
  accountsOf,
  balanceFinding,
  balanceLines,
  balanceMonths,
  type PersonAccount,
  type PersonHome,
} from "./home.js";

/** The balances at the end of each month, one line a kind of account, and one of them together. */
export function personHomes(name: string, home: PersonHome | undefined, sql: Query): FigureElement {
  const months = balanceMonths(home);
  const span = home?.first_month ? `, ${monthSpan(months)}` : "";
  return figure({
    id: "person-homes",
    finding: balanceFinding(name, months),
    subtitle: `Balance at the end of the month by kind of account, EUR${span}`,
    rows: balanceLines(home),
    chart: (rows, {width}) => accountLines(rows, {width}),
    note: "A brokerage account is shown with its cash, not its securities.",
    empty: "Nothing to show: no open account has a complete month.",
    height: home ? 340 : 120,
    sql,
  });
}

const accountColumns: Column<PersonAccount>[] = [
  {key: "kind", label: "Account", format: sentence},
  {key: "balance_eur", label: "Balance", total: true},
  {key: "overdraft_limit_eur", label: "Overdraft limit"},
  {key: "opened_on", label: "Opened", kind: "day"},
];

/** The open accounts as a table, with what was on them at the end of the last day. */
export function personAccounts(
  name: string,
  home: PersonHome | undefined,
  lastDay: Time,
  sql: Query,
): FigureElement {
  const accounts = accountsOf(home);
  return figure({
    id: "person-accounts",
    finding: accountsFinding(name, accounts),
    subtitle: () => `Balance at the end of ${dayText(lastDay)}, EUR`,
    rows: accounts,
    chart: (rows) => dataTable(rows, {caption: `Accounts of ${name}`, columns: accountColumns}),
    columns: accountColumns,
    empty: "Nothing to show: no open account.",
    height: 120,
    sql,
  });
}
