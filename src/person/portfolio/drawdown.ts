/** How deep an account fell, without what was paid in and out. */
import {formatDay} from "../../lib/day.js";
import {dayText, duration, percent} from "../../lib/format.js";
import type {Exchange} from "../../lib/investing/brokerage.js";
import type {Portfolio} from "../../lib/investing/portfolio.js";
import {maximumDrawdown} from "../../lib/investing/risk.js";
import {timeWeightedReturn} from "../../lib/investing/timeWeightedReturn.js";
import {tradingDays} from "./accountDays.js";

export interface DrawdownRow {
  readonly day: string;
  /** Loss since the highest point so far, as a share of it; zero or negative. */
  readonly loss_share: number;
}

/** How far below its highest point so far the account was, by trading day; empty where nothing was invested. */
export function drawdownPath(days: Portfolio, exchange: Exchange): DrawdownRow[] {
  const byTime = timeWeightedReturn(days);
  if (byTime.kind === "none") return [];
  let peak = 0;
  const losses = byTime.growth.map((growth) => {
    peak = Math.max(peak, growth);
    return growth / peak - 1;
  });
  return tradingDays(days, exchange).map((i) => ({
    day: formatDay(days.eve + i),
    loss_share: losses[i]!,
  }));
}

/** The deepest fall with its days, and whether it is over. */
export function drawdownFinding(days: Portfolio): string {
  const byTime = timeWeightedReturn(days);
  if (byTime.kind === "none") return "Nothing was invested that could fall";
  const worst = maximumDrawdown(byTime.growth, days.eve);
  if (!worst) return "The account was never below an earlier high";
  const {depth, troughOn, recoveredOn} = worst;
  const fell = `The account fell ${percent(depth, 1)} by ${dayText(formatDay(troughOn))}`;
  if (recoveredOn === null) return `${fell} and has not recovered yet`;
  return `${fell} and took ${duration(recoveredOn - troughOn)} to recover`;
}
