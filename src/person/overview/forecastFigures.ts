/** The figure on the days ahead. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {lineChart} from "../../components/lineChart.js";
import type {PersonAccount} from "../../lib/balances/personRow.js";
import {futuresOf} from "../../lib/balances/rows.js";
import {dayMs} from "../../lib/day.js";
import {dayText, money} from "../../lib/format.js";
import {aheadFinding, type BalanceDay, balanceDays, lowestText, refusalText} from "./aheadWords.js";

/** The overdraft limit as a level, where the balance may come near it. */
function limitLevels(rows: readonly BalanceDay[], limit: number): {value: number; text: string}[] {
  const lowest = Math.min(...rows.map(({low_eur, balance_eur}) => low_eur ?? balance_eur));
  if (limit === 0 || lowest >= 0) return [];
  return [{value: -limit, text: `Overdraft limit: ${money(-limit)}`}];
}

/** The balance of a person's account in the last days and the next sixty; of nobody where the account is closed. */
export function balanceForecast(
  name: string,
  {account, contracts}: PersonAccount,
  code: Query,
): FigureElement {
  const futures = account && futuresOf(account, contracts);
  const path = account && futures ? balanceDays(account, futures) : [];
  const {limit, lastDay} = account ?? {limit: 0, lastDay: 0};
  return figure({
    id: "balance-forecast",
    finding:
      account && futures
        ? aheadFinding(name, account, futures)
        : `${name} has no open account to forecast`,
    subtitle:
      "Balance of the checking account at the end of each day, EUR; dotted: median of 400 futures, band: 80% of them",
    rows: path,
    chart: (rows, {width}) =>
      lineChart(rows, {
        width,
        x: "day",
        y: "balance_eur",
        band: ["low_eur", "high_eur"],
        format: money,
        formatX: dayText,
        dashedFrom: new Date(lastDay * dayMs),
        name: "Balance",
        levels: limitLevels(rows, limit),
      }),
    columns: [
      {key: "day", label: "Day"},
      {key: "balance_eur", label: "Balance or median (EUR)"},
      {key: "low_eur", label: "80% low"},
      {key: "high_eur", label: "80% high"},
      {key: "lowest_eur", label: "95% low"},
      {key: "highest_eur", label: "95% high"},
    ],
    empty: "Nothing to forecast: the account is closed.",
    height: account ? 340 : 120,
    note:
      `${lowestText(path)} ${futures ? refusalText(futures) : ""} Each day’s median is its own. Contracts come on their due days; the rest is drawn from ` +
      "the person’s own last year.",
    code,
  });
}
