/** Who is looked at on the page, and over which months: words that several figures share. */
import {leastPurchases} from "../../lib/lifestyles/habits.js";
import type {Published} from "../../lib/lifestyles/published.js";
import {monthSpan} from "../../lib/month.js";
import {plural} from "../../lib/words.js";

/** `November 2025 to October 2026`: the months whose purchases are counted. */
export function windowText({window_from, window_to}: Published): string {
  return monthSpan([{month: window_from}, {month: window_to}]);
}

/** The people whose lifestyle can be judged, with the months. */
export function populationText(data: Published): string {
  const people = plural(data.people.user_id.length, "main customer");
  return `${people} with at least ${leastPurchases} purchases, ${windowText(data)}`;
}
