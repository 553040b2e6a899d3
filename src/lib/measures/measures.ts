/**
 * What the pages count, each defined once: in words for readers, and as an aggregate for the engine. Snapshot and
 * published file hold every measure as a macro of its name, so that a dataset, a cell on a page and an analyst at a
 * prompt ask for the same thing:
 *
 *     select city, bank.savings_rate(saved_eur, income_eur) from bank.person_months join … group by city
 *
 * A macro takes columns, not tables: what is counted over (one person or a city, a month or a year) is the business of
 * the query's `where` and `group by`. Sums over legs make the monthly tables of `sql/derived/`, the other measures are
 * made over those. Ratios are of sums, never means of ratios, so that small months weigh little; they are null where
 * there is nothing to divide by.
 */
import {count, money, number, percent, type Value} from "../format.js";
import {companyMeasures} from "./companies.js";
import {customerMeasures} from "./customers.js";
import type {Measure, ratio, Unit} from "./measure.js";
import {peopleMeasures} from "./people.js";

export type {Measure} from "./measure.js";

/** How a value of each unit is written. */
const unitFormats = {
  EUR: money,
  share: (value: Value) => percent(value, 1),
  months: (value: Value) => number(value, 1),
  people: count,
} as const satisfies Record<Unit, (value: Value) => string>;

export const measures = {
  ...peopleMeasures,
  ...companyMeasures,
  ...customerMeasures,
} as const satisfies Record<string, Measure>;

export type MeasureName = keyof typeof measures;

/** All names, in the order in which they are told. */
export const measureNames = Object.keys(measures) as MeasureName[];

/** A value of a measure in words: `€1.2m`, `15.4%`, `4.2`. */
export function measureText(name: MeasureName, value: Value): string {
  return unitFormats[measures[name].unit](value);
}

/** The measures that are one column's sum over another's. */
export type RatioName = {
  [Name in MeasureName]: (typeof measures)[Name] extends ReturnType<typeof ratio> ? Name : never;
}[MeasureName];

type Terms<Name extends RatioName> = {
  readonly [Column in (typeof measures)[Name]["columns"][number]]: number;
};

/**
 * A ratio over rows that a page holds already: what the macro gives for the same rows. Undefined where there is nothing
 * to divide by.
 */
export function ratioOf<Name extends RatioName>(
  name: Name,
  rows: readonly Terms<Name>[],
): number | undefined {
  const [numerator, denominator] = measures[name].columns.map((column) =>
    rows.reduce((sum, row) => sum + (row as Readonly<Record<string, number>>)[column]!, 0),
  );
  return denominator! > 0 ? numerator! / denominator! : undefined;
}

/** The monthly table of a population. */
export const monthTables = {
  people: "person_months",
  companies: "company_months",
  customers: "account_months",
} as const;

/** The call of a measure as a query has it: `bank.savings_rate(saved_eur, income_eur)`. */
export function measureCall(name: MeasureName): string {
  return `bank.${name}(${measures[name].columns.join(", ")})`;
}
