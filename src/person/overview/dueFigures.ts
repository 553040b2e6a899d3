/** The figure on what is due next. */
import type {Column} from "../../components/columns.js";
import {dataTable} from "../../components/dataTable.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import type {Time} from "../../lib/format.js";
import type {Customer} from "../../lib/measures/reading.js";
import type {ContractRow} from "../../lib/recurring/rows.js";
import {type Due, duesFinding, duesWithin} from "./dues.js";

const dueColumns: Column<Due>[] = [
  {key: "next_on", label: "About", kind: "day"},
  {key: "amount_eur", label: "Amount", total: true},
  {key: "party", label: "From or to", detail: ({what}) => what},
  {key: "what", label: "What", minor: true},
  {key: "every", label: "Every", minor: true},
];

/** The regular payments and incomes of the next thirty days as a table, the first first. */
export function personDues(
  {name}: Customer,
  contracts: readonly ContractRow[],
  lastDay: Time,
  code: Query,
): FigureElement {
  const dues = duesWithin(contracts, lastDay);
  return figure({
    id: "person-dues",
    finding: duesFinding(name, dues),
    subtitle: "Regular payments and incomes of the next thirty days, as they came before, EUR",
    rows: dues,
    chart: (rows) =>
      dataTable(rows, {caption: `What is due for ${name}`, columns: dueColumns, maxHeight: 420}),
    columns: dueColumns,
    note:
      "We infer contracts from past payments. A new one appears after three payments; a cancelled one " +
      "disappears after two missed dates. What came with an income a year ago, such as a thirteenth salary, " +
      "is expected again.",
    empty: "Nothing regular was found.",
    height: 160,
    code,
  });
}
