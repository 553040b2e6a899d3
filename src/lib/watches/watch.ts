/**
 * A watch: a measure, a condition and a sentence. It is asked at the end of each complete month, of what was known by then:
 * so its history needs no store, and the same data give the same history.
 */
import {type Measure, type MeasureName, measures} from "../measures/measures.js";

/** How much it matters, the most urgent first. */
export const severities = ["critical", "warning", "notice"] as const;

export type Severity = (typeof severities)[number];

/** What a value is in: euro, a part of a whole (0 to 1), or a number of things. */
export const watchUnits = ["EUR", "share", "count"] as const;

export type WatchUnit = (typeof watchUnits)[number];

/** A value above the one, or below the other, fires. */
export type Bound = {readonly above: number} | {readonly below: number};

/** What a value is compared with: its mean of so many months before, or the same month of the year before. */
export type Against = {readonly months: number} | "year before";

/** When a watch fires. */
export type Condition =
  /** On the value itself, in its unit. */
  | ({readonly kind: "threshold"} & Bound)
  /** On the value as a share of `total`, which the SELECT gives beside it. */
  | ({readonly kind: "share"} & Bound)
  /** On a rise or fall of more than a share of what it was (0.1 is a tenth), or than an amount in its unit; above zero. */
  | ({
      readonly kind: "change";
      readonly against: Against;
      readonly by: "share" | "amount";
    } & ({readonly rise: number} | {readonly fall: number}));

type MonthlyName = {
  [Name in MeasureName]: (typeof measures)[Name] extends
    | {readonly kind: "sum"; readonly column: string}
    | {readonly kind: "sum" | "ratio"; readonly over: "person_months" | "company_months"}
    ? Name
    : never;
}[MeasureName];

/** Whether a measure adds up over the months of people or of companies. */
export function isMonthly(name: string): name is MonthlyName {
  if (!Object.hasOwn(measures, name)) return false;
  const {kind, over, column} = measures[name as MeasureName] as Measure;
  const isOfMonths = over === "person_months" || over === "company_months";
  return kind !== "state" && kind !== "pace" && (column !== undefined || isOfMonths);
}

/**
 * What is measured, at the end of the month whose first day is `$month`.
 *
 * `select`: a SELECT over `bank` that names `$month` and looks at nothing later. It gives one row with `value`, `total` where
 * the condition is a share, and what the sentence tells; no row, or a value of null, where there is nothing to say.
 * `measure`: one of `src/lib/measures/` over all people or companies and so many months, up to that one.
 * `rules`: how many rules of `sql/checks/` are broken, of a `total`. Known of the last month only: they are tried on all data.
 */
export type Measured =
  | {readonly select: string}
  | {readonly measure: MonthlyName; readonly months: number}
  | {readonly rules: "broken"};

/** A row of the SELECT: days are text, money is a number in euro. */
export interface ValueRow {
  readonly value: number;
}

/** A month as its sentence is made from it. */
export interface ToldMonth<Row extends ValueRow = ValueRow> {
  /** Its first day. */
  readonly month: string;
  /** What the SELECT gave. */
  readonly row: Row;
  /** What the condition looks at: the value, or its share of the total. */
  readonly value: number;
  /** What it is compared with; the value itself where the condition is no change. */
  readonly before: number;
}

export interface Watch<Row extends ValueRow = ValueRow> {
  /** What it looks at, in a few words. */
  readonly title: string;
  readonly severity: Severity;
  readonly measured: Measured;
  /** What the values are, of whom and over which time: for the head of their chart. */
  readonly subtitle: string;
  /** Of the values; those of a share are shares. */
  readonly unit: WatchUnit;
  readonly condition: Condition;
  /** What a month is told as, whether it fires or not. */
  readonly sentence: (told: ToldMonth<Row>) => string;
  /** Why there may be nothing to say, as a clause: `no company has been here for three months`. */
  readonly silence: string;
}
