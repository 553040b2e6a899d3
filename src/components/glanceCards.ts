import {count} from "../lib/format.js";
import {type BalanceRow, type FlowRow, totalBalances} from "../lib/glance.js";
import {monthCard} from "./monthCard.js";
import {cardRow} from "./numberCard.js";

/** The four numbers of the first page, each against the month before; nothing where there is no month. */
export function glanceCards(
  flows: readonly FlowRow[],
  balances: readonly BalanceRow[],
  {document = globalThis.document} = {},
): HTMLElement {
  const totals = totalBalances(balances);
  const card = monthCard(flows, {document});
  if (flows.length === 0) return cardRow([], {document});
  return cardRow(
    [
      card(
        "Customers",
        flows.map((row) => row.customer_count),
        {format: count, changeBy: "amount", note: "with an open account"},
      ),
      card("Balances", totals, {note: "on all accounts, without securities"}),
      card(
        "Money in motion",
        flows.map((row) => row.motion_eur),
        {note: "paid to somebody else in the month"},
      ),
      card(
        "Across the border",
        flows.map((row) => row.in_eur - row.out_eur),
        {changeBy: "amount", note: "what came in less what went out"},
      ),
    ],
    {document},
  );
}
