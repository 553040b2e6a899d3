import {count, money, month as monthText, withSign} from "../lib/format.js";
import {type BalanceRow, type FlowRow, totalBalances} from "../lib/glance.js";
import {cardRow, numberCard} from "./numberCard.js";

/** The four numbers of the first page, each against the month before; nothing where there is no month. */
export function glanceCards(
  flows: readonly FlowRow[],
  balances: readonly BalanceRow[],
  {document = globalThis.document} = {},
): HTMLElement {
  const totals = totalBalances(balances);
  const lastBefore = flows.at(-2);
  const period = lastBefore ? {period: monthText(lastBefore.month)} : {};
  const card = (label: string, path: readonly number[], note: string, format = money) =>
    numberCard({
      label,
      value: path.at(-1),
      before: path.at(-2),
      ...period,
      path,
      note,
      format,
      document,
    });
  if (flows.length === 0) return cardRow([], {document});
  return cardRow(
    [
      card(
        "Customers",
        flows.map((row) => row.customer_count),
        "with an open account",
        count,
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
        (value) => withSign(value, money),
      ),
    ],
    {document},
  );
}
