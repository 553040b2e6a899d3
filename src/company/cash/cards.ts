import {monthCard} from "../../components/monthCard.js";
import {cardRow, numberCard} from "../../components/numberCard.js";
import {netBurnCard, runwayCard} from "../../components/runwayCards.js";
import type {CashMonth} from "../../lib/companies/company.js";
import {lateInvoices, type OpenInvoice, owed} from "../../lib/companies/invoices.js";
import {type RunwayPace, runwayOf} from "../../lib/companies/runways.js";
import {money} from "../../lib/format.js";

interface Parts {
  readonly pace: RunwayPace | undefined;
  readonly balances: readonly CashMonth[];
  readonly invoices: readonly OpenInvoice[];
}

/** A company in four numbers: cash, what it burns, how long that lasts, and what it is owed. */
export function cashCards(
  {pace, balances, invoices}: Parts,
  {document = globalThis.document}: {readonly document?: Document} = {},
): HTMLElement {
  if (!pace || balances.length === 0) return cardRow([], {document});
  const runway = runwayOf(pace, 3);
  const cash = balances.map(({closing_eur}) => closing_eur);
  const late = owed(lateInvoices(invoices));
  return cardRow(
    [
      monthCard(balances, {document})("Cash", cash, {changeBy: "amount"}),
      netBurnCard(runway, [], {document}),
      runwayCard(runway, {document}),
      numberCard({
        label: "Owed by customers",
        value: owed(invoices),
        format: (value) => (invoices.length === 0 ? "nothing" : money(value)),
        note: late > 0 ? `${money(late)} of it late` : "nothing late",
        document,
      }),
    ],
    {document},
  );
}
