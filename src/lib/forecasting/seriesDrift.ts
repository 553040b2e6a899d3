import {sum} from "d3-array";
import {smooth, smoothings} from "./dampedTrend.js";
import {type Regression, regression} from "./regression.js";
import {errorsAhead} from "./smoothingChoice.js";

/** Fewer months than this show no straight line. */
const fewestForDrift = 10;
/** How many standard errors a straight line's slope must differ from 0 by, and how alike its neighbouring residuals may be. */
const convincingSlope = 3.5;
const mostAlike = 0.3;
/** A straight line must leave this share of the best smoothing's squared errors, or less. */
const convincingLine = 0.8;

/**
 * What a month adds, where a straight line is proven: fitted to the months before, it foretells each better than a
 * level, or its slope is far from 0 and what it leaves does not wander, as it would around a random walk or a step.
 */
export function maybeDrift(values: Float64Array): number | undefined {
  if (values.length < fewestForDrift) return undefined;
  const from = fewestForDrift - 4;
  const lineAt = (until: number) => regression(values.subarray(0, until), (t) => [1, t]);
  const lineErrors = sum(
    values.subarray(from),
    (value, k) => (value - lineAt(from + k).at(from + k)) ** 2,
  );
  const levelErrors = smoothings.map((smoothing) =>
    sum(
      errorsAhead(smooth(values, smoothing), values, smoothing, 1).subarray(from),
      (error) => error ** 2,
    ),
  );
  const line = lineAt(values.length);
  const isConvincing =
    lineErrors < convincingLine * Math.min(...levelErrors) || isSteady(line, values.length);
  return isConvincing ? line.coefficients[1]! : undefined;
}

function isSteady({coefficients, residuals}: Regression, n: number): boolean {
  const squares = sum(residuals, (residual) => residual ** 2);
  const slopeError = Math.sqrt(squares / (n - 2) / ((n * (n * n - 1)) / 12));
  const alike = sum(residuals.slice(1), (residual, t) => residual * residuals[t]!) / squares;
  return Math.abs(coefficients[1]!) > convincingSlope * slopeError && alike < mostAlike;
}
