import {count, money, month as monthText} from "../lib/format.js";
import {type BalanceRow, type FlowRow, totalBalances} from "../lib/glance.js";
import {type CardOptions, cardRow, numberCard} from "./numberCard.js";

/** The four numbers of the first page, each against the month before; nothing where there is no month. */
export function glanceCards(
  flows: readonly FlowRow[],
  balances: readonly BalanceRow[],
  {document = globalThis.document} = {},
): HTMLElement {
  const totals = totalBalances(balances);
  const lastBefore = flows.at(-2);
  const period = lastBefore ? {period: monthText(lastBefore.month)} : {};
  const card = (
    label: string,
    path: readonly number[],
    note: string,
    {format = money, changeBy = "share"}: Pick<CardOptions, "format" | "changeBy"> = {},
  ) =>
    numberCard({
      label,
      value: path.at(-1),
      before: path.at(-2),
      ...period,
      path,
      note,
      format,
      changeBy,
      document,
    });
  if (flows.length === 0) return cardRow([], {document});
  return cardRow(
    [
      card(
        "Customers",
        flows.map((row) => row.customer_count),
        "with an open account",
        {format: count},
      ),
      card("Balances", totals, "on all accounts, without securities"),
      card(
        "Money in motion",
        flows.map((row) => row.motion_eur),
        "paid to somebody else in the month",
      ),
      card(
        "Across the border",
        flows.map((row) => row.in_eur - row.out_eur),
        "came in less went out",
        {format: money, changeBy: "amount"},
      ),
    ],
    {document},
  );
}
