/**
 * How the months of a series hang together once its regressors are taken out: noise of each month, plus an
 * unseen part that keeps `persistence` of itself from month to month (1: a random walk) and is renewed with
 * variance `renewal`. All variances are relative to one that is estimated with the rest.
 */
export interface Process {
  readonly noise: number;
  readonly persistence: number;
  readonly renewal: number;
  /** Variance of the unseen part in the first month. */
  readonly initial: number;
}

/** A column of a regression: its value in each month, seen or to come, from 0. */
export type Regressor = (t: number) => number;

/** What a regression with such errors learns from a series. */
export interface ProcessFit {
  /** Logarithm of the marginal likelihood, up to what all fits to the same values share. */
  readonly evidence: number;
  /** Centre and variance of what is expected `ahead` months after the last, the latter relative. */
  ahead(ahead: number): {readonly centre: number; readonly variance: number};
  /** Sum of squared standardized errors. */
  readonly squares: number;
}

/** Below that share of itself a difference is mostly rounding, and is computed again another way. */
const cancelled = 1e-9;
/**
 * How many times less a prior of the second regressor's coefficient tells than the series, per month of it. One
 * such prior alone would draw a clear step or slope towards 0 and widen the band for it (Liang et al. 2008,
 * "Mixtures of g priors for Bayesian variable selection", JASA 103).
 */
const spreads = [
  {months: 4, prior: 0.5},
  {months: 100, prior: 0.3},
  {months: 1e5, prior: 0.2},
];

/** With fewer independent errors a line through all months may be chance, and only the most telling prior holds. */
const fewestForSpreads = 5;

/**
 * Regression of a series on 1 and perhaps one more regressor, with errors of a process, by the Kalman filter
 * run over series and regressors alike (de Jong 1991, "The diffuse Kalman filter", Ann. Statist. 19; Durbin &
 * Koopman, "Time series analysis by state space methods", 2nd ed., 6.2). The mean has a flat prior, the scale
 * Jeffreys's, the second coefficient normal ones, each worth a part of the information in the series (Zellner
 * 1986), so that evidence of fits with and without it compares: a fit for each. Months that are NaN were not seen. `freedom` is the number of
 * independent errors; `least` the smallest sum of squares that is more than rounding.
 */
export function fitProcess(
  values: readonly number[],
  process: Process,
  second: Regressor | undefined,
  freedom: number,
  least: number,
): ProcessFit[] {
  const {noise, persistence, renewal, initial} = process;
  // Unseen parts and products of series (y), mean (1) and second regressor (2), of which there may be none.
  let [y, one, two] = [0, 0, 0];
  let [yy, y1, y2, s11, s12, s22] = [0, 0, 0, 0, 0, 0];
  let variance = initial;
  let logs = 0;
  for (let t = 0; t < values.length; t++) {
    const value = values[t]!;
    if (!Number.isNaN(value)) {
      const total = variance + noise;
      const gain = variance / total;
      const errorY = value - y;
      const error1 = 1 - one;
      const error2 = second ? second(t) - two : 0;
      yy += errorY ** 2 / total;
      y1 += (errorY * error1) / total;
      y2 += (errorY * error2) / total;
      s11 += error1 ** 2 / total;
      s12 += (error1 * error2) / total;
      s22 += error2 ** 2 / total;
      y += gain * errorY;
      one += gain * error1;
      two += gain * error2;
      logs += Math.log(total);
      variance -= gain * variance;
    }
    y *= persistence;
    one *= persistence;
    two *= persistence;
    variance = persistence ** 2 * variance + renewal;
  }
  const information = second ? s22 - s12 ** 2 / s11 : 0;
  const priors = freedom < fewestForSpreads ? spreads.slice(0, 1) : spreads;
  return (second ? priors : [{months: 0, prior: 1}]).map(({months, prior}) => {
    const added = second ? information / (months * values.length) : 1;
    const coefficient2 = (y2 - (s12 * y1) / s11) / (information + added);
    const coefficient1 = (y1 - s12 * coefficient2) / s11;
    let squares = yy - y1 * coefficient1 - y2 * coefficient2;
    if (squares < cancelled * yy) {
      const residuals = values.map(
        (value, t) => value - coefficient1 - (second ? coefficient2 * second(t) : 0),
      );
      squares = squaresOf(residuals, process) + (second ? added * coefficient2 ** 2 : 0);
    }
    squares = Math.max(least, squares);
    const determinants = Math.log(added) - Math.log(information + added) - Math.log(s11) - logs;
    return {
      evidence: Math.log(prior) + (determinants - freedom * Math.log(squares)) / 2,
      squares,
      ahead(ahead: number) {
        const lasting = persistence ** (ahead - 1);
        const renewed = persistence === 1 ? ahead - 1 : (1 - lasting ** 2) / (1 - persistence ** 2);
        const away1 = 1 - lasting * one;
        const away2 = second ? second(values.length - 1 + ahead) - lasting * two : 0;
        // The mean's doubt, and the second coefficient's, which moves the mean's against it.
        const turned2 = away2 - (away1 * s12) / s11;
        return {
          centre: lasting * y + away1 * coefficient1 + away2 * coefficient2,
          variance:
            lasting ** 2 * variance +
            renewal * renewed +
            noise +
            away1 ** 2 / s11 +
            turned2 ** 2 / (information + added),
        };
      },
    };
  });
}

/** The sum of squared standardized errors of values whose mean is 0. */
function squaresOf(values: readonly number[], process: Process): number {
  const {noise, persistence, renewal, initial} = process;
  let expected = 0;
  let variance = initial;
  let squares = 0;
  for (const value of values) {
    if (!Number.isNaN(value)) {
      const total = variance + noise;
      const error = value - expected;
      squares += error ** 2 / total;
      expected += (variance / total) * error;
      variance -= variance ** 2 / total;
    }
    expected *= persistence;
    variance = persistence ** 2 * variance + renewal;
  }
  return squares;
}
