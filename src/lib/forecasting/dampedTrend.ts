/**
 * Exponential smoothing with a damped additive trend, in its error-correction form:
 *
 *   forecast  f(t+h) = level + (φ + φ² + … + φʰ) · slope
 *   update    level ← f + α·e,  slope ← φ·slope + αβ·e,  e = value − f
 *
 * Source: Gardner & McKenzie (1985), "Forecasting trends in time series", Management Science 31; Hyndman &
 * Athanasopoulos, "Forecasting: principles and practice", 3rd ed., 8.2 and 8.5. Two choices of our own, for
 * short series: the gain starts at 1 and falls to α, as α / (1 − (1−α)ᵗ), which makes the level an
 * exponentially weighted mean of what was seen (α = 0 is the plain average, α = 1 the last value), and the
 * slope starts at 0, so that a trend must show itself.
 */
export interface Smoothing {
  /** How much of an error goes into the level, 0 to 1. */
  readonly alpha: number;
  /** How much of the level's correction goes into the slope, 0 to 1. */
  readonly beta: number;
  /** How much of the slope lives on each month, 0 to 1. */
  readonly phi: number;
}

export interface SmoothedState {
  readonly level: number;
  readonly slope: number;
  /** Values seen so far, which sets the gain. */
  readonly seen: number;
}

export const plainAverage: Smoothing = {alpha: 0, beta: 0, phi: 0};

/** From the simplest to the most ready to move. */
export const smoothings: readonly Smoothing[] = [
  plainAverage,
  ...[0.1, 0.2, 0.3, 0.5, 0.7, 1].map((alpha) => ({alpha, beta: 0, phi: 0})),
  ...[0.2, 0.5, 0.8].flatMap((alpha) =>
    [0.1, 0.3].flatMap((beta) => [0.8, 0.95].map((phi) => ({alpha, beta, phi}))),
  ),
];

export const unseen: SmoothedState = {level: 0, slope: 0, seen: 0};

/** The value expected `ahead` months on, 1 for the next. */
export function expectedValue(
  {level, slope}: SmoothedState,
  {phi}: Smoothing,
  ahead: number,
): number {
  return level + slope * damping(phi, ahead);
}

/** φ + φ² + … + φʰ */
function damping(phi: number, ahead: number): number {
  if (phi === 0) return 0;
  return phi === 1 ? ahead : (phi * (1 - phi ** ahead)) / (1 - phi);
}

/**
 * How much wider than one month ahead the errors `ahead` months on are, as a ratio of standard deviations
 * (FPP3, 8.7, for additive errors).
 */
export function widening({alpha, beta, phi}: Smoothing, ahead: number): number {
  let variance = 1;
  for (let j = 1; j < ahead; j++) variance += (alpha + alpha * beta * damping(phi, j)) ** 2;
  return Math.sqrt(variance);
}

/**
 * Variance of the level after so many values, in units of the variance of one: what a forecast errs beyond the noise
 * of the month itself, because the level is an estimate (its leverage). 1/n for the plain average.
 */
export function leverage(smoothing: Smoothing, seen: number): number {
  let variance = 1;
  for (let n = 2; n <= seen; n++) {
    const gain = gainOf(smoothing, n);
    variance = (1 - gain) ** 2 * variance + gain ** 2;
  }
  return variance;
}

/** How much of an error goes into the level when so many values have been seen, that one included. */
export function gainOf({alpha}: Smoothing, seen: number): number {
  return alpha === 0 ? 1 / seen : alpha / (1 - (1 - alpha) ** seen);
}

/** The state after one more value; `gain` is `gainOf` of it, for who knows it from before. */
export function update(
  state: SmoothedState,
  value: number,
  smoothing: Smoothing,
  gain = gainOf(smoothing, state.seen + 1),
): SmoothedState {
  const {alpha, beta, phi} = smoothing;
  const seen = state.seen + 1;
  if (seen === 1) return {level: value, slope: 0, seen};
  const expected = expectedValue(state, smoothing, 1);
  const error = value - expected;
  return {
    level: expected + gain * error,
    slope: phi * state.slope + alpha * beta * error,
    seen,
  };
}

/** The states after each of the values: `states[t]` has seen `values[0]` to `values[t]`. */
export function smooth(values: ArrayLike<number>, smoothing: Smoothing): SmoothedState[] {
  const states: SmoothedState[] = [];
  let state = unseen;
  for (let t = 0; t < values.length; t++) {
    state = update(state, values[t]!, smoothing);
    states.push(state);
  }
  return states;
}
