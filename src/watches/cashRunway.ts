import type {ValueRow, Watch} from "../lib/watches/watch.js";
import {agree, someOf} from "../lib/words.js";

interface Row extends ValueRow {
  /** Companies that have been here for three months. */
  readonly total: number;
}

const pace = "at the pace of the last six";

/** Whether many companies have cash for less than three months. */
export const cashRunway: Watch<Row> = {
  title: "Short runways",
  severity: "warning",
  measured: {
    select: `with paces as (
  select
    bank.runway(month, closing_balance_eur, operating_inflow_eur, operating_outflow_eur) as runway_months
  from bank.company_months
  where month > $month - interval 6 month and month <= $month
  group by user_id
  having max(month) = $month and count(*) >= 3
)
select count_if(runway_months < 3) as value, count(*) as total
from paces`,
  },
  subtitle: "Share of companies with cash for less than three months at the pace of their last six",
  unit: "share",
  condition: {kind: "share", above: 0.05},
  sentence: ({row: {value, total}}) =>
    total === 1
      ? `the one company has cash for ${value === 1 ? "less than" : "at least"} three months, ${pace}.`
      : `${someOf(value, total, "company", "companies")} ${agree(value, "has", "have")} cash for less than three months, ${pace}.`,
  silence: "no company has been here for three months",
};
