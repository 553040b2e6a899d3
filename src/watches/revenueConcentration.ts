import {count, monthText} from "../lib/format.js";
import type {ValueRow, Watch} from "../lib/watches/watch.js";
import {valueText} from "../lib/watches/words.js";

interface Row extends ValueRow {
  readonly company_count: number;
}

/** Whether the revenue of companies here depends on one of them. */
export const revenueConcentration: Watch<Row> = {
  title: "Concentration of revenue",
  severity: "notice",
  measured: {
    select: `select
  max(revenue_eur) as value,
  sum(revenue_eur) as total,
  count(*) as company_count
from bank.company_months
where month = $month and revenue_eur > 0
having count(*) >= 20`,
  },
  subtitle: "The largest revenue of a company in a month, share of the revenue of all",
  unit: "share",
  condition: {kind: "share", above: 0.15},
  sentence: ({month, value, row}) =>
    `one of ${count(row.company_count)} companies took in ${valueText("share", value)} of their revenue in ${monthText(month)}.`,
  silence: "fewer than twenty companies had revenue",
};
