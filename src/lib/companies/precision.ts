/** How exactly a share of simulated futures, and the month that half of them reach, may be said. */

import {year} from "../format.js";
import {monthDate} from "../month.js";

const units = [1, 2, 5, 10];

/**
 * The share of `futures` futures in whole hundredths, rounded to a unit (1, 2, 5 or 10) of at least two standard errors
 * of the draw, so that another draw rarely says another number: 0.583 of 1,000 futures is 60.
 */
export function of100(share: number, futures: number): number {
  const error = 100 * Math.sqrt((share * (1 - share)) / futures);
  const unit = units.find((one) => one >= 2 * error) ?? units.at(-1)!;
  return Math.round((100 * share) / unit) * unit;
}

/** `none`, `about 60 of 100` or `all`, said of futures. */
export function of100Text(share: number, futures: number): string {
  const rounded = of100(share, futures);
  if (rounded === 0) return share === 0 ? "none" : "hardly any";
  if (rounded === 100) return share === 1 ? "all" : "nearly all";
  return `about ${rounded} of 100`;
}

const seasons = ["winter", "spring", "summer", "autumn"] as const;

/** Whether two months are of one season: of one winter, one spring. */
export function isSameSeason(a: number, b: number): boolean {
  return Math.floor((a + 1) / 3) === Math.floor((b + 1) / 3);
}

/** The season of a month: `spring 2027`; winter is named for the year of its January. */
export function seasonText(month: number): string {
  const season = seasons[Math.floor(((month + 1) % 12) / 3)]!;
  return `${season} ${year(monthDate(season === "winter" ? month + 1 : month))}`;
}
