import type {Day} from "../day.js";

/** Trading days in a year, by convention, for the volatility of daily returns. */
const tradingDaysPerYear = 252;

/**
 * Returns from one trading day to the next, off a growth curve by calendar day whose index 0 is `eve`; what
 * happened on days without trading counts to the next trading day.
 */
export function tradingDayReturns(
  growth: ArrayLike<number>,
  isTradingDay: (index: number) => boolean,
): number[] {
  const returns: number[] = [];
  let before = 0;
  for (let i = 1; i < growth.length; i++) {
    if (!isTradingDay(i)) continue;
    if (growth[before]! > 0) returns.push(growth[i]! / growth[before]! - 1);
    before = i;
  }
  return returns;
}

/** Standard deviation (of a sample) of daily returns, per year; null for fewer than two. */
export function volatility(returns: readonly number[]): number | null {
  if (returns.length < 2) return null;
  const mean = returns.reduce((sum, r) => sum + r, 0) / returns.length;
  const squares = returns.reduce((sum, r) => sum + (r - mean) ** 2, 0);
  return Math.sqrt((squares / (returns.length - 1)) * tradingDaysPerYear);
}

export interface Drawdown {
  /** The loss as a share of the peak: 0.2 is a fall by a fifth. */
  readonly depth: number;
  /** The last day at the peak. */
  readonly peakOn: Day;
  readonly troughOn: Day;
  /** First day back at the peak's level; null if that has not come. */
  readonly recoveredOn: Day | null;
}

/** The deepest fall of a curve from an earlier peak; the first of equals; null for a curve that never falls. */
export function maximumDrawdown(growth: ArrayLike<number>, eve: Day): Drawdown | null {
  let peak = 0;
  let worst: {depth: number; peak: number; trough: number} | null = null;
  for (let i = 1; i < growth.length; i++) {
    if (growth[i]! >= growth[peak]!) peak = i;
    const depth = 1 - growth[i]! / growth[peak]!;
    if (depth > (worst?.depth ?? 0)) worst = {depth, peak, trough: i};
  }
  if (!worst) return null;
  let recovered = worst.trough;
  while (recovered < growth.length && growth[recovered]! < growth[worst.peak]!) recovered++;
  return {
    depth: worst.depth,
    peakOn: eve + worst.peak,
    troughOn: eve + worst.trough,
    recoveredOn: recovered < growth.length ? eve + recovered : null,
  };
}
