/** Assets under management, month by month: what clients brought, and what the market made of it. */
import {formatDay, lastDayOf, monthOf} from "../../lib/day.js";
import {dayText, money, percent} from "../../lib/format.js";
import {type Account, viewOf} from "../../lib/investing/account.js";
import {bridge} from "../../lib/investing/bridge.js";
import type {Exchange} from "../../lib/investing/brokerage.js";
import {portfolio} from "../../lib/investing/portfolio.js";
import {eurFromCents} from "../../lib/money.js";
import {byDirection, changeOf, plural} from "../../lib/words.js";

/** A row of `investment-months`. */
export interface AssetMonth {
  /** First day of the month. */
  readonly month: string;
  /** Last day counted: the end of the month, or of the data. */
  readonly until: string;
  readonly start_eur: number;
  readonly paid_in_eur: number;
  readonly taken_out_eur: number;
  readonly flow_eur: number;
  /** Gains, dividends and interest, less fees. */
  readonly market_eur: number;
  readonly dividend_eur: number;
  readonly fee_eur: number;
  readonly cash_eur: number;
  readonly end_eur: number;
  /** Accounts with securities at the end of the month. */
  readonly investor_count: number;
}

/**
 * All brokerage accounts as one portfolio, cash included, one row a month; `end = start + flow + market`, to the
 * cent. Empty where nobody has a brokerage account.
 */
export function assetMonths(accounts: readonly Account[], exchange: Exchange): AssetMonth[] {
  if (accounts.length === 0) return [];
  const {market, firstDay, lastDay} = exchange;
  const views = accounts.map((account) => viewOf(account, exchange, "average"));
  const all = portfolio(
    {
      trails: views.flatMap((view) => view.trails),
      dividends: views.flatMap((view) => view.payments),
      cash: {
        openingCents: accounts.reduce((sum, {cash}) => sum + cash.openingCents, 0),
        movements: accounts.flatMap(({cash}) => cash.movements),
      },
    },
    market,
    {from: firstDay, to: lastDay},
  );
  const rows: AssetMonth[] = [];
  for (let from = firstDay; from <= lastDay; from = lastDayOf(monthOf(from)) + 1) {
    const to = Math.min(lastDay, lastDayOf(monthOf(from)));
    const steps = bridge(all, {from, to});
    const flowCents = steps.moneyInCents - steps.moneyOutCents;
    rows.push({
      month: `${formatDay(from).slice(0, 7)}-01`,
      until: formatDay(to),
      start_eur: eurFromCents(steps.startCents),
      paid_in_eur: eurFromCents(steps.moneyInCents),
      taken_out_eur: eurFromCents(steps.moneyOutCents),
      flow_eur: eurFromCents(flowCents),
      market_eur: eurFromCents(steps.endCents - steps.startCents - flowCents),
      dividend_eur: eurFromCents(steps.dividendCents),
      fee_eur: eurFromCents(steps.feeCents),
      cash_eur: eurFromCents(all.cashCents[to - all.eve]!),
      end_eur: eurFromCents(steps.endCents),
      investor_count: views.filter(({trails}) =>
        trails.some(({rows}) => (rows.findLast(({day}) => day <= to)?.heldE6 ?? 0) > 0),
      ).length,
    });
  }
  return rows;
}

/** A month with what clients have put in: what was there at the start, and the flows since. */
export interface PaidMonth extends AssetMonth {
  readonly paid_eur: number;
}

/** The months, each with what assets would be if the market had given nothing since the start. */
export function paidMonths(rows: readonly AssetMonth[]): PaidMonth[] {
  let paid_eur = rows.at(0)?.start_eur ?? 0;
  return rows.map((row) => {
    paid_eur += row.flow_eur;
    return {...row, paid_eur};
  });
}

const total = (
  rows: readonly AssetMonth[],
  part: "flow_eur" | "market_eur" | "fee_eur" | "dividend_eur",
) => rows.reduce((sum, row) => sum + row[part], 0);

/** The opening of the page. */
export function assetsText(rows: readonly AssetMonth[]): string {
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (!first || !last) return "Nobody here has a brokerage account, so there is nothing to manage.";
  const flow = total(rows, "flow_eur");
  const market = total(rows, "market_eur");
  const cash = last.end_eur === 0 ? 0 : last.cash_eur / last.end_eur;
  const paid =
    flow < 0 ? `took out ${money(-flow)} more than they paid in` : `paid in ${money(flow)} net`;
  return [
    `On ${dayText(last.until)} clients held ${money(last.end_eur)} in brokerage accounts, ` +
      `${percent(cash)} of it in cash; ${plural(last.investor_count, "account")} held securities.`,
    `Since ${dayText(first.month)} they ${paid}, and ${marketWords(market)}.`,
  ].join(" ");
}

function marketWords(market: number): string {
  if (Math.abs(market) < 0.005) return "the market gave nothing and took nothing";
  return market > 0
    ? `the market, dividends included and fees taken off, added ${money(market)}`
    : `the market, even with dividends, took ${money(-market)}, fees included`;
}

/** How assets went, and what share of the change came from clients. */
export function assetsFinding(rows: readonly AssetMonth[]): string {
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (!first || !last) return "No assets to show";
  const flow = total(rows, "flow_eur");
  const market = total(rows, "market_eur");
  const change = changeOf(last.end_eur, first.start_eur);
  const {difference = 0} = change;
  if (difference > 0 && flow > 0 && market > 0)
    return (
      `Clients brought ${percent(flow / difference)} of the ${money(difference)} by which assets grew, the market ` +
      percent(market / difference)
    );
  const moved = byDirection(change, {
    rise: `rose by ${money(difference)}`,
    fall: `fell by ${money(-difference)}`,
    same: "ended where they began",
    unknown: "cannot be compared",
  });
  return (
    `Assets ${moved}: clients ${flow < 0 ? "took out" : "brought"} ${money(Math.abs(flow))}, the market ` +
    `${market < 0 ? "took" : "added"} ${money(Math.abs(market))}`
  );
}

/** In how many months the market took some back, and whether assets shrank. */
export function changesText(rows: readonly AssetMonth[]): string {
  if (rows.length === 0) return "";
  const falls = rows.filter((row) => row.market_eur < 0);
  const outflows = rows.filter((row) => row.flow_eur < 0).length;
  const steadily =
    outflows === 0
      ? "Money came in every month"
      : `More money left than came in during ${outflows} of ${plural(rows.length, "month")}`;
  if (falls.length === 0) return `${steadily}, and the market never took any back.`;
  const shrank = falls.filter((row) => row.end_eur < row.start_eur).length;
  const times = shrank === 1 ? "once" : `${shrank} times`;
  const most = shrank === 0 ? "though never more than came in" : `and ${times} assets shrank`;
  return `${steadily}. The market took some back in ${plural(falls.length, "month")}, ${most}.`;
}
