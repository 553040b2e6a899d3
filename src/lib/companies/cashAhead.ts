/** A company's cash over time: each day so far, the forecast, and the payments whose days are known. */
import {type FanDay, maybeLowPoint, type Timeline} from "../balances/timeline.js";
import {dayMs} from "../day.js";
import {asDate, money, monthText} from "../format.js";
import {monthDate, monthNumber} from "../month.js";
import type {CompanyAccount, RegularPayment} from "./company.js";
import type {CashDays} from "./companyMonths.js";
import type {Futures} from "./futures.js";
import type {OpenInvoice} from "./invoices.js";
import {comingLumps, type Lump, lumpNames} from "./lumps.js";
import {of100, seasonText} from "./precision.js";
import {type BandMonth, type Outlook, outlook, scenarios} from "./scenario.js";

interface Parts {
  readonly days: CashDays | undefined;
  readonly ahead: Outlook | undefined;
  readonly lumps: readonly Lump[];
  readonly due: readonly RegularPayment[];
  readonly invoices: readonly OpenInvoice[];
  readonly accounts: readonly CompanyAccount[];
}

/** What a company's futures say as it goes on, from the cash it holds; undefined where there are none. */
export function outlookAsIs(
  futures: Futures | undefined,
  closing_balance_eur: number | undefined,
): Outlook | undefined {
  if (!futures || closing_balance_eur === undefined) return undefined;
  return outlook(futures, scenarios.base, {closing_balance_eur, head_cost_eur: null, floor_eur: 0});
}

/** All of it on one axis of time; without a day where the company has no cash to show. */
export function companyTimeline({days, ahead, lumps, due, invoices, accounts}: Parts): Timeline {
  const today = asDate(days?.last_day);
  if (!days || !today) return {past: [], fan: [], dues: []};
  const first = +today - (days.day_eur.length - 1) * dayMs;
  const next = monthDate(monthNumber(new Date(+today + dayMs)));
  return {
    past: days.day_eur.map((balance_eur, at) => ({day: new Date(first + at * dayMs), balance_eur})),
    fan: (ahead?.balance ?? []).map(fanDay).filter(({day}) => day > today),
    dues: [
      ...comingLumps(lumps, due, next, {months: 12}).map(({due_on, category, amount_eur}) => ({
        day: due_on,
        label: lumpNames[category],
        amount_eur: -amount_eur,
      })),
      ...invoices.flatMap(({expected_on, customer, amount_eur}) => {
        const day = asDate(expected_on);
        return day ? [{day, label: customer, amount_eur}] : [];
      }),
    ].filter(({day}) => day > today),
    limit_eur: accounts.reduce((sum, {overdraft_limit_eur}) => sum + overdraft_limit_eur, 0),
  };
}

/** A month ahead, on its last day. */
function fanDay({month, low_eur, value_eur, high_eur}: BandMonth): FanDay {
  const day = new Date(+monthDate(monthNumber(month) + 1) - dayMs);
  return {day, low_eur, median_eur: value_eur, high_eur};
}

/** The title of the timeline: whether and when a company runs out of cash. */
export function cashFinding(name: string, timeline: Timeline, ahead: Outlook | undefined): string {
  const today = timeline.past.at(-1);
  const end = timeline.fan.at(-1);
  if (!today) return `${name} has no balance to show`;
  if (!ahead || !end) return `${name} has too few months to forecast`;
  if (today.balance_eur < 0)
    return end.median_eur < 0
      ? `${name} is overdrawn, and will probably still be in ${monthText(end.day)}`
      : `${name} is overdrawn, but probably not in ${monthText(end.day)}`;
  const {share, p50} = ahead.zero;
  const odds = of100(share, ahead.futures);
  if (odds === 0) return `${name} has cash for the next twelve months`;
  if (odds > 50 && p50 !== undefined)
    return `${name} will probably run out of cash by ${seasonText(p50)}`;
  return `${name} has a ${odds}% risk of running dry within a year`;
}

/** The lowest point ahead, in a sentence; nothing without a forecast. */
export function lowText(timeline: Timeline): string {
  const low = maybeLowPoint(timeline);
  const limit = timeline.limit_eur ?? 0;
  if (!low || low.balance_eur >= 0) return "";
  return low.balance_eur < -limit
    ? `Without new money the overdraft of ${money(limit)} will not be enough.`
    : `The overdraft of ${money(limit)} would cover the lowest point.`;
}
