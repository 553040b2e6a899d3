/** What the page says of the pay cycle, and of how good a forecast is. */

import type {BalanceAccuracy} from "../../lib/balances/backtest.js";
import type {CycleStanding} from "../../lib/balances/cycles.js";
import {inAnyOf, isBeyondChance, pairsOf, studentTails} from "../../lib/evidence/chance.js";
import {roundedShare} from "../../lib/evidence/roundedShare.js";
import {type Share, sharesChance} from "../../lib/evidence/summaries.js";
import {count, percent} from "../../lib/format.js";
import {countStep} from "../../lib/site/siteMeta.js";
import {plural, sentence, withinChance} from "../../lib/words.js";

/**
 * When in the pay cycle most people are below zero, and how many. A count of none is fewer than half of `step`, which counts
 * are rounded to a multiple of.
 */
export function standingsFinding(
  rows: readonly CycleStanding[],
  {step = countStep()}: {step?: number} = {},
): string {
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (!first || !last) return "No whole pay cycle to show yet";
  const worst = rows.reduce((most, row) =>
    row.below_zero_share >= most.below_zero_share ? row : most,
  );
  const best = rows.reduce((least, row) =>
    row.below_zero_share < least.below_zero_share ? row : least,
  );
  const shown = ({below_zero_share, person_count}: CycleStanding) =>
    roundedShare({count: below_zero_share * person_count, of: person_count}, step);
  if (worst.below_zero_share === 0)
    return step === 1
      ? "Nobody is overdrawn on any day of the pay cycle"
      : `On each day of the pay cycle, ${shown(worst)} of main customers are overdrawn`;
  if (best === worst)
    return sentence(`${shown(worst)} of main customers are overdrawn ${since(worst)}`);
  if (!isBeyondChance(inAnyOf(pairsOf(rows.length), sharesChance(belowOf(worst), belowOf(best)))))
    return `The share below zero differs only ${withinChance} over the pay cycle: ${shown(best)} to ${shown(worst)}`;
  return sentence(
    `${shown(best)} of main customers are overdrawn ${since(best)}, ${shown(worst)} ${since(worst)}`,
  );
}

/** Counted in people, not in cycles: the three of one person are no three chances. */
function belowOf({below_zero_share, person_count}: CycleStanding): Share {
  return {count: Math.round(below_zero_share * person_count), of: person_count};
}

function since({days_since_payday: days}: CycleStanding): string {
  if (days === 0) return "on payday";
  return `${plural(days, "day")} after payday`;
}

/** A row of `balance-backtest`. */
export interface BacktestRow extends BalanceAccuracy {
  readonly is_main: boolean;
}

/** How the forecast does for those who live from another bank, and whose accounts here move less regularly. */
export function othersText(rows: readonly BacktestRow[]): string {
  const last = rows.findLast(({is_main}) => !is_main);
  if (!last) return "";
  return ` For the other ${count(last.forecast_count)} people who could be forecast, whose accounts here move less regularly, the 80% band held ${percent(last.coverage_80_share)} at ${last.horizon_days} days.`;
}

/** Whether the bands hold what they promise. */
export function accuracyFinding(rows: readonly BalanceAccuracy[]): string {
  const last = rows.at(-1);
  if (!last) return "The data are too short to test the forecast";
  return `${last.horizon_days} days ahead, the forecast’s 80% band held ${percent(last.coverage_80_share)} of outcomes`;
}

/** The mean error against that of the better of the two guesses, if the errors of single forecasts let it be told. */
export function gainText(rows: readonly BalanceAccuracy[]): string {
  const last = rows.at(-1);
  if (!last) return "";
  const {mae_eur, mae_flat_eur, mae_month_eur, gain_eur, gain_error_eur, forecast_count} = last;
  const share = Math.abs(gain_eur) / Math.min(mae_flat_eur, mae_month_eur);
  const chance =
    gain_error_eur > 0 ? studentTails(gain_eur / gain_error_eur, forecast_count - 1) : 1;
  if (!isBeyondChance(chance))
    return ` Its error is ${withinChance} of that of the better of two guesses.`;
  const side = mae_eur < Math.min(mae_flat_eur, mae_month_eur) ? "smaller" : "larger";
  return ` Its error is ${percent(share)} ${side} than that of the better of two guesses.`;
}
