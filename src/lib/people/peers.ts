/** A budget by category: what people like this one spend on it, against what this one does. */
import {type CategoryName, categories} from "../bank/categories.js";
import {inAnyOf, isBeyondChance, studentTails} from "../evidence/chance.js";
import {errorOf} from "../evidence/summaries.js";
import {money} from "../format.js";
import {middleOf} from "../middle.js";
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

export interface Peers {
  readonly people: readonly CategoryPerson[];
  /** Who they are, in words. */
  readonly words: string;
  /** How many of the three likenesses were dropped to find enough. */
  readonly droppedCount: number;
}

/** The people like this one, without this one: all in the end, where nobody is. */
export function peersOf(people: readonly CategoryPerson[], own: CategoryPerson): Peers {
  const others = people.filter(({user_id}) => user_id !== own.user_id);
  const alike = likenesses.map((bands) =>
    others.filter((other) => bands.every((band) => other[band] === own[band])),
  );
  const found = alike.findIndex((group) => group.length >= fewestPeers);
  const level = found < 0 ? likenesses.length - 1 : found;
  const words = likenesses[level]!.map((band) => bandWords[band][own[band]] ?? "");
  return {
    people: alike[level]!,
    words: [peopleText(alike[level]!.length), ...words].join(" "),
    droppedCount: level,
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
  return spendingCategories.flatMap((category, at): PeerSpending[] => {
    const paid = people
      .map(({spent_eur}) => spent_eur[at] ?? 0)
      .filter((eur) => eur > 0)
      .sort((a, b) => a - b);
    if (paid.length < fewest) return [];
    const quarter = Math.floor(paid.length / 4);
    return [
      {
        category,
        median_eur: middleOf(paid),
        lower_quartile: paid[quarter]!,
        upper_quartile: paid[paid.length - 1 - quarter]!,
        count: paid.length,
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

/** A person's categories against those of people like them, out of all. */
export function personBudget(own: CategoryPerson, people: readonly CategoryPerson[]): PersonBudget {
  const peers = peersOf(people, own);
  return {
    month_count: own.month_count,
    peers: peers.words,
    budgets: categoryBudgets(own, peerSpending(peers.people)),
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
