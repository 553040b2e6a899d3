/** One Student distribution of a mixture: of (value − shift) / factor, or of the logarithm of that. */
export interface Component {
  readonly weight: number;
  readonly isOfLogarithm: boolean;
  readonly centre: number;
  readonly scale: number;
  /** Degrees of freedom, whole, at least 1. */
  readonly freedom: number;
  /** More than 0. */
  readonly factor: number;
  readonly shift: number;
}

/** The components with so many times their weight. */
export function scaled(components: readonly Component[], times: number): Component[] {
  return components.map((one) => ({...one, weight: one.weight * times}));
}

/** Eight of ten cases of any Student distribution are within so many scales: the widest has one degree of freedom. */
const furthest = 3.08;
/** Logarithms beyond this would leave the range of numbers. */
const largestLogarithm = 300;
const precision = 1e-12;

/** A quantile, from 0.1 to 0.9, of a mixture of Student distributions, by interpolation and bisection. */
export function mixtureQuantile(components: readonly Component[], probability: number): number {
  const ends = components.flatMap(({centre, scale, isOfLogarithm, factor, shift}) =>
    [centre - furthest * scale, centre + furthest * scale].map(
      (end) => shift + factor * (isOfLogarithm ? Math.exp(Math.min(largestLogarithm, end)) : end),
    ),
  );
  let low = Math.min(0, ...ends);
  let high = Math.max(0, ...ends);
  let [belowLow, aboveHigh] = [probability, 1 - probability];
  for (let step = 0; high - low > precision * Math.max(Math.abs(low), Math.abs(high)); step++) {
    // A straight line between the ends is quick, halving is sure: in turns.
    const share = step % 3 === 2 ? 0.5 : belowLow / (belowLow + aboveHigh);
    const nearly = low + share * (high - low);
    const middle = nearly > low && nearly < high ? nearly : (low + high) / 2;
    if (middle <= low || middle >= high) break;
    const missing = probability - mixtureShare(components, middle);
    if (Math.abs(missing) < precision) return middle;
    if (missing > 0) [low, belowLow] = [middle, missing];
    else [high, aboveHigh] = [middle, -missing];
  }
  return (low + high) / 2;
}

/** The probability of at most `value`. */
export function mixtureShare(components: readonly Component[], value: number): number {
  let share = 0;
  for (const {weight, isOfLogarithm, centre, scale, freedom, factor, shift} of components) {
    const own = (value - shift) / factor;
    if (isOfLogarithm && own <= 0) continue;
    const at = isOfLogarithm ? Math.log(own) : own;
    share += weight * studentShare((at - centre) / scale, freedom);
  }
  return share;
}

/** Student's distribution function for whole degrees of freedom (Abramowitz & Stegun, 26.7.3 and 26.7.4). */
export function studentShare(t: number, freedom: number): number {
  const angle = Math.atan(t / Math.sqrt(freedom));
  const cosine = Math.cos(angle);
  const isOdd = freedom % 2 === 1;
  let term = isOdd ? cosine : 1;
  let series = freedom === 1 ? 0 : term;
  for (let k = isOdd ? 3 : 2; k < freedom; k += 2) {
    term *= (cosine * cosine * (k - 1)) / k;
    series += term;
  }
  const inside = Math.sin(angle) * series;
  return 0.5 + (isOdd ? (angle + inside) / Math.PI : inside / 2);
}
