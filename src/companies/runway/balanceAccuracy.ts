/** The backtest of balances as rows, and what it says in words. */
import type {BalanceAccuracy, BalanceMethod} from "../../lib/forecasting/forecast.js";
import {count, number, percent} from "../../lib/format.js";
import {agree, list, plural, sentence} from "../../lib/words.js";

/** What a method is called in a table and in a sentence. */
export const balanceMethodNames = {
  forecast: "this forecast",
  bootstrap: "last year redrawn",
  mean: "last year’s mean",
} as const satisfies Record<BalanceMethod, string>;

/** A row of `runway-backtest`'s balances; what is null does not exist. */
export interface BalanceAccuracyRow {
  readonly months_ahead: number;
  readonly method: BalanceMethod;
  /** After how many months the forecasts were made. */
  readonly origin_months: readonly number[];
  readonly forecast_count: number;
  readonly coverage_80_share: number | null;
  /** Mean absolute error of the sum of net flows, in mean months of outflow. */
  readonly error_months: number;
  /** By how much the forecast errs less than this method, and the standard error of that. */
  readonly lead_months: number;
  readonly lead_noise_months: number;
  readonly with_cash_count: number;
  readonly dry_expected_count: number;
  readonly dry_count: number;
  readonly brier: number | null;
}

export function balanceAccuracyRows(accuracies: readonly BalanceAccuracy[]): BalanceAccuracyRow[] {
  return accuracies.map((of) => ({
    months_ahead: of.ahead,
    method: of.method,
    origin_months: of.origins,
    forecast_count: of.forecasts,
    coverage_80_share: Number.isNaN(of.coverage80) ? null : of.coverage80,
    error_months: of.error,
    lead_months: of.lead,
    lead_noise_months: of.leadNoise,
    with_cash_count: of.withCash,
    dry_expected_count: of.dryExpected,
    dry_count: of.dryActual,
    brier: Number.isNaN(of.brier) ? null : of.brier,
  }));
}

/** How many standard errors a lead must have to be more than chance. */
const certain = 2;

/** The title: whether the furthest balance judged was forecast better than by both rivals, beyond chance. */
export function balanceAccuracyFinding(rows: readonly BalanceAccuracyRow[]): string {
  const far = furthest(rows);
  const own = far.find(({method}) => method === "forecast");
  if (!own) return "The months are too few to test the balance ahead";
  const rivals = far.filter(({method}) => method !== "forecast");
  const [better, worse] = [1, -1].map((side) =>
    rivals.filter(
      ({lead_months, lead_noise_months}) => side * lead_months > certain * lead_noise_months,
    ),
  );
  const off =
    `Forecasts ${plural(own.months_ahead, "month")} ahead miss by ` +
    `${number(own.error_months, 1)} months of costs`;
  const methods = (some: readonly BalanceAccuracyRow[]) =>
    some.length === rivals.length ? "simple methods" : list(some.map(nameOf));
  if (worse!.length > 0) return `${off}, more than ${methods(worse!)}`;
  return better!.length > 0
    ? `${off}, less than ${methods(better!)}`
    : `${off}, much like simple methods`;
}

/** What fell into the band at each horizon, and how many ran dry of those expected to. */
export function balanceAccuracyText(rows: readonly BalanceAccuracyRow[]): string {
  const own = rows.filter(({method}) => method === "forecast");
  const far = own.at(-1);
  if (!far)
    return "No balance can be judged yet: it takes half a year of months, and three more to compare with.";
  const held = own.map(
    ({months_ahead, coverage_80_share, forecast_count}) =>
      `${percent(coverage_80_share, 0)} of ${count(forecast_count)} balances ${months_ahead} months ahead`,
  );
  const expected = Math.round(far.dry_expected_count);
  return (
    `The 80% band held ${list(held)}. Of ${count(far.with_cash_count)} companies with cash, ${count(expected)} ` +
    `${agree(expected, "was", "were")} expected to run dry within ${far.months_ahead} months, and ` +
    `${count(far.dry_count)} did.`
  );
}

/** The score of the odds of running dry, and how little the furthest horizon was tried. */
export function balanceScoreText(rows: readonly BalanceAccuracyRow[]): string {
  const far = furthest(rows);
  const own = far.find(({method}) => method === "forecast");
  if (!own) return "";
  const scores = far
    .filter(({method}) => method !== "forecast")
    .map((row) => `${number(row.brier, 3)} for ${nameOf(row)}`);
  const [origin] = own.origin_months;
  const thin =
    own.origin_months.length === 1 && origin! < 12
      ? ` ${sentence(plural(own.months_ahead, "month"))} ahead can be judged only once, by a forecast that knew ` +
        `${plural(origin!, "month")}; today’s knows more.`
      : "";
  return `The Brier score of these odds is ${number(own.brier, 3)}, against ${list(scores)}; less is better.${thin}`;
}

function furthest(rows: readonly BalanceAccuracyRow[]): BalanceAccuracyRow[] {
  const most = Math.max(0, ...rows.map(({months_ahead}) => months_ahead));
  return rows.filter(({months_ahead}) => months_ahead === most);
}

const nameOf = ({method}: BalanceAccuracyRow) => balanceMethodNames[method];
