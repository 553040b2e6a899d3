import {type CategoryName, categories} from "../categories.js";
import {percent} from "../format.js";
import {list} from "../words.js";

/** A row of `budget-mix`. */
export interface MixRow {
  readonly category: CategoryName;
  readonly category_group: "fixed" | "discretionary";
  readonly spent_eur: number;
  readonly share: number;
  readonly payer_count: number;
  readonly month_count: number;
}

/** The largest categories and how much of all spending they are together. */
export function mixFinding(rows: readonly MixRow[]): string {
  const top = rows.slice(0, 3);
  if (top.length === 0) return "No spending to show";
  const names = top.map((row, rank) => {
    const {label} = categories[row.category];
    return rank === 0 ? label : label.toLowerCase();
  });
  const together = percent(top.reduce((sum, row) => sum + row.share, 0));
  return `${list(names)} ${top.length === 1 ? "takes" : "take"} ${together} of all spending`;
}
