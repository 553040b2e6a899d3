/** One account in a few numbers, and the sentences at the head of its page. */
import {formatDay} from "../../lib/day.js";
import {dayText, money, percent, rounded} from "../../lib/format.js";
import type {Account, AccountView} from "../../lib/investing/account.js";
import {idleCashShare} from "../../lib/investing/allocation.js";
import {bridge} from "../../lib/investing/bridge.js";
import type {Exchange} from "../../lib/investing/brokerage.js";
import {portfolioCashFlows} from "../../lib/investing/cashFlows.js";
import {
  type MoneyWeightedReturn,
  moneyWeightedReturn,
} from "../../lib/investing/moneyWeightedReturn.js";
import {points} from "../../lib/investing/points.js";
import type {Portfolio} from "../../lib/investing/portfolio.js";
import {tradingDayReturns, volatility} from "../../lib/investing/risk.js";
import {
  type TimeWeightedReturn,
  timeWeightedReturn,
} from "../../lib/investing/timeWeightedReturn.js";
import type {Method} from "../../lib/investing/trade.js";
import {eurFromCents} from "../../lib/money.js";
import {paidIn} from "./paths.js";
import {resultCents} from "./steps.js";

export interface Summary {
  readonly name: string;
  readonly lastDay: string;
  readonly value_eur: number;
  readonly paid_eur: number;
  readonly result_eur: number;
  readonly cashCents: number;
  readonly idleShare: number | null;
  readonly byTime: TimeWeightedReturn;
  readonly byMoney: MoneyWeightedReturn;
  /** Per year. */
  readonly volatilityShare: number | null;
}

/** The account over the whole time of the data. */
export function summaryOf({name}: Account, days: Portfolio, {market}: Exchange): Summary {
  const valueCents = days.valueCents.at(-1)!;
  const cashCents = days.cashCents.at(-1)!;
  const byTime = timeWeightedReturn(days);
  const isTradingDay = (i: number) => market.isTradingDay[days.eve + i - market.firstDay] === 1;
  return {
    name,
    lastDay: formatDay(days.lastDay),
    value_eur: eurFromCents(valueCents),
    paid_eur: eurFromCents(paidIn(days).at(-1)!),
    result_eur: eurFromCents(resultCents(bridge(days))),
    cashCents,
    idleShare: idleCashShare(cashCents, valueCents - cashCents),
    byTime,
    byMoney: moneyWeightedReturn(portfolioCashFlows(days)),
    volatilityShare:
      byTime.kind === "return" ? volatility(tradingDayReturns(byTime.growth, isTradingDay)) : null,
  };
}

/** The opening of the page. */
export function summaryText({
  name,
  lastDay,
  value_eur,
  result_eur,
  byTime,
  byMoney,
}: Summary): string {
  if (name === "") return "Nobody here has traded, so there is no portfolio to look into.";
  const result =
    Math.abs(result_eur) < 0.005
      ? "just what was put in"
      : `${money(Math.abs(result_eur))} ${result_eur < 0 ? "less" : "more"} than was put in`;
  const said = `On ${dayText(lastDay)} the account of ${name} was worth ${money(value_eur)}, ${result}.`;
  const returns = [timeText(byTime), moneyText(byMoney)].filter(Boolean).join("; ");
  return returns === "" ? said : `${said} ${returns}.`;
}

function timeText(byTime: TimeWeightedReturn): string {
  if (byTime.kind === "none") return "";
  const {periodReturn, annualized} = byTime;
  const verb = periodReturn < 0 ? "lost" : "returned";
  const size = percent(Math.abs(periodReturn), 1);
  const yearly = annualized === null ? "" : `, ${percent(annualized, 1)} a year`;
  return `What was held ${verb} ${size}${yearly}`;
}

function moneyText(byMoney: MoneyWeightedReturn): string {
  if (byMoney.kind === "none") return "";
  if (byMoney.kind === "several")
    return "the money came and went too often for one rate to tell what it earned";
  const rate = byMoney.annualized;
  if (rate === null) {
    return Number.isFinite(byMoney.periodReturn)
      ? `${earnedText(byMoney.periodReturn)} while it was there`
      : "";
  }
  return Number.isFinite(rate) ? `${earnedText(rate)} a year while it was there` : "";
}

function earnedText(rate: number): string {
  return `each euro ${rate < 0 ? "lost" : "earned"} ${percent(Math.abs(rate), 1)}`;
}

/** What the gap between the two returns says about timing; empty where there is none to compare. */
export function gapText({byTime, byMoney}: Summary): string {
  if (byTime.kind !== "return" || byMoney.kind !== "rate") return "";
  const [time, own] = [byTime.annualized, byMoney.annualized];
  if (time === null || own === null || !Number.isFinite(own)) return "";
  const gap = rounded(own, 3) - rounded(time, 3); // as both are shown, so that the sentence adds up
  if (Math.abs(gap) < 0.0005) return "Both returns are the same: timing neither helped nor hurt.";
  return gap > 0
    ? `The gap of ${points(gap)} a year is timing: more money was there when it went well.`
    : `The gap of ${points(gap)} a year is timing: more money was there when it went badly.`;
}

/** What a method is called within a sentence. */
export function methodName(method: Method): string {
  return method === "fifo" ? "first in, first out" : "average cost";
}

/** What the choice of method changes in this account, and what it does not. */
export function methodText(average: AccountView, fifo: AccountView): string {
  const sums = ({holdings}: AccountView) => ({
    realized: eurFromCents(holdings.reduce((sum, holding) => sum + holding.realized.gainCents, 0)),
    unrealized: eurFromCents(
      holdings.reduce((sum, holding) => sum + holding.unrealized.gainCents, 0),
    ),
  });
  const [a, f] = [sums(average), sums(fifo)];
  const hasSold = average.trails.some(({rows}) => rows.some((row) => row.kind === "sell"));
  if (!hasSold)
    return "Nothing was sold here yet, so both methods say the same: they differ in which cost a sale takes away.";
  if (a.realized === f.realized)
    return "The methods differ in which cost a sale takes away. Here they come to the same, for what was sold cost the same either way.";
  const difference = f.realized - a.realized;
  return `The methods differ in which cost a sale takes away: that of the oldest shares (FIFO), or the average of all. Here ${money(a.realized)} is realized and ${money(a.unrealized)} unrealized by average cost, ${money(f.realized)} and ${money(f.unrealized)} by FIFO: it counts ${money(Math.abs(difference))} ${difference > 0 ? "more as realized and as much less" : "less as realized and as much more"} as unrealized. Value, returns and the total gain stay the same.`;
}
