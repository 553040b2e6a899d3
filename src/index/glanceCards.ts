import {monthCard} from "../components/monthCard.js";
import {cardRow} from "../components/numberCard.js";
import {type BalanceRow, type FlowRow, totalBalances} from "./months.js";

/**
 * The four numbers of the first page, each against the month before and a link to the figure that draws it; nothing
 * where there is no month.
 */
export function glanceCards(
  flows: readonly FlowRow[],
  balances: readonly BalanceRow[],
  {document = globalThis.document} = {},
): HTMLElement {
  const totals = totalBalances(balances);
  const card = monthCard(flows, {document});
  const of = "all customers";
  if (flows.length === 0) return cardRow([], {document});
  return cardRow(
    [
      card({measure: "balances", of}, totals, {note: "without securities", href: "#bank-balances"}),
      card(
        {measure: "money_in", of},
        flows.map((row) => row.in_eur),
        {href: "#bank-flows"},
      ),
      card(
        {measure: "money_out", of},
        flows.map((row) => row.out_eur),
        {href: "#bank-flows"},
      ),
      card(
        {measure: "net_inflow", of},
        flows.map((row) => row.in_eur - row.out_eur),
        {changeBy: "amount", href: "#bank-flows"},
      ),
    ],
    {document},
  );
}
