/** The groups of people who are compared, as `budget-categories` numbers them. */

export const bandWords = {
  income_band: [
    "without an income here",
    "with less than €1,500 a month",
    "with €1,500 to €2,250 a month",
    "with €2,250 to €3,000 a month",
    "with €3,000 a month or more",
  ],
  city_band: [
    "",
    "in a city below 700,000",
    "in a city of 700,000 to 1.5m",
    "in a city of 1.5m or more",
  ],
  household_band: ["", "living alone", "in a household of two", "in a household of three or more"],
} as const;

export type Band = keyof typeof bandWords;

/** The income band of euro a month: 0 without an income, then below 1,500, 2,250 and 3,000 and above. */
export function incomeBand(monthlyEur: number): number {
  if (monthlyEur <= 0) return 0;
  const above = [1500, 2250, 3000].filter((limit) => monthlyEur >= limit);
  return 1 + above.length;
}
