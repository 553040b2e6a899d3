/** What a measure is made of, and the shapes that most of them share. */

/** Euro, a part of a whole (0 to 1), months, or a number of people. */
export type Unit = "EUR" | "share" | "months" | "people";

export interface Measure {
  readonly label: string;
  /** Of whom it speaks; of which of them, each value says (`reading.ts`). */
  readonly population: "people" | "companies" | "customers";
  readonly unit: Unit;
  /**
   * `sum`: adds up over customers and months. `state`: at the end of a month; adds up over customers only. `ratio`: one
   * value for any of them together, a ratio of sums. `pace`: of one customer at a time over trailing months; of many,
   * pages give the median.
   */
  readonly kind: "sum" | "state" | "ratio" | "pace";
  /** What it means, in sentences. */
  readonly words: string;
  /** What one value belongs to, and how it adds up. */
  readonly grain: string;
  /** The rows that it is made over. */
  readonly over: "legs" | "person_months" | "company_months" | "account_months" | "invoices";
  /** The columns that the macro takes, by the names they have in `over`. */
  readonly columns: readonly string[];
  /** The aggregate over those columns. */
  readonly sql: string;
  /** The column of the monthly table that holds it ready, for a sum over legs. */
  readonly column?: string;
}

/** A measure before it is known of whom it speaks. */
export type Defined = Omit<Measure, "population">;

/** The sum of the legs of some groups of categories, ready in a column of the months; `sign` -1 makes money out positive. */
export function groupSum(column: string, groups: readonly string[], sign: 1 | -1) {
  const named = groups.map((group) => `'${group}'`).join(", ");
  return {
    unit: "EUR",
    kind: "sum",
    over: "legs",
    column,
    columns: ["category_group", "amount_eur"],
    sql: `coalesce(${sign < 0 ? "-" : ""}sum(amount_eur) filter (where category_group in (${named})), 0)`,
  } as const;
}

/** The same of one category. */
export function categorySum(column: string, category: string, sign: 1 | -1) {
  return {
    unit: "EUR",
    kind: "sum",
    over: "legs",
    column,
    columns: ["category", "amount_eur"],
    sql: `coalesce(${sign < 0 ? "-" : ""}sum(amount_eur) filter (where category = '${category}'), 0)`,
  } as const;
}

/** The sum of one column as a share of the sum of another; nothing has no shares, and neither has less than nothing. */
export function ratio<N extends string, D extends string>(numerator: N, denominator: D) {
  return {
    kind: "ratio",
    columns: [numerator, denominator],
    sql: `cast(sum(${numerator}) as double) / nullif(greatest(cast(sum(${denominator}) as double), 0), 0)`,
  } as const;
}
