/** What is held at brokers, and what sales made. */
import type {Column} from "../../components/columns.js";
import {dataTable} from "../../components/dataTable.js";
import {type FigureElement, figure} from "../../components/figure.js";
import {number, withSign} from "../../lib/format.js";
import {list, plural} from "../../lib/words.js";
import type {Analysis} from "./analysis.js";
import {exactAmount} from "./exactAmount.js";
import {ownSource} from "./ownSource.js";
import type {Position} from "./positions.js";

const exact = (value: number | null) => (value === null ? "unknown" : exactAmount(value, ""));

const columns: Column<Position>[] = [
  {
    key: "symbol",
    label: "Security",
    detail: ({lacks, trade_count, currency}) =>
      lacks || `${plural(trade_count, "trade")}${currency && `, ${currency}`}`,
  },
  {key: "currency", label: "Currency", minor: true},
  {
    key: "quantity",
    label: "Held",
    kind: "number",
    format: (value) => (value === null ? "unknown" : quantityText(value)),
  },
  {
    key: "average_cost",
    label: "Average cost",
    kind: "number",
    format: (value, row) => (row.quantity === 0 ? "–" : exact(value)),
  },
  {key: "cost", label: "Cost", kind: "number", format: exact},
  {key: "realized_gain", label: "Realised gain", kind: "number", format: exact, isSigned: true},
  {key: "dividends", label: "Dividends", kind: "number", format: exact, minor: true},
  {key: "fees", label: "Fees", kind: "number", format: exact, minor: true},
];

/** A count of shares with the decimals that it has, six at most. */
export function quantityText(quantity: number): string {
  return number(quantity, 6)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
}

/** The positions that trades leave, with average cost and realized gain. */
export function ownPositions({positions}: Analysis): FigureElement {
  return figure({
    id: "own-positions",
    finding: positionsFinding(positions),
    subtitle: "Positions after the last trade, amounts in each security’s own currency",
    rows: positions,
    chart: (rows, {document}) => dataTable(rows, {columns, caption: "Positions", document}),
    columns,
    note:
      "Average cost with the fees of buying; a realised gain is after the fees of selling. Prices of today are in no file, so " +
      "nothing is valued. A split that the files do not show as trades is not known.",
    source: ownSource,
    height: 200,
  });
}

/** How much is held, and what sales made by currency. */
export function positionsFinding(positions: readonly Position[]): string {
  const held = positions.filter(({quantity}) => quantity !== null && quantity > 0).length;
  const gains = new Map<string, number>();
  for (const {currency, realized_gain} of positions)
    if (realized_gain) gains.set(currency, (gains.get(currency) ?? 0) + realized_gain);
  const made = [...gains].map(
    ([currency, gain]) => `${withSign(gain, (value) => exactAmount(Number(value), currency))}`,
  );
  const holding = `You hold ${plural(held, "security", "securities")}`;
  return made.length > 0
    ? `${holding}; sales made ${list(made)}`
    : `${holding}, and sold none at a gain or loss`;
}
