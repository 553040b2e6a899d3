/** A budget by category: what people like this one spend on it, against what this one does. */
import {type CategoryName, categories} from "../bank/categories.js";
import {inAnyOf, isBeyondChance, studentTails} from "../evidence/chance.js";
import {errorOf} from "../evidence/summaries.js";
import {money} from "../format.js";
import {list, lowerFirst, peopleText, withinChance} from "../words.js";
import {type Band, bandWords} from "./peerBands.js";

/** A row of `budget-categories`. */
export interface CategoryPerson {
  readonly user_id: string;
  readonly income_band: number;
  readonly city_band: number;
  readonly household_band: number;
  readonly month_count: number;
  /** Euro in a mean month, in the order of `spendingCategories`. */
  readonly spent_eur: readonly number[];
  /** The standard error of each mean, over the months. */
  readonly error_eur: readonly number[];
}

/** What people spend on, by name: fixed and discretionary. What is spent elsewhere is not known by category. */
export const spendingCategories: readonly CategoryName[] = (
  Object.keys(categories) as CategoryName[]
)
  .filter((name) => ["fixed", "discretionary"].includes(categories[name].group))
  .sort();

/** What makes people alike, all of it first; where too few are, the household is dropped, then the city, then income. */
const likenesses: readonly (readonly Band[])[] = [
  ["income_band", "city_band", "household_band"],
  ["income_band", "city_band"],
  ["income_band"],
  [],
];

/** The fewest people whose median is a budget. */
export const fewestPeers = 20;
/** The fewest of them who must pay for a category. */
const fewestPayers = 5;

/** The people like one person. */
export interface Peers {
  /** How many they are, without this one. */
  readonly count: number;
  /** Who they are, in words. */
  readonly words: string;
  /** How many of the three likenesses were dropped to find enough. */
  readonly droppedCount: number;
  /** What they spend, by category. */
  readonly spending: readonly PeerSpending[];
}

/**
 * Finds the people like one, out of all but this one; all of them in the end, where too few are alike. People are grouped
 * and their spending is sorted once, and one person is left out of that by place: ten times as many people take ten times
 * as long.
 */
export function peerFinder(people: readonly CategoryPerson[]): (own: CategoryPerson) => Peers {
  const ids = new Set(people.map(({user_id}) => user_id));
  const levels = likenesses.map((bands) => ({bands, groupOf: grouped(people, bands)}));
  return (own) => {
    const known = ids.has(own.user_id) ? 1 : 0;
    const found = levels.findIndex(({groupOf}) => groupOf(own).count - known >= fewestPeers);
    const droppedCount = found < 0 ? levels.length - 1 : found;
    const {bands, groupOf} = levels[droppedCount]!;
    const group = groupOf(own);
    const count = group.count - known;
    const words = bands.map((band) => bandWords[band][own[band]] ?? "");
    return {
      count,
      words: [peopleText(count), ...words].join(" "),
      droppedCount,
      spending: spendingOf(group.paid(), {without: known > 0 ? own : undefined}),
    };
  };
}

/** Those of people who are alike in some bands, by one of them; what they pay is sorted when it is first asked for. */
function grouped(people: readonly CategoryPerson[], bands: readonly Band[]) {
  const keyOf = (person: CategoryPerson) => bands.map((band) => person[band]).join(" ");
  const groups = new Map<string, CategoryPerson[]>();
  for (const person of people) {
    const key = keyOf(person);
    const group = groups.get(key);
    if (group) group.push(person);
    else groups.set(key, [person]);
  }
  const sorted = new Map<string, PaidByCategory>();
  return (own: CategoryPerson) => {
    const key = keyOf(own);
    const group = groups.get(key) ?? [];
    return {
      count: group.length,
      paid() {
        const paid = sorted.get(key) ?? paidByCategory(group);
        sorted.set(key, paid);
        return paid;
      },
    };
  };
}

export interface CategoryBudget {
  readonly category: CategoryName;
  readonly label: string;
  readonly budget_eur: number;
  readonly actual_eur: number;
  readonly difference_eur: number;
  /** How often a month more or less, or other people, would set them so far apart, in any of the categories. */
  readonly chance: number;
  /** How many of the people like this one pay for it. */
  readonly payer_count: number;
}

/** What those of a group who pay for a category spend on it, in euro of a mean month. */
export interface PeerSpending {
  readonly category: CategoryName;
  readonly median_eur: number;
  readonly lower_quartile: number;
  readonly upper_quartile: number;
  /** How many pay for it. */
  readonly count: number;
}

/** The spending of a group by category; a category that fewer than `fewest` of them pay for is left out. */
export function peerSpending(
  people: readonly CategoryPerson[],
  fewest: number = fewestPayers,
): PeerSpending[] {
  return spendingOf(paidByCategory(people), {fewest});
}

/** What those who pay for a category spend on it, ascending; in the order of `spendingCategories`. */
type PaidByCategory = readonly Float64Array[];

function paidByCategory(people: readonly CategoryPerson[]): PaidByCategory {
  return spendingCategories.map((_, at) =>
    Float64Array.from(people.map(({spent_eur}) => spent_eur[at] ?? 0))
      .filter((eur) => eur > 0)
      .sort(),
  );
}

/** The spending of a group, without one of its people where somebody is given. */
function spendingOf(
  paid: PaidByCategory,
  {without, fewest = fewestPayers}: {without?: CategoryPerson | undefined; fewest?: number},
): PeerSpending[] {
  return spendingCategories.flatMap((category, place): PeerSpending[] => {
    const sorted = paid[place]!;
    const own = without?.spent_eur[place] ?? 0;
    const gap = own > 0 ? sorted.indexOf(own) : sorted.length;
    const count = sorted.length - (own > 0 ? 1 : 0);
    if (count < fewest) return [];
    const at = (index: number) => sorted[index < gap ? index : index + 1]!;
    const quarter = Math.floor(count / 4);
    return [
      {
        category,
        median_eur: (at(Math.ceil(count / 2) - 1) + at(Math.floor(count / 2))) / 2,
        lower_quartile: at(quarter),
        upper_quartile: at(count - 1 - quarter),
        count,
      },
    ];
  });
}

/**
 * The categories that a person pays for against the median of the people like them who pay for it too, the largest
 * difference first. Who pays for a thing elsewhere, or not at all, would make a budget of nothing.
 */
export function categoryBudgets(
  own: Pick<CategoryPerson, "month_count" | "spent_eur" | "error_eur">,
  spending: readonly PeerSpending[],
): CategoryBudget[] {
  const rows = spending.flatMap((peers): CategoryBudget[] => {
    const {category, count} = peers;
    const at = spendingCategories.indexOf(category);
    const actual_eur = own.spent_eur[at] ?? 0;
    if (actual_eur <= 0) return [];
    const budget_eur = Math.round(peers.median_eur);
    const difference_eur = actual_eur - budget_eur;
    // The mean is rounded to the euro, so it is never better known than that.
    const error = Math.hypot(own.error_eur[at] ?? 0, errorOf(peers), 0.5);
    return [
      {
        category,
        label: categories[category].label,
        budget_eur,
        actual_eur,
        difference_eur,
        // Student's test with the errors of both, and the freedom of the person's months.
        chance: studentTails(difference_eur / error, own.month_count - 1),
        payer_count: count,
      },
    ];
  });
  const all = rows.map((row) => ({...row, chance: inAnyOf(rows.length, row.chance)!}));
  return all.sort((a, b) => Math.abs(b.difference_eur) - Math.abs(a.difference_eur));
}

/** A row of `person-budget`. */
export interface PersonBudget {
  readonly month_count: number;
  /** Who the people like this one are, in words. */
  readonly peers: string;
  readonly budgets: readonly CategoryBudget[];
}

/** A person's categories against those of people like them. */
export function personBudget(own: CategoryPerson, {words, spending}: Peers): PersonBudget {
  return {
    month_count: own.month_count,
    peers: words,
    budgets: categoryBudgets(own, spending),
  };
}

/** Where a person differs most, in euro a month, among the categories in which it is more than chance. */
export function budgetsFinding(name: string, rows: readonly CategoryBudget[]): string {
  if (rows.length === 0) return `There is no budget to compare ${name} with`;
  const apart = rows.filter(({chance}) => isBeyondChance(chance));
  const [most] = apart;
  if (!most) return `${name}’s spending is ${withinChance} of people like them in every category`;
  const part = (sign: 1 | -1) =>
    apart
      .filter(({difference_eur}) => Math.sign(difference_eur) === sign)
      .slice(0, 1)
      .map(
        ({label, difference_eur}) =>
          `${money(Math.abs(difference_eur))} ${sign > 0 ? "more" : "less"} on ${lowerFirst(label)}`,
      );
  const parts = most.difference_eur > 0 ? [...part(1), ...part(-1)] : [...part(-1), ...part(1)];
  return `${name} spends ${list(parts)} than people like them`;
}
