/**
 * A value of a measure as a page shows it: of whom it speaks, over which months, and as of when. A measure alone is no
 * number: the savings rate of everybody and that of people with an income differ, and so do those of a month and a
 * year. The three stand in the label wherever a value is shown, and in the page's attributes, by which
 * `npm run check:site` holds that one key never has two values, and one label never two keys.
 */
import {asDate, monthIso, monthText, type Time, type Value} from "../format.js";
import {type MeasureName, measures} from "./measures.js";

/** Of whom: groups taken together, and medians of one customer at a time. */
export const populations = [
  "all people",
  "main customers",
  "median person",
  "median main customer with income",
  "median main customer",
  "median main customer with salary",
  "median saver",
  "median tenant",
  "all companies",
  "median company",
  "all customers",
  "checking accounts",
  "savings accounts",
  "brokerage accounts",
] as const;

export type Population = (typeof populations)[number];

/** One customer. */
export interface Customer {
  readonly user_id: string;
  readonly name: string;
}

/** Of whom, over which months, as of when. */
export interface Scope {
  readonly of: Population | Customer;
  /** So many months, up to the one of `asOf`; `end`: a state at its end; `due`: invoices that had time to be paid by then. */
  readonly window: number | "end" | "due";
  /** A day in the last month that counts. */
  readonly asOf: Time;
}

export interface Reading extends Scope {
  readonly measure: MeasureName;
}

/** A reading with its value. */
export interface Shown extends Reading {
  readonly value: Value;
}

/** The window of one month's value of a measure: the month, or its end. */
export function monthWindow(measure: MeasureName): Scope["window"] {
  return measures[measure].kind === "state" ? "end" : 1;
}

/** The months of a year's window: each season once, four quarters of tax. */
export const yearMonths = 12;

/** `October 2026`, `12 months to October 2026`, `end of October 2026`. */
export function windowText({window, asOf}: Pick<Scope, "window" | "asOf">): string {
  const month = monthText(asOf);
  if (!asDate(asOf)) return "no complete month yet";
  if (window === "end") return `end of ${month}`;
  if (window === "due") return `issued 120 days or more before the end of ${month}`;
  return window === 1 ? month : `${window} months to ${month}`;
}

/** `people with income, 12 months to October 2026`: what stands beside the name of a measure. */
export function scopeText(scope: Scope): string {
  const {of} = scope;
  return `${typeof of === "string" ? of : of.name}, ${windowText(scope)}`;
}

/** What a page's element says of the value that it shows. */
export function readingAttributes(
  {measure, of, window, asOf}: Reading,
  value: Value,
): Readonly<Record<`data-${string}`, string>> {
  return {
    "data-measure": measure,
    "data-population": typeof of === "string" ? of : of.user_id,
    "data-window": `${window}`,
    "data-as-of": monthIso(asOf),
    "data-value": value === null || value === undefined ? "" : `${value}`,
  };
}
