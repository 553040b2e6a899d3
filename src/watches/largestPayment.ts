import {money, monthText} from "../lib/format.js";
import type {ValueRow, Watch} from "../lib/watches/watch.js";
import {valueText} from "../lib/watches/words.js";

interface Row extends ValueRow {
  /** What all companies hold at the end of the month. */
  readonly total: number;
}

/** Whether one payment of a company is large beside what all of them hold. */
export const largestPayment: Watch<Row> = {
  title: "Large postings",
  severity: "warning",
  measured: {
    select: `with payments as (
  select max(-lowest_eur) as largest_eur
  from bank.company_days
  where date_trunc('month', day) = $month and lowest_eur < 0 and category <> 'saving'
), cash as (
  select sum(closing_balance_eur) as balance_eur
  from bank.company_months
  where month = $month
)
select largest_eur as value, balance_eur as total
from payments, cash`,
  },
  subtitle:
    "The largest payment out of a company in a month, share of the cash of all companies at its end",
  unit: "share",
  condition: {kind: "share", above: 0.03},
  sentence: ({month, value, row}) =>
    `the largest payment that a company made in ${monthText(month)} was ${money(row.value)}, ${valueText("share", value)} of what all companies hold.`,
  silence: "no company made a payment, or together they hold nothing",
};
