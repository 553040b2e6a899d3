/** The parts that an income is divided into, and what the page says of the median person's. */
import {money, month as monthText, type Time} from "../format.js";
import {type MeasureName, measures} from "../measures.js";
import {changeOf, moved, sentence} from "../words.js";

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

/** How the discretionary part went since the first month, and when it was highest. */
export function budgetFinding(rows: readonly BudgetMonth[]): string {
  const own = rows.filter((row) => row.part === "discretionary");
  const [first, last] = [own.at(0), own.at(-1)];
  if (!first || !last) return "No budgets to show";
  if (own.length === 1) return `The median person spent ${money(last.median_eur)} by choice`;
  const peak = own.reduce((most, row) => (row.median_eur > most.median_eur ? row : most));
  const change = changeOf(last.median_eur, first.median_eur);
  const peaked = `spending by choice peaked in ${monthText(peak.month)} at ${money(peak.median_eur)}`;
  if (change.direction === "same") return sentence(`${peaked} and ended where it began`);
  return sentence(`${peaked}; over the whole period it ${moved(change)}`);
}
