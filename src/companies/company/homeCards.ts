import {monthCard} from "../../components/monthCard.js";
import {cardRow} from "../../components/numberCard.js";
import {netBurnCard, runwayCard} from "../../components/runwayCards.js";
import type {CashMonth} from "../../lib/companies/company.js";
import type {Runway} from "../../lib/companies/runways.js";

/** A company in three numbers: cash, what it burns, and how long that lasts. */
export function homeCards(
  runway: Runway | undefined,
  balances: readonly CashMonth[],
  {document = globalThis.document}: {readonly document?: Document} = {},
): HTMLElement {
  if (!runway || balances.length === 0) return cardRow([], {document});
  const cash = balances.map(({closing_eur}) => closing_eur);
  return cardRow(
    [
      monthCard(balances, {document})("Cash", cash, {changeBy: "amount"}),
      netBurnCard(runway, [], {document}),
      runwayCard(runway, {document}),
    ],
    {document},
  );
}
