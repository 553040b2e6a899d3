/**
 * What a lifestyle is read from: the share of a person's purchases that falls to each kind of purchase by choice. Cash
 * is left out, for what it buys is not known, and so is what is contracted, which is circumstance rather than style.
 */
import {type CategoryName, categories} from "../bank/categories.js";

/** The kinds, in the order of the lists of `lifestyle-habits`. */
export const habits = [
  "groceries",
  "restaurants",
  "recreation",
  "travel",
  "transport",
  "clothing",
  "personal_care",
  "furnishings",
  "health",
  "alcohol_tobacco",
] as const satisfies readonly CategoryName[];

export type Habit = (typeof habits)[number];

/** Fewer purchases than these in the window, and shares are mostly chance. */
export const leastPurchases = 60;

/** A row of `lifestyle-habits`. */
export interface HabitRow {
  readonly user_id: string;
  readonly odd_counts: readonly number[];
  readonly even_counts: readonly number[];
  readonly experience_share: number;
  /** Null where no income passes through this bank. */
  readonly discretionary_to_income: number | null;
}

/** What a kind of purchase is called: `Restaurants and cafés`. */
export function habitLabel(habit: Habit): string {
  return categories[habit].label;
}

/** Parts of a whole; all 0 where there is nothing. */
export function shares(amounts: readonly number[]): number[] {
  const whole = amounts.reduce((sum, amount) => sum + amount, 0);
  return amounts.map((amount) => (whole > 0 ? amount / whole : 0));
}

/** A person's shares over all months, by kind. */
export function sharesOf({odd_counts, even_counts}: HabitRow): number[] {
  return shares(odd_counts.map((count, at) => count + (even_counts[at] ?? 0)));
}
