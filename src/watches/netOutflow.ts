import {money, monthText} from "../lib/format.js";
import type {ValueRow, Watch} from "../lib/watches/watch.js";
import {valueText} from "../lib/watches/words.js";

interface Row extends ValueRow {
  /** All balances as the three months began. */
  readonly total: number;
}

/** Whether customers take their money elsewhere; over three months, so that quarterly taxes are in each value. */
export const netOutflow: Watch<Row> = {
  title: "Money leaving the bank",
  severity: "critical",
  measured: {
    select: `with flows as (
  select -bank.net_inflow(other_side = 'outside', amount_eur) as outflow_eur
  from bank.account_flows
  where other_side <> 'own' and month > $month - interval 3 month and month <= $month
), balances as (
  select bank.balances(closing_balance_eur) as balance_eur
  from bank.account_months
  where is_open and month = $month - interval 3 month
)
select outflow_eur as value, balance_eur as total
from flows, balances`,
  },
  subtitle:
    "Money out less money in over three months, share of all balances before; below zero, more came in",
  unit: "share",
  condition: {kind: "share", above: 0.05},
  sentence: ({month, value, row}) => {
    const way =
      row.value > 0 ? "more left the bank than came in" : "more came into the bank than left it";
    const size = `${money(Math.abs(row.value))}, ${valueText("share", Math.abs(value))} of all balances`;
    return row.value === 0
      ? `in the three months to ${monthText(month)}, as much came into the bank as left it.`
      : `in the three months to ${monthText(month)}, ${way}: ${size}.`;
  },
  silence: "balances of three months ago are not known",
};
