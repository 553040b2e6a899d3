/** What becomes of one euro of income. */
import {count, type Time} from "../../lib/format.js";

export type EuroPart = "fixed" | "discretionary" | "saving" | "household" | "other" | "left";

/** A row of `budget-euro`. */
export interface EuroRow {
  readonly part: EuroPart;
  readonly amount_eur: number;
  /** Of all income; below zero for what is taken from the accounts. */
  readonly share: number;
  readonly person_count: number;
  readonly window_from: Time;
  readonly window_to: Time;
}

/** What a part is called. */
export function euroPartName({part, share}: EuroRow): string {
  const names = {
    fixed: "Fixed costs",
    discretionary: "Discretionary",
    saving: "Savings",
    household: "To other banks",
    other: "Other uses",
    left: share < 0 ? "More than came in" : "Left over",
  };
  return names[part];
}

/** `41 cents`: a share of a euro. */
export function cents(share: unknown): string {
  const whole = Math.round(Number(share) * 100);
  return `${count(whole)} ${Math.abs(whole) === 1 ? "cent" : "cents"}`;
}

/** How much of a euro is spoken for, and how much is spent by choice. */
export function euroFinding(rows: readonly EuroRow[]): string {
  const of = (part: EuroPart) => rows.find((row) => row.part === part)?.share ?? 0;
  if (rows.length === 0) return "No income to divide";
  return `Of each euro, ${cents(of("fixed"))} go on fixed costs and ${cents(of("discretionary"))} on discretionary spending`;
}
