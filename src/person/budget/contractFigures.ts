/** The figure on a person's contracts. */
import {contractColumns} from "../../components/contractColumns.js";
import {dataTable} from "../../components/dataTable.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {contractsFinding, nextDueText} from "../../lib/recurring/costs.js";
import type {ContractRow} from "../../lib/recurring/rows.js";

/** One person's contracts as a table, the next due first. */
export function personContracts(
  name: string,
  contracts: readonly ContractRow[],
  code: Query,
): FigureElement {
  return figure({
    id: "person-contracts",
    finding: contractsFinding(name, contracts),
    subtitle: "Recurring payments and incomes, the next due first; those that have ended last",
    rows: contracts,
    chart: (rows) =>
      dataTable(rows, {columns: contractColumns, caption: "Contracts", maxHeight: 420}),
    columns: contractColumns,
    empty: "Nothing has been paid or received three times at a regular interval.",
    note:
      `${nextDueText(contracts)} A metered contract shows its last amount, an income its regular one, without a ` +
      "thirteenth salary or a bonus. " +
      "If the due day is not a business day, it moves forward or back as this contract’s earlier payments did.",
    height: 240,
    code,
  });
}
