/** Who saves and who has a fund, by age, income and size of city. */
import {inAnyOf, isBeyondChance, pairsOf} from "../../lib/evidence/chance.js";
import {
  type Middle,
  mediansChance,
  type Share,
  sharesChance,
} from "../../lib/evidence/summaries.js";
import {money, percent, short, count as whole} from "../../lib/format.js";
import {withinChance} from "../../lib/words.js";

export type Grouping = "age" | "income" | "city";

/** A row of `savings-groups`. */
export interface SavingsGroup {
  readonly grouping: Grouping;
  readonly from_value: number;
  readonly to_value: number | null;
  readonly person_count: number;
  readonly median_months: number | null;
  readonly covered_share: number;
  readonly saver_count: number;
  readonly low_share: number | null;
  readonly median_share: number | null;
  readonly high_share: number | null;
}

/** What the groupings are called where one chooses among them. */
export const groupings = [
  {value: "age", label: "Age"},
  {value: "income", label: "Income"},
  {value: "city", label: "Size of city"},
] as const satisfies readonly {value: Grouping; label: string}[];

const units = {
  age: {by: "age", at: "at", one: (value: number) => whole(value), whole: "years"},
  income: {by: "income", at: "at", one: (value: number) => money(value), whole: "a month"},
  city: {
    by: "size of city",
    at: "in cities of",
    one: (value: number) => short(value),
    whole: "inhabitants",
  },
} as const;

/** What tells one group from the others: `to_value` is null for the last one. */
export type GroupBounds = Pick<SavingsGroup, "grouping" | "from_value" | "to_value">;

/** `under 30 years`, `30–44 years`, `75 years and more`. */
export function groupName({grouping, from_value, to_value}: GroupBounds): string {
  const {one, whole} = units[grouping];
  if (to_value === null) return `${one(from_value)} ${whole} and more`;
  if (from_value === 0) return `under ${one(to_value)} ${whole}`;
  return `${one(from_value)}–${one(grouping === "age" ? to_value - 1 : to_value)} ${whole}`;
}

/** The same without the unit, for a chart whose subtitle has it: `under 30`, `€1,500–€2,000`, `2m and more`. */
export function groupLabel(group: GroupBounds): string {
  return groupName(group).replace(` ${units[group.grouping].whole}`, "");
}

/** By what the groups are told apart, with the unit: `by age in years`. */
export function groupingText(grouping: string | undefined): string {
  if (grouping === "age") return "by age in years";
  return grouping === "city" ? "by inhabitants of the city" : "by monthly income";
}

/** Where in a sentence a group is: `at 75 years and more`, `under 30 years`, `in cities of under 100k inhabitants`. */
function placeName(group: GroupBounds): string {
  const {at} = units[group.grouping];
  const isUnder = group.from_value === 0 && group.to_value !== null && group.grouping !== "city";
  return isUnder ? groupName(group) : `${at} ${groupName(group)}`;
}

/** The same without the unit, as titles have it: `at 75 and more`, `in cities of 2m and more`, after these `in 500k–1m`. */
function placeLabel(group: GroupBounds, cities: string = units.city.at): string {
  if (group.from_value === 0 && group.to_value !== null)
    return group.grouping === "city" ? `${cities} ${groupLabel(group)}` : groupLabel(group);
  return `${group.grouping === "city" ? cities : "at"} ${groupLabel(group)}`;
}

/** The groups of one grouping, in order. */
export function groupsBy(rows: readonly SavingsGroup[], grouping: string | undefined) {
  return rows.filter((row) => row.grouping === grouping);
}

/** Groups of fewer people are shown, but not compared: their values are too much chance. */
export const enoughPeople = 20;

function ends(
  all: readonly SavingsGroup[],
  of: (row: SavingsGroup) => number,
  people: (row: SavingsGroup) => number,
): {low: SavingsGroup; high: SavingsGroup; count: number} | undefined {
  const rows = all.filter((row) => people(row) >= enoughPeople);
  const [first] = rows;
  if (!first) return undefined;
  const low = rows.reduce((least, row) => (of(row) < of(least) ? row : least), first);
  const high = rows.reduce((most, row) => (of(row) > of(most) ? row : most), first);
  return {low, high, count: rows.length};
}

/** Whether the share of salary differs between the ends of the groups by more than the ends of so many equal groups would. */
export function groupShareFinding(rows: readonly SavingsGroup[]): string {
  const found = ends(
    rows,
    ({median_share}) => median_share ?? 0,
    ({median_share, saver_count}) => (median_share === null ? 0 : saver_count),
  );
  if (!found) return "No group has enough people with a salary to compare";
  const {low, high, count} = found;
  const {by} = units[low.grouping];
  const [least, most] = [percent(low.median_share, 1), percent(high.median_share, 1)];
  if (count === 1) return `The median saver of ${groupName(low)} puts ${most} of salary aside`;
  const chance = mediansChance(middleOf(high), middleOf(low));
  if (!isBeyondChance(inAnyOf(pairsOf(count), chance)))
    return least === most
      ? `The share of salary saved does not differ by ${by}: ${most}`
      : `The share of salary saved differs only ${withinChance} by ${by}: ${least} to ${most}`;
  return `The median saver puts ${most} aside ${placeLabel(high)}, ${least} ${placeLabel(low, "in")}`;
}

function middleOf({median_share, low_share, high_share, saver_count}: SavingsGroup): Middle {
  return {
    median: median_share ?? 0,
    lower_quartile: low_share ?? 0,
    upper_quartile: high_share ?? 0,
    count: saver_count,
  };
}

/** Who has a fund of three months most often, and who least, if that is more than chance. */
export function groupFundFinding(rows: readonly SavingsGroup[]): string {
  const found = ends(
    rows,
    ({covered_share}) => covered_share,
    ({person_count}) => person_count,
  );
  if (!found) return "No group has enough people to compare";
  const {low, high, count} = found;
  const [least, most] = [percent(low.covered_share, 0), percent(high.covered_share, 0)];
  const {by} = units[low.grouping];
  if (count === 1) return `${most} of ${groupName(low)} have a fund of three months`;
  const chance = sharesChance(coveredOf(high), coveredOf(low));
  if (!isBeyondChance(inAnyOf(pairsOf(count), chance)))
    return `The share with a fund of three months differs only ${withinChance} by ${by}: ${least} to ${most}`;
  return `A fund of three months is most common ${placeName(high)} (${most}), least ${placeName(low)} (${least})`;
}

function coveredOf({covered_share, person_count}: SavingsGroup): Share {
  return {count: Math.round(covered_share * person_count), of: person_count};
}
