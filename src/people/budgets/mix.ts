import {type CategoryName, categories} from "../../lib/bank/categories.js";
import {isBeyondChance, studentTails} from "../../lib/evidence/chance.js";
import {percent} from "../../lib/format.js";
import {agree, list, withinChance} from "../../lib/words.js";

/** A row of `budget-mix`. */
export interface MixRow {
  readonly category: CategoryName;
  readonly category_group: "fixed" | "discretionary";
  readonly spent_eur: number;
  readonly share: number;
  /** Its standard error over people. */
  readonly share_error: number;
  readonly payer_count: number;
  readonly person_count: number;
  readonly month_count: number;
}

/** How many of the largest categories the title names, at most. */
const named = 3;

/** The largest categories, as far as they stand out from the next by more than chance, and their part of all spending. */
export function mixFinding(rows: readonly MixRow[]): string {
  if (rows.length === 0) return "No spending to show";
  const top = rows.slice(0, leaders(rows));
  if (top.length === 0)
    return `The largest categories of spending differ ${withinChance}: none leads`;
  const names = top.map((row, rank) => {
    const {label} = categories[row.category];
    return rank === 0 ? label : label.toLowerCase();
  });
  const together = percent(top.reduce((sum, row) => sum + row.share, 0));
  return `${list(names)} ${agree(top.length, "takes", "take")} ${together} of all spending`;
}

/** The most categories, three at most, of which the last lies beyond chance above the next; all of three or fewer rows. */
function leaders(rows: readonly MixRow[]): number {
  if (rows.length <= named) return rows.length;
  return [3, 2, 1].find((count) => isApart(rows[count - 1]!, rows[count]!)) ?? 0;
}

function isApart(one: MixRow, other: MixRow): boolean {
  const error = Math.hypot(one.share_error, other.share_error);
  const distance = one.share - other.share;
  if (error === 0) return distance > 0;
  return isBeyondChance(studentTails(distance / error, one.person_count - 1));
}
