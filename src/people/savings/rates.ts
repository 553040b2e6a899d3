/** Three ways to count what is saved. */
import {color, groupColor} from "../../components/palette.js";
import {percent, type Time} from "../../lib/format.js";
import {type SavingsMonth, trendFinding} from "../../lib/people/savingsShares.js";

export interface RateRow {
  readonly month: Time;
  readonly rate: string;
  readonly share: number;
}

const rates = {
  savings_rate: {name: "Of all income", color: () => color("context")},
  all_share: {name: "Of all salaries", color: () => groupColor("saving")},
  median_share: {name: "Median person’s salary", color: () => color("accent")},
} as const satisfies Partial<Record<keyof SavingsMonth, object>>;

type Rate = keyof typeof rates;

const names = Object.keys(rates) as Rate[];

/** What a way of counting is called. */
export function rateName(rate: string): string {
  return rates[rate as Rate].name;
}

export function rateColor(rate: string): string {
  return rates[rate as Rate].color();
}

/** One row a month and way of counting. */
export function rateRows(months: readonly SavingsMonth[]): RateRow[] {
  return months.flatMap((row) =>
    names.flatMap((rate) => {
      const share = row[rate];
      return share === null ? [] : [{month: row.month, rate, share}];
    }),
  );
}

/** The last month counted in all three ways where they differ, or how the median moved. */
export function ratesFinding(months: readonly SavingsMonth[]): string {
  const last = months.at(-1);
  if (!last) return trendFinding(months);
  const {savings_rate, all_share, median_share} = last;
  if (savings_rate === null) return trendFinding(months);
  return `People save ${percent(savings_rate, 1)} of income and ${percent(all_share, 1)} of salaries, the median person ${percent(median_share, 1)}`;
}
