import {monthCard} from "../../components/monthCard.js";
import {cardRow, numberCard} from "../../components/numberCard.js";
import {money, monthText, percent, withSign} from "../../lib/format.js";
import type {AssetMonth} from "./months.js";
import {feeMonths, type VolumeRow} from "./volume.js";

/** The last month in four numbers, against the month before. */
export function investmentCards(
  months: readonly AssetMonth[],
  volume: readonly VolumeRow[],
  {document = globalThis.document}: {readonly document?: Document} = {},
): HTMLElement {
  const last = months.at(-1);
  const fees = feeMonths(volume).map((row) => row.fee_eur);
  const returns = months.map((row) => marketReturn(row));
  const card = monthCard(months, {document});
  if (!last) return cardRow([], {document});
  return cardRow(
    [
      card(
        "Assets",
        months.map((row) => row.end_eur),
        {note: "brokerage accounts, cash included"},
      ),
      card(
        "Net flow",
        months.map((row) => row.flow_eur),
        {
          changeBy: "amount",
          note: "paid in less taken out",
        },
      ),
      numberCard({
        label: "Return from the market",
        value: returns.at(-1),
        format: (share) => percent(share, 1),
        path: returns,
        href: "#investment-months",
        note: `${withSign(last.market_eur, money)} in ${monthText(last.month)}, after fees`,
        document,
      }),
      card("Trading fees", fees, {note: "commissions"}),
    ],
    {id: "investment-cards", document},
  );
}

/** What the market made of the assets at the start of a month and half of what came in: modified Dietz. */
function marketReturn({start_eur, flow_eur, market_eur}: AssetMonth): number | null {
  const base = start_eur + flow_eur / 2;
  return base > 0 ? market_eur / base : null;
}
