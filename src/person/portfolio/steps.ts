/** From the value at the start of a period to the value at its end, step by step, for a waterfall. */
import {type Day, firstDayOf, formatDay, monthOf} from "../../lib/day.js";
import {dayShort, money} from "../../lib/format.js";
import {type Bridge, bridge} from "../../lib/investing/bridge.js";
import type {Exchange} from "../../lib/investing/brokerage.js";
import type {Portfolio} from "../../lib/investing/portfolio.js";
import {eurFromCents} from "../../lib/money.js";

/** A total is counted from zero; a flow is the owner's money; a result is what became of it. */
export type StepKind = "total" | "flow" | "result";

export interface StepRow {
  readonly step: string;
  readonly kind: StepKind;
  /** Signed for what changes the value; the value itself for a total. */
  readonly amount_eur: number;
}

/** The periods to choose from, in whole months up to the last. */
export const periods = [
  {value: "all", label: "Since the start"},
  {value: "12", label: "12 months"},
  {value: "6", label: "6 months"},
  {value: "3", label: "3 months"},
  {value: "1", label: "1 month"},
] as const;

export type PeriodName = (typeof periods)[number]["value"];

/** First and last day of a period: the last so many months of the data, or all of it. */
export function periodOf(
  name: PeriodName,
  {firstDay, lastDay}: Pick<Exchange, "firstDay" | "lastDay">,
): {from: Day; to: Day} {
  if (name === "all") return {from: firstDay, to: lastDay};
  const first = firstDayOf(monthOf(lastDay) - Number(name) + 1);
  return {from: Math.max(firstDay, first), to: lastDay};
}

/** `1 Aug 2026 to 31 Oct 2026`: the days of an account. */
export function periodText({eve, lastDay}: Pick<Portfolio, "eve" | "lastDay">): string {
  return `${dayShort(formatDay(eve + 1))} to ${dayShort(formatDay(lastDay))}`;
}

/** The steps over these days; interest only where there is any. Throws where they do not lead to the end, to the cent. */
export function stepRows(days: Portfolio): StepRow[] {
  const steps = bridge(days);
  const row = (step: string, kind: StepKind, cents: number) => ({
    step,
    kind,
    amount_eur: eurFromCents(cents),
  });
  return [
    row("Value at the start", "total", steps.startCents),
    row("Money in", "flow", steps.moneyInCents),
    row("Money out", "flow", 0 - steps.moneyOutCents),
    row("Realised gains", "result", steps.realizedCents),
    row("Change in unrealised gains", "result", steps.unrealizedChangeCents),
    row("Dividends", "result", steps.dividendCents),
    ...(steps.interestCents === 0 ? [] : [row("Interest", "result", steps.interestCents)]),
    row("Fees", "result", 0 - steps.feeCents),
    row("Value at the end", "total", steps.endCents),
  ];
}

/** Gains, dividends and interest of a period, less fees. */
export function resultCents(steps: Bridge): number {
  return steps.endCents - steps.startCents - steps.moneyInCents + steps.moneyOutCents;
}

/** How much of the change was the owner’s money and how much the market’s. */
export function stepsFinding(rows: readonly StepRow[]): string {
  const sum = (kind: StepKind) =>
    rows.filter((row) => row.kind === kind).reduce((total, row) => total + row.amount_eur, 0);
  const [flow, result] = [sum("flow"), sum("result")];
  const flowed =
    flow === 0
      ? "No money was added"
      : `${money(Math.abs(flow))} was ${flow < 0 ? "taken out" : "added"}`;
  if (Math.abs(result) < 0.005) return `${flowed}, and the holdings neither made nor lost anything`;
  return `${flowed}, and the holdings ${result < 0 ? "lost" : "made"} ${money(Math.abs(result))}`;
}
