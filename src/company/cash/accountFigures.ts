/** The figure on a company's accounts. */
import type {Column} from "../../components/columns.js";
import {dataTable} from "../../components/dataTable.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {accountsFinding, type CompanyAccount} from "../../lib/companies/company.js";
import {moneyWhole} from "../../lib/format.js";
import {sentence} from "../../lib/words.js";

const columns: readonly Column<CompanyAccount>[] = [
  {key: "kind", label: "Account", format: sentence, detail: ({iban}) => iban},
  {key: "balance_eur", label: "Balance", total: true, format: moneyWhole},
  {key: "overdraft_limit_eur", label: "Overdraft", format: moneyWhole},
  {key: "opened_on", label: "Opened", kind: "day", minor: true},
  {key: "iban", label: "IBAN", minor: true},
];

/** A company's open accounts and what is in them. */
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
