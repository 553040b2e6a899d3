import type {Column} from "../../components/columns.js";
import {dataTable} from "../../components/dataTable.js";
import type {SegmentedElement} from "../../components/segmented.js";
import {number, percent, type Value} from "../../lib/format.js";
import {cashName, type HoldingRow} from "./holdingRows.js";

/** A number of shares, as many decimals as a table has room for. */
const shares4 = (quantity: Value) => number(quantity, 4);

export const holdingColumns: Column<HoldingRow>[] = [
  {
    key: "name",
    label: "Holding",
    href: ({symbol}) => (symbol === cashName ? undefined : "#portfolio-trades"),
    detail: ({weight_share}) => percent(weight_share, 1),
  },
  {key: "quantity", label: "Shares", kind: "number", format: shares4, minor: true},
  {key: "average_cost_eur", label: "Average cost", kind: "money", minor: true},
  {key: "price_eur", label: "Price", kind: "money", minor: true},
  {key: "value_eur", label: "Value", kind: "euros", total: true},
  {key: "weight_share", label: "Weight", kind: "percent", minor: true, bar: true},
  {key: "gain_eur", label: "Gain", kind: "euros", total: true, isSigned: true},
  {key: "realized_eur", label: "Realised", kind: "euros", total: true, minor: true},
  {key: "dividend_eur", label: "Dividends", kind: "euros", total: true, minor: true},
  {key: "xirr_share", label: "Yearly return", kind: "percent", minor: true},
];

/** A table of holdings; a press of a name chooses it in `choice`, and its link leads to the trades. */
export function holdingTable(
  rows: readonly HoldingRow[],
  choice: SegmentedElement,
  {document = globalThis.document}: {readonly document?: Document} = {},
): HTMLElement {
  const table = dataTable(rows, {columns: holdingColumns, caption: "Holdings", document});
  table.addEventListener("click", ({target}) => {
    const name = (target as Element).closest("a")?.textContent;
    const symbol = rows.find((row) => row.name === name)?.symbol;
    choice.querySelector<HTMLInputElement>(`input[value="${symbol}"]`)?.click();
  });
  return table;
}
