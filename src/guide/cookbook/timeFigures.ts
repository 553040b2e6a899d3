/** A figure for each pattern of time: what the query gives, and what it would give with the trap. */
import {barChart} from "../../components/barChart.js";
import {dotPlot} from "../../components/dotPlot.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {lineChart} from "../../components/lineChart.js";
import {count, dayShort, money, number} from "../../lib/format.js";
import {comparedAge, comparedCohorts} from "./cohortRows.js";
import {verdictColors} from "./patternFigures.js";
import type {AsOf, Cohort, Dormant, RunningBalance} from "./rows.js";
import {asOfFinding, cohortsFinding, dormantFinding, runningBalanceFinding} from "./words.js";

export function runningBalance(rows: readonly RunningBalance[], sql: Query): FigureElement {
  return figure({
    id: "cookbook-running-balance",
    finding: runningBalanceFinding,
    subtitle: "Balance of one checking account after each posting of its last 45 days, EUR",
    rows,
    chart: (rows, {width}) =>
      lineChart(
        rows.flatMap(({booked_at, balance_eur, of_day_eur}) => [
          {booked_at, series: "Window by day", eur: of_day_eur},
          {booked_at, series: "Window by posting", eur: balance_eur},
        ]),
        {
          width,
          height: 260,
          x: "booked_at",
          y: "eur",
          series: "series",
          colors: verdictColors("Window by posting"),
          format: money,
          formatX: dayShort,
        },
      ),
    sql,
  });
}

export function cohorts(rows: readonly Cohort[], sql: Query): FigureElement {
  return figure({
    id: "cookbook-cohorts",
    finding: cohortsFinding(comparedCohorts(rows)),
    subtitle: "Mean balance of savings accounts by the quarter in which they were opened, EUR",
    rows,
    chart: (rows, {width}) =>
      dotPlot(comparedCohorts(rows), {
        width,
        label: "quarter",
        from: "today_eur",
        to: "at_age_eur",
        names: ["Today", `At ${comparedAge} months`],
        format: money,
      }),
    empty: "Nothing to show: no account was opened in these months.",
    sql,
  });
}

export function asOf(rows: readonly AsOf[], sql: Query): FigureElement {
  return figure({
    id: "cookbook-as-of",
    finding: asOfFinding,
    subtitle: (rows) => `Price of ${rows[0]?.symbol} at the end of each complete month`,
    rows,
    chart: (rows, {width}) =>
      lineChart(
        rows.flatMap(({month, close, price_eur}) => [
          {month, series: "Dollars, not converted", price: close},
          {month, series: "Euros", price: price_eur},
        ]),
        {
          width,
          height: 260,
          x: "month",
          y: "price",
          series: "series",
          colors: verdictColors("Euros"),
          format: (value) => number(value, 2),
        },
      ),
    sql,
  });
}

export function dormant(rows: readonly Dormant[], sql: Query): FigureElement {
  return figure({
    id: "cookbook-dormant",
    finding: dormantFinding,
    subtitle: "Open savings accounts by their longest quiet spell, in months",
    rows,
    chart: (rows, {width}) =>
      barChart(
        rows.filter(({quiet_months}) => quiet_months > 1),
        {
          width,
          height: 240,
          x: ({quiet_months}) => String(quiet_months),
          y: "account_count",
          name: "Accounts",
          format: count,
        },
      ),
    note: (rows) => {
      const short = rows.filter(({quiet_months}) => quiet_months <= 1);
      const accounts = short.reduce((sum, {account_count}) => sum + account_count, 0);
      return `${count(accounts)} accounts were never quiet for more than a month; they are not drawn.`;
    },
    sql,
  });
}
