import type {BudgetPart} from "../lib/people/budgetParts.js";
import {groupColor} from "./palette.js";

/** The colour of a part of the budget: that of its group of categories. */
export function partColor(part: BudgetPart): string {
  return groupColor(part === "household" ? "private" : part);
}
