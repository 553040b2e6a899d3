/** The figure on the days ahead. */
import {cashTimeline} from "../../components/cashTimeline.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {aheadFinding, balanceDays, refusalText, timelineOf} from "../../lib/balances/aheadWords.js";
import {futuresOf} from "../../lib/balances/futures.js";
import type {PersonAccount} from "../../lib/balances/personRow.js";
import {dayMs} from "../../lib/day.js";
import {duesWithin} from "../../lib/recurring/dues.js";

/** The balance of a person's account in the last days and the next sixty; of nobody where the account is closed. */
export function balanceForecast(
  name: string,
  {account, contracts}: PersonAccount,
  code: Query,
): FigureElement {
  const futures = account && futuresOf(account, contracts);
  const path = account && futures ? balanceDays(account, futures) : [];
  const dues = account
    ? duesWithin(contracts, new Date(account.lastDay * dayMs), futures?.paths[0]?.length ?? 0)
    : [];
  return figure({
    id: "balance-forecast",
    finding:
      account && futures
        ? aheadFinding(name, account, futures)
        : `${name} has no open account to forecast`,
    subtitle:
      "Checking account at the end of each day, EUR; dotted: median of 400 futures, band: 80% of them; below, what is due",
    rows: path,
    chart: (rows, options) => cashTimeline(timelineOf(rows, dues, account!.limit), options),
    columns: [
      {key: "day", label: "Day"},
      {key: "balance_eur", label: "Balance or median"},
      {key: "low_eur", label: "80% low"},
      {key: "high_eur", label: "80% high"},
      {key: "lowest_eur", label: "95% low"},
      {key: "highest_eur", label: "95% high"},
    ],
    empty: "Nothing to forecast: the account is closed.",
    height: account ? 500 : 120,
    note:
      `${futures ? refusalText(futures) : ""} Each day’s median is its own. Contracts come on their due days; the rest ` +
      "is drawn from the person’s own last year.",
    code,
  });
}
