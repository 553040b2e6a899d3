/** The figures on the pay cycle: everybody's, and one person's. */
import {barChart} from "../../components/barChart.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {color} from "../../components/palette.js";
import type {BalancePeople, KnownAccount} from "../../lib/balances/rows.js";
import {percent} from "../../lib/format.js";
import type {ContractRow, RecurringPeople} from "../../lib/recurring/rows.js";
import {cyclesFinding, standingsFinding} from "./balanceWords.js";
import {cycleDays, cycleStandings} from "./cycles.js";
import {payCycles} from "./payCycles.js";

/** How many main customers, whose ids are `mainIds`, are below zero on each day of the pay cycle. */
export function balanceCycle(
  balances: BalancePeople,
  recurring: RecurringPeople,
  mainIds: ReadonlySet<string>,
  code: Query,
): FigureElement {
  return figure({
    id: "balance-cycle",
    finding: standingsFinding,
    subtitle:
      "Main customers whose checking account is below zero at the end of the day, by days since payday; the last " +
      "three whole pay cycles",
    rows: cycleStandings(balances, recurring, mainIds),
    chart: (rows, {width}) =>
      barChart(rows, {
        width,
        height: 260,
        x: ({days_since_payday: days}) => (days === 0 ? "payday" : `+${days}`),
        y: "below_zero_share",
        name: "Below zero",
        format: (share) => percent(share),
        color: () => color("loss"),
      }),
    columns: [
      {key: "days_since_payday", label: "Days since payday"},
      {key: "below_zero_share", label: "Below zero"},
      {key: "median_eur", label: "Median balance (EUR)"},
      {key: "low_share", label: "Lowest point of the cycle"},
      {key: "cycle_count", label: "Pay cycles"},
      {key: "person_count", label: "People"},
    ],
    empty: "It takes two paydays of a main customer within four months.",
    note:
      "Payday is that of the largest recurring income; people who have none are left out. A cycle runs from a payday " +
      "to the day before the next.",
    height: 260,
    code,
  });
}

/** The balance of a person's account over the last pay cycles; of nobody where the account is closed. */
export function balancePeople(
  name: string,
  account: KnownAccount | undefined,
  contracts: readonly ContractRow[],
  code: Query,
): FigureElement {
  const cycles = account ? cycleDays(account, contracts) : [];
  const limit = account?.limit ?? 0;
  return figure({
    id: "balance-people",
    finding: cyclesFinding(name, cycles, limit),
    subtitle:
      "Balance of the checking account by days since payday, EUR; the last three whole pay cycles, dots at their " +
      "lowest points",
    rows: cycles,
    chart: (rows, {width}) => payCycles(rows, {width, limit}),
    empty: "No whole pay cycle: it takes a recurring income and two of its paydays.",
    height: cycles.length > 0 ? 340 : 120,
    code,
  });
}
