import seedrandom from "seedrandom";

/** Draws for invented data: `uniform` from 0 to below 1, `normal` with mean 0 and variance 1 (Box–Muller). */
interface Draws {
  uniform(): number;
  normal(): number;
}

/** A series, given its draws and how many of its months will be known: the value of each month, asked in order. */
type Kind = (draws: Draws, known: number) => (t: number) => number;

const seasonal =
  (height: number, slope = 0): Kind =>
  ({normal, uniform}) => {
    const peak = 12 * uniform();
    return (t) =>
      100 + slope * t + height * Math.cos((2 * Math.PI * (t - peak)) / 12) + 6 * normal();
  };

const walking =
  (drift: number): Kind =>
  ({normal}) => {
    let level = 200;
    return () => {
      level += drift + 5 * normal();
      return level;
    };
  };

/** One step, up or down, within these shares of the known months. */
const stepping =
  (from: number, to: number): Kind =>
  ({normal, uniform}, known) => {
    const at = Math.round(known * (from + (to - from) * uniform()));
    const height = uniform() < 0.5 ? -60 : 60;
    return (t) => (t < at ? 100 : 100 + height) + 8 * normal();
  };

const autoregressive =
  (memory: number): Kind =>
  ({normal}) => {
    let away = (10 * normal()) / Math.sqrt(1 - memory ** 2);
    return () => {
      away = memory * away + 10 * normal();
      return 100 + away;
    };
  };

/** The kinds of series by which the forecast of one series alone is judged; around 100, so that errors compare. */
export const forecastClasses = {
  "flat noise":
    ({normal}) =>
    () =>
      100 + 10 * normal(),
  "noise around 0":
    ({normal}) =>
    () =>
      10 * normal(),
  "season, strong": seasonal(30),
  "season, weak": seasonal(8),
  trend:
    ({normal}) =>
    (t) =>
      100 + 2 * t + 8 * normal(),
  "trend and season": seasonal(30, 2),
  "random walk": walking(0),
  "walk with drift": walking(3),
  "early step": stepping(0.15, 0.4),
  "late step": stepping(0.6, 0.85),
  "memory 0.5": autoregressive(0.5),
  "memory 0.8": autoregressive(0.8),
  "skewed, positive":
    ({normal}) =>
    () =>
      100 * Math.exp(0.8 * normal()),
  "with zeros":
    ({normal, uniform}) =>
    () =>
      uniform() < 0.5 ? 0 : 100 * Math.exp(0.4 * normal()),
  "one outlier": ({normal, uniform}, known) => {
    const at = Math.floor(known * uniform());
    return (t) => (t === at ? 250 : 100) + 10 * normal();
  },
  "grows by percent": ({normal, uniform}) => {
    const growth = 0.01 + 0.03 * uniform();
    return (t) => 100 * Math.exp(growth * t + 0.1 * normal());
  },
} as const satisfies Record<string, Kind>;

export type ForecastClass = keyof typeof forecastClasses;

/** The first `known + ahead` months of a class's series. The same for the same seed. */
export function seriesOf(
  name: ForecastClass,
  seed: string,
  known: number,
  ahead: number,
): number[] {
  const uniform = seedrandom.alea(`${name}/${known}/${seed}`);
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const kind: Kind = forecastClasses[name];
  const value = kind({uniform, normal}, known);
  return Array.from({length: known + ahead}, (_, t) => value(t));
}
