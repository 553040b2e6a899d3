/** The figure on a person's contracts. */
import type {Column} from "../../components/columns.js";
import {dataTable} from "../../components/dataTable.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {categories} from "../../lib/bank/categories.js";
import {dayShort} from "../../lib/format.js";
import {contractsFinding, intervalText, nextDueText} from "../../lib/recurring/costs.js";
import {lastRiseText} from "../../lib/recurring/priceRises.js";
import type {ContractRow} from "../../lib/recurring/rows.js";
import {sentence} from "../../lib/words.js";

const contractColumns: Column<ContractRow>[] = [
  {
    key: "next_on",
    label: "Next due",
    kind: "day",
    format: (day) => (day ? dayShort(day) : "ended"),
  },
  {
    key: "party",
    label: "Payee or payer",
    detail: (row) => sentence(intervalText(row.every_months)),
  },
  {key: "amount_eur", label: "Amount"},
  {key: "category", label: "For", format: (category) => categories[category].label, minor: true},
  {key: "every_months", label: "Frequency", kind: "text", format: intervalText, minor: true},
  {key: "seen_count", label: "Payments seen", minor: true},
  {key: "since", label: "Since", kind: "month", minor: true},
  {
    key: "rises",
    label: "Last rise",
    kind: "text",
    format: (_, row) => lastRiseText(row),
    minor: true,
  },
];

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
