/** A figure for each pattern of adding up: what the query gives, and what it would give with the trap. */
import {barChart} from "../../components/barChart.js";
import {dotPlot} from "../../components/dotPlot.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {lineChart} from "../../components/lineChart.js";
import {color} from "../../components/palette.js";
import {count, money, number, percent} from "../../lib/format.js";
import type {Distinct, EmptyMonth, Median, OwnTransfers, SameDays, TopShare} from "./rows.js";
import {
  distinctFinding,
  emptyMonthsFinding,
  mediansFinding,
  ownTransfersFinding,
  sameDaysFinding,
  topSharesFinding,
} from "./words.js";

/** The right one in the accent, the wrong one in grey. */
export const verdictColors = (right: string) => (series: string) =>
  color(series === right ? "accent" : "context");

export function emptyMonths(rows: readonly EmptyMonth[], sql: Query): FigureElement {
  return figure({
    id: "cookbook-empty-months",
    finding: emptyMonthsFinding,
    subtitle: "Dividend per share by month, in the currency of the security; complete months",
    rows,
    chart: (rows, {width}) =>
      barChart(rows, {
        width,
        height: 220,
        x: "month",
        y: "paid",
        name: "Dividend per share",
        format: (value) => number(value, 2),
        color: () => color("accent"),
        level: rows[0] && {value: rows[0].mean_paid, text: "mean"},
      }),
    note: (rows) =>
      `Without the empty months, the mean is ${number(rows[0]?.mean_of_paying, 2)}: that of a month with a dividend.`,
    sql,
  });
}

export function ownTransfers(rows: readonly OwnTransfers[], sql: Query): FigureElement {
  return figure({
    id: "cookbook-own-transfers",
    finding: ownTransfersFinding,
    subtitle: "Money into the accounts of people by month, EUR; complete months",
    rows,
    chart: (rows, {width}) =>
      lineChart(
        rows.flatMap(({month, inflow_eur, with_own_eur}) => [
          {month, series: "From others", eur: inflow_eur},
          {month, series: "Own transfers too", eur: with_own_eur},
        ]),
        {
          width,
          height: 260,
          x: "month",
          y: "eur",
          series: "series",
          colors: verdictColors("From others"),
          format: money,
        },
      ),
    sql,
  });
}

export function topShares(rows: readonly TopShare[], sql: Query): FigureElement {
  return figure({
    id: "cookbook-top-shares",
    finding: topSharesFinding,
    subtitle: "Share of card payments of people, by outside party: of all, and of the five alone",
    rows,
    chart: (rows, {width}) =>
      dotPlot(
        rows.filter(({share_of_five}) => share_of_five !== null),
        {
          width,
          label: "party",
          from: "share_of_five",
          to: "share",
          names: ["Of the five", "Of all"],
          format: percent,
        },
      ),
    note: (rows) => {
      const others = rows.find(({place}) => place === 6);
      return others ? `All others together take ${percent(others.share)}.` : "There are no others.";
    },
    sql,
  });
}

export function medians(rows: readonly Median[], sql: Query): FigureElement {
  return figure({
    id: "cookbook-medians",
    finding: mediansFinding,
    subtitle: "Cash in all accounts of a person at the end of the last complete month, EUR, by age",
    rows,
    chart: (rows, {width}) =>
      dotPlot(rows, {
        width,
        label: "age_group",
        from: "mean_eur",
        to: "median_eur",
        names: ["Mean", "Median"],
        format: money,
      }),
    sql,
  });
}

const groupNames: Readonly<Record<string, string>> = {
  discretionary: "Discretionary",
  fixed: "Fixed",
};

export function sameDays(rows: readonly SameDays[], sql: Query): FigureElement {
  return figure({
    id: "cookbook-same-days",
    finding: sameDaysFinding,
    subtitle: "Change of people’s spending on the year before, month to date",
    rows,
    chart: (rows, {width}) =>
      dotPlot(
        rows.map(({category_group, now_eur, same_days_eur, whole_month_eur}) => ({
          group: groupNames[category_group] ?? category_group,
          same: now_eur / same_days_eur - 1,
          whole: now_eur / whole_month_eur - 1,
        })),
        {
          width,
          label: "group",
          from: "whole",
          to: "same",
          names: ["On the whole month", "On the same days"],
          format: percent,
        },
      ),
    sql,
  });
}

export function distinctPayers(rows: readonly Distinct[], sql: Query): FigureElement {
  return figure({
    id: "cookbook-distinct",
    finding: distinctFinding,
    subtitle: "People who paid by card, by month: each person once a month",
    rows,
    chart: (rows, {width}) =>
      barChart(
        rows.filter(({month}) => month !== null && month !== ""),
        {
          width,
          height: 220,
          x: "month",
          y: "payer_count",
          name: "People",
          format: count,
          color: () => color("accent"),
        },
      ),
    note: (rows) => `They made ${count(rows.at(-1)?.payment_count)} payments: rows are not people.`,
    sql,
  });
}
