import {cardRow, numberCard} from "../../components/numberCard.js";
import {netBurnCard, paceReading, runwayCard} from "../../components/runwayCards.js";
import type {CompanyMonth, Runway} from "../../lib/companies/runways.js";
import {monthText} from "../../lib/format.js";

/** One company in four numbers: cash, gross and net burn, runway. */
export function companyCards(
  runway: Runway | undefined,
  months: readonly CompanyMonth[],
  {document = globalThis.document}: {readonly document?: Document} = {},
): HTMLElement {
  if (!runway || months.length === 0) return cardRow([], {document});
  return cardRow(
    [
      numberCard({
        label: "Cash",
        value: runway.closing_balance_eur,
        path: months.map(({closing_balance_eur}) => closing_balance_eur),
        note: `end of ${monthText(months.at(-1)?.month)}`,
        document,
      }),
      numberCard({
        reading: paceReading("gross_burn", runway),
        value: runway.gross_burn_eur,
        path: months.map(({outflow_eur}) => outflow_eur),
        note: "paid out each month, on average",
        document,
      }),
      netBurnCard(
        runway,
        months.map(({net_eur}) => -net_eur),
        {document},
      ),
      runwayCard(runway, {document}),
    ],
    {document},
  );
}
