import {monthCard} from "../components/monthCard.js";
import {cardRow} from "../components/numberCard.js";
import {type BalanceRow, type FlowRow, totalBalances} from "./months.js";

/** The four numbers of the first page, each against the month before; nothing where there is no month. */
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
      card(
        {measure: "customers", of},
        flows.map((row) => row.customer_count),
        {changeBy: "count"},
      ),
      card({measure: "balances", of}, totals, {note: "without securities"}),
      card(
        {measure: "money_in_motion", of},
        flows.map((row) => row.motion_eur),
      ),
      card(
        {measure: "net_inflow", of},
        flows.map((row) => row.in_eur - row.out_eur),
        {changeBy: "amount", note: "from other banks, less to them"},
      ),
    ],
    {document},
  );
}
