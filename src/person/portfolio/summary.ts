/** One account in a few numbers over a period, and the sentences at the head of its page. */
import {formatDay} from "../../lib/day.js";
import {dayText, money, percent, rounded} from "../../lib/format.js";
import type {Account} from "../../lib/investing/account.js";
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
import {eurFromCents} from "../../lib/money.js";
import {paidIn} from "./accountDays.js";
import {resultCents} from "./steps.js";

export interface Summary {
  readonly name: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly value_eur: number;
  /** The value at the start and what was paid in since, less what was taken out. */
  readonly paid_eur: number;
  /** What `paid_eur` is called: it begins with a value only where the period begins after the data. */
  readonly paidName: string;
  readonly result_eur: number;
  readonly cashCents: number;
  readonly idleShare: number | null;
  readonly byTime: TimeWeightedReturn;
  readonly byMoney: MoneyWeightedReturn;
  /** Per year. */
  readonly volatilityShare: number | null;
}

/** The account over these days. */
export function summaryOf({name}: Account, days: Portfolio, exchange: Exchange): Summary {
  const {market, firstDay} = exchange;
  const valueCents = days.valueCents.at(-1)!;
  const cashCents = days.cashCents.at(-1)!;
  const byTime = timeWeightedReturn(days);
  const isTradingDay = (i: number) => market.isTradingDay[days.eve + i - market.firstDay] === 1;
  const hasStart = days.eve >= firstDay && days.valueCents[0]! > 0;
  return {
    name,
    firstDay: formatDay(days.eve + 1),
    lastDay: formatDay(days.lastDay),
    value_eur: eurFromCents(valueCents),
    paid_eur: eurFromCents(paidIn(days).at(-1)!),
    paidName: hasStart ? "there at the start or paid in since" : "put in",
    result_eur: eurFromCents(resultCents(bridge(days))),
    cashCents,
    idleShare: idleCashShare(cashCents, valueCents - cashCents),
    byTime,
    byMoney: moneyWeightedReturn(portfolioCashFlows(days)),
    volatilityShare:
      byTime.kind === "return" ? volatility(tradingDayReturns(byTime.growth, isTradingDay)) : null,
  };
}

/** The opening of the page of somebody who has traded. */
export function summaryText(summary: Summary): string {
  const {name, firstDay, lastDay, value_eur, paid_eur, paidName, result_eur} = summary;
  const gained =
    Math.abs(result_eur) < 0.005
      ? "neither gained nor lost anything"
      : `${result_eur < 0 ? "lost" : "gained"} ${money(Math.abs(result_eur))}`;
  return [
    `On ${dayText(lastDay)} ${name}’s account was worth ${money(value_eur)}.`,
    `Since ${dayText(firstDay)} it has ${gained} on ${money(paid_eur)} ${paidName}.`,
    returnsText(summary),
  ]
    .filter(Boolean)
    .join(" ");
}

function returnsText({byTime, byMoney}: Summary): string {
  if (byTime.kind === "none") return "";
  const {periodReturn, annualized} = byTime;
  const yearly = annualized === null ? "" : ` (${percent(Math.abs(annualized), 1)} a year)`;
  const verb = periodReturn < 0 ? "lost" : "returned";
  const account = `The account ${verb} ${percent(Math.abs(periodReturn), 1)}${yearly}.`;
  if (byMoney.kind === "none") return account;
  if (byMoney.kind === "several")
    return `${account} Money came and went too often for one rate to tell what each euro earned.`;
  const own = byMoney.annualized ?? byMoney.periodReturn;
  if (!Number.isFinite(own)) return account;
  const each = `Each euro ${own < 0 ? "lost" : "earned"} ${percent(Math.abs(own), 1)}`;
  if (byMoney.annualized === null) return `${account} ${each} while it was there.`;
  return `${account} ${each} a year${timingText(annualized, own)}.`;
}

/** What the gap between two yearly returns says about timing; empty where there is none to compare. */
function timingText(time: number | null, own: number): string {
  if (time === null) return "";
  const gap = rounded(own, 3) - rounded(time, 3); // as both are shown, so that the sentence adds up
  if (Math.abs(gap) < 0.0005) return " too: timing neither helped nor hurt";
  const [one, other] = gap < 0 ? ["falls", "rises"] : ["rises", "falls"];
  return (
    `, ${points(Math.abs(gap)).replace("+", "")} ${gap < 0 ? "less" : "more"}, because more of the money was there ` +
    `before the ${one} than before the ${other}`
  );
}
