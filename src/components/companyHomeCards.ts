import type {CashMonth} from "../lib/companies/company.js";
import {money, month as monthText} from "../lib/format.js";
import type {Runway} from "../lib/runway/companies.js";
import {runwayLength} from "../lib/runway/words.js";
import {plural} from "../lib/words.js";
import {monthCard} from "./monthCard.js";
import {cardRow, numberCard} from "./numberCard.js";

/** A company in three numbers: cash, what it burns, and how long that lasts. */
export function companyHomeCards(
  runway: Runway | undefined,
  balances: readonly CashMonth[],
  {document = globalThis.document}: {readonly document?: Document} = {},
): HTMLElement {
  if (!runway || balances.length === 0) return cardRow([], {document});
  const {net_burn_eur, month_count, runway_months, zero_month} = runway;
  const earns = net_burn_eur <= 0;
  return cardRow(
    [
      monthCard(balances, {document})(
        "Cash",
        balances.map(({closing_eur}) => closing_eur),
      ),
      numberCard({
        measure: "net_burn",
        value: net_burn_eur,
        format: (value) => (earns ? "none" : money(value)),
        note: `${earns ? `earned ${money(-net_burn_eur)}` : "more out than in"} each month, mean of ${plural(month_count, "month")}`,
        document,
      }),
      numberCard({
        measure: "runway",
        value: runway_months,
        format: () => runwayLength(runway_months),
        note: zero_month
          ? `at this pace until ${monthText(zero_month)}`
          : "at this pace no end in sight",
        document,
      }),
    ],
    {document},
  );
}
