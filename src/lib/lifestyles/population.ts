/** Who is looked at on the page, and over which months: words that several figures share. */

import {monthSpan} from "../month.js";
import {agree, inWords, plural} from "../words.js";
import {leastPurchases} from "./habits.js";
import type {Published} from "./published.js";

/** `November 2025 to October 2026`: the months whose purchases are counted. */
export function windowText({window_from, window_to}: Published): string {
  return monthSpan([{month: window_from}, {month: window_to}]);
}

/** The people whose lifestyle can be judged, with the months. */
export function populationText(data: Published): string {
  const people = plural(data.judged_count, "main customer");
  return `${people} with at least ${leastPurchases} purchases, ${windowText(data)}`;
}

/** `six segments`, `one segment`, `no segments`. */
export function segmentsInWords(count: number): string {
  return `${inWords(count)} ${agree(count, "segment", "segments")}`;
}
