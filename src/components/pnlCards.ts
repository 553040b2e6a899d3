import {marginText, type PnlResult} from "../lib/companies/profitAndLoss.js";
import {monthText} from "../lib/format.js";
import type {Scope} from "../lib/measures/reading.js";
import {monthCard} from "./monthCard.js";
import {cardRow, numberCard} from "./numberCard.js";

/** Revenue, expenses, result and margin of the last month, each against the month before. */
export function pnlCards(
  results: readonly PnlResult[],
  of: Scope["of"],
  {document = globalThis.document}: {readonly document?: Document} = {},
): HTMLElement {
  const before = results.at(-2);
  const card = monthCard(results, {document});
  const cards = () => [
    card(
      {measure: "revenue", of},
      results.map((row) => row.revenue_eur),
      {more: "good"},
    ),
    card(
      "Expenses",
      results.map((row) => row.expenses_eur),
      {more: "bad"},
    ),
    card(
      {measure: "result", of},
      results.map((row) => row.result_eur),
      {more: "good", changeBy: "amount"},
    ),
    numberCard({
      reading: {measure: "margin", of, window: 1, asOf: results.at(-1)?.month},
      value: results.at(-1)?.margin_share,
      path: results.map((row) => row.margin_share),
      note: before
        ? `of revenue; ${marginText(before.margin_share)} in ${monthText(before.month)}`
        : "of revenue",
      document,
    }),
  ];
  return cardRow(results.length === 0 ? [] : cards(), {document});
}
