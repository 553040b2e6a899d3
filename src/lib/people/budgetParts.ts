/** The parts that an income is divided into, and what the page says of the median person's. */
import {isBeyondChance} from "../evidence/chance.js";
import {type Middle, mediansChance} from "../evidence/summaries.js";
import {money, monthText, type Time} from "../format.js";
import {type MeasureName, measures} from "../measures/measures.js";
import {changeOf, moved, sentence, withinChance} from "../words.js";

export const budgetParts = ["income", "fixed", "discretionary", "saving", "household"] as const;

export type BudgetPart = (typeof budgetParts)[number];

/** The measure that a part is a value of. */
export const partMeasures = {
  income: "income",
  fixed: "fixed_spending",
  discretionary: "discretionary_spending",
  saving: "saved",
  household: "household_transfers",
} as const satisfies Record<BudgetPart, MeasureName>;

/** What a part is called on a chart. */
export function partName(part: BudgetPart): string {
  return measures[partMeasures[part]].label;
}

/** A row of `budget-months`: quartiles over people. */
export interface BudgetMonth {
  readonly month: Time;
  readonly part: BudgetPart;
  readonly low_eur: number;
  readonly median_eur: number;
  readonly high_eur: number;
  readonly person_count: number;
}

/** The medians of one part in order of months. */
export function mediansOf(rows: readonly BudgetMonth[], part: BudgetPart): number[] {
  return rows.filter((row) => row.part === part).map((row) => row.median_eur);
}

/** The rows of the parts that an income is divided into. */
export function usesOfIncome(rows: readonly BudgetMonth[]): BudgetMonth[] {
  return rows.filter((row) => row.part !== "income");
}

/** The opening of the page: the median person's last month. */
export function budgetText(rows: readonly BudgetMonth[]): string {
  const last = rows.at(-1)?.month;
  if (last === undefined)
    return "No main customer had an income in a complete month, so there is no budget to tell.";
  const medianOf = (part: BudgetPart) => money(mediansOf(rows, part).at(-1));
  return [
    `In ${monthText(last)} the median main customer with an income had ${medianOf("income")}.`,
    `At the median, ${medianOf("fixed")} of fixed costs and ${medianOf("discretionary")} of discretionary spending were paid, and ${medianOf("saving")} went to savings; each is a median of its own, so they need not add up.`,
  ].join(" ");
}

/**
 * When most was spent by choice, and whether the last month differs from the same one a year before (the first, if the
 * data are younger): both as far as the medians' own errors let it be told.
 */
export function budgetFinding(rows: readonly BudgetMonth[]): string {
  const own = rows.filter((row) => row.part === "discretionary");
  const [last, then] = [own.at(-1), own.at(-13) ?? own.at(0)];
  if (!last || !then) return "No budgets to show";
  const now = `${money(last.median_eur)} by choice`;
  if (own.length === 1) return `The median main customer spent ${now}`;
  const [peak, second] = own.toSorted((a, b) => b.median_eur - a.median_eur);
  const peaked = isBeyondChance(mediansChance(middleOf(peak!), middleOf(second!)))
    ? `spending by choice peaked in ${monthText(peak!.month)} at ${money(peak!.median_eur)}`
    : "no month stands out in spending by choice";
  const before = monthText(then.month);
  const trend = isBeyondChance(mediansChance(middleOf(last), middleOf(then)))
    ? `since ${before} it ${moved(changeOf(last.median_eur, then.median_eur))}`
    : `${monthText(last.month)} is ${withinChance} of ${before}`;
  return sentence(`${peaked}; ${trend}`);
}

function middleOf({median_eur, low_eur, high_eur, person_count}: BudgetMonth): Middle {
  return {
    median: median_eur,
    lower_quartile: low_eur,
    upper_quartile: high_eur,
    count: person_count,
  };
}
