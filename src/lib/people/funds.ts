/** The rainy-day fund: how many months of spending people's money covers. */
import {number, percent, type Time} from "../format.js";

/** A row of `savings-funds`. */
export interface FundBand {
  readonly month: Time;
  readonly band_from: number;
  readonly person_count: number;
  readonly person_total: number;
  readonly median_months: number;
}

/** A fund: as many months of spending as a person should have at hand, by common advice. */
export const fundMonths = 3;

const bandNames = new Map([
  [0, "under 1 month"],
  [1, "1 to 3 months"],
  [3, "3 to 6 months"],
  [6, "6 to 12 months"],
  [12, "12+ months"],
]);

export function fundBandName(from: number): string {
  return bandNames.get(from) ?? `${from}+ months`;
}

/** The same in a sentence: `less than a month`, `6 to 12 months`, `a year or more`. */
export function lastsText(from: number): string {
  if (from === 0) return "less than a month";
  return from === 12 ? "a year or more" : fundBandName(from);
}

/** The first month of the band that a number of months falls in; none for no number. */
export function fundBandOf(months: number | null | undefined): number | undefined {
  if (months === null || months === undefined) return undefined;
  return [...bandNames.keys()].findLast((from) => months >= from);
}

/** The bands of the last month. */
export function lastBands(rows: readonly FundBand[]): FundBand[] {
  const last = Number(rows.at(-1)?.month);
  return rows.filter(({month}) => Number(month) === last);
}

export interface FundMonth {
  readonly month: Time;
  readonly covered_share: number;
  readonly covered_count: number;
  readonly person_total: number;
}

/** How many people cover three months or more, month by month. */
export function fundByMonth(rows: readonly FundBand[]): FundMonth[] {
  const months = new Map<number, FundBand[]>();
  for (const row of rows) {
    const own = months.get(Number(row.month));
    if (own) own.push(row);
    else months.set(Number(row.month), [row]);
  }
  return [...months.values()].map((bands) => {
    const {month, person_total} = bands[0]!;
    const covered_count = bands
      .filter(({band_from}) => band_from >= fundMonths)
      .reduce((sum, {person_count}) => sum + person_count, 0);
    const covered_share = covered_count / person_total;
    return {month, covered_share, covered_count, person_total};
  });
}

/** How long the median person’s money lasts, and how many live from month to month. */
export function fundFinding(rows: readonly FundBand[]): string {
  const [first] = rows;
  if (!first) return "No main customer has been here long enough to say how long the money lasts";
  if (first.person_total === 1)
    return `The one main customer’s money lasts ${number(first.median_months, 1)} months`;
  const under = rows.find(({band_from}) => band_from === 0)?.person_count ?? 0;
  const short =
    under === 0
      ? "nobody would run out within one"
      : `${percent(under / first.person_total, 0)} could not last one`;
  return `The median main customer could last ${number(first.median_months, 1)} months; ${short}`;
}
