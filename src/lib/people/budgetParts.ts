/** The parts that an income is divided into, and what the page says of the median person's. */
import {money, monthText, type Time} from "../format.js";
import {type MeasureName, measures} from "../measures/measures.js";

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

/** The opening of the page: the median person's last month. */
export function budgetText(rows: readonly BudgetMonth[]): string {
  const last = rows.at(-1)?.month;
  if (last === undefined)
    return "No main customer had an income in a complete month, so there is no budget to tell.";
  const medianOf = (part: BudgetPart) => money(mediansOf(rows, part).at(-1));
  return [
    `In ${monthText(last)} the median main customer with an income had ${medianOf("income")}.`,
    `The median fixed costs were ${medianOf("fixed")}, the median discretionary spending ${medianOf("discretionary")}, and the median transfer to savings ${medianOf("saving")}. Each is the median of its own, so they need not add up.`,
  ].join(" ");
}
