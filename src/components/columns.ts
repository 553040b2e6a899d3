import {
  dayShort,
  instant,
  moneyExact,
  moneyWhole,
  monthText,
  number,
  percent,
  type Time,
  type Value,
} from "../lib/format.js";
import {sentence, spaced} from "../lib/words.js";
import {assertColumn} from "./channel.js";
import {assertOptions, type OptionNames} from "./options.js";

export type ColumnKind =
  | "text"
  /** Euros to the cent, and whole ones. */
  | "money"
  | "euros"
  | "count"
  | "number"
  | "percent"
  | "day"
  | "month"
  | "instant"
  | "boolean";

/** A column of a table; `format` takes what stands under its key. */
export type Column<Row extends object = Record<string, unknown>> = {
  [Key in keyof Row & string]: ColumnOf<Row, Key>;
}[keyof Row & string];

interface ColumnOf<Row extends object, Key extends keyof Row & string> {
  key: Key;
  /** The header; the name in words, unless told. */
  label?: string;
  /** How it is written, aligned and sorted; derived from the name and the values, unless told. */
  kind?: ColumnKind;
  format?: (value: Row[Key], row: Row) => string;
  /** Where a cell leads to. */
  href?: (row: Row) => string | undefined;
  /** What is told below the value where the table is narrow: a column that is left out there. */
  detail?: (row: Row) => string;
  /** Whether a value is in the colour of a gain or a loss, by its sign. */
  isSigned?: boolean;
  /** Whether it is left out where the table is narrow. */
  minor?: boolean;
  /** Whether each cell has a bar, as long as its value is large among those of the column. */
  bar?: boolean;
  /** Whether the totals row holds the sum of this column. */
  total?: boolean;
}

const columnNames: OptionNames<ColumnOf<Record<string, unknown>, string>> = {
  key: true,
  label: true,
  kind: true,
  format: true,
  href: true,
  detail: true,
  isSigned: true,
  minor: true,
  bar: true,
  total: true,
};

/** A column with nothing left open. */
export type FullColumn<Row extends object> = Column<Row> & {
  readonly label: string;
  readonly kind: ColumnKind;
  readonly text: (row: Row) => string;
  /** The length of a cell's bar, −1 to 1; 0 where it has none. */
  readonly share: (row: Row) => number;
  /** Whether its texts are sentences, which need room. */
  readonly isLong: boolean;
};

/**
 * One column for each name in the rows, in their order: that of the file or the query where the rows know it
 * (`columns`, as those of a CSV file have it), for an object has names like `2024` in front of all others.
 */
export function columnsOf<Row extends object>(
  rows: readonly Row[] & {readonly columns?: readonly string[]},
): Column<Row>[] {
  const names = rows.columns ?? Object.keys(rows[0] ?? {});
  return names.map((key) => ({key}) as Column<Row>);
}

/** Throws where no row has the column, or what is told of it is unknown. */
export function fullColumn<Row extends object>(
  column: Column<Row>,
  rows: readonly Row[],
): FullColumn<Row> {
  assertOptions(column, columnNames);
  const {key, label = labelOf(key), kind = kindOf(key, rows)} = column;
  assertColumn(key, rows);
  const format = column.format as ((value: Row[keyof Row], row: Row) => string) | undefined;
  const written = formats[kind];
  const size = (row: Row) => Number(row[key] ?? 0) || 0;
  const largest = column.bar ? Math.max(0, ...rows.map((row) => Math.abs(size(row)))) : 0;
  const text = (row: Row) => (format ? format(row[key], row) : written(row[key]));
  return {
    ...column,
    label,
    kind,
    text,
    isLong: kind === "text" && rows.slice(0, 25).some((row) => text(row).length > 40),
    share: (row) => (largest === 0 ? 0 : size(row) / largest),
  };
}

const text = (value: unknown) =>
  value === null || value === undefined || value === "" ? "–" : String(value);

const formats: Record<ColumnKind, (value: unknown) => string> = {
  text,
  boolean: (value) => (value === true ? "yes" : value === false ? "no" : text(value)),
  money: (value) => moneyExact(value as Value),
  euros: (value) => moneyWhole(value as Value),
  count: (value) => number(value as Value, 0),
  number: (value) => number(value as Value, 2),
  percent: (value) => percent(value as Value, 1),
  day: (value) => dayShort(value as Time),
  month: (value) => monthText(value as Time),
  instant: (value) => instant(value as Time),
};

/** House style puts the unit last in a column's name; what it does not say, the values do. */
function kindOf<Row extends object>(key: string, rows: readonly Row[]): ColumnKind {
  const sample = rows.find(
    (row) => row[key as keyof Row] !== null && row[key as keyof Row] !== undefined,
  )?.[key as keyof Row] as unknown;
  if (typeof sample === "boolean") return "boolean";
  if (sample instanceof Date)
    return key === "month" ? "month" : key.endsWith("_at") ? "instant" : "day";
  if (typeof sample === "string" && areDays(key, rows)) return key === "month" ? "month" : "day";
  if (typeof sample !== "number" && typeof sample !== "bigint") return "text";
  if (/(^|_)eur$/.test(key)) return areAggregates(key, rows) ? "euros" : "money";
  if (/(^|_)share(_of_\w+)?$/.test(key)) return "percent";
  return rows.every((row) => Number.isInteger(Number(row[key as keyof Row] ?? 0)))
    ? "count"
    : "number";
}

/** Whether all texts of a column are days, as JSON has them: `2026-10-31`. */
function areDays<Row extends object>(key: string, rows: readonly Row[]): boolean {
  return rows.every((row) => {
    return /^(\d{4}-\d\d-\d\d)?$/.test(String(row[key as keyof Row] ?? ""));
  });
}

/** Sums and medians need no cents; what happened on a day, and prices and fees, do. */
function areAggregates<Row extends object>(key: string, rows: readonly Row[]): boolean {
  const hasDay = Object.entries(rows[0] ?? {}).some(
    ([name, value]) =>
      /_(on|at)$/.test(name) || (value instanceof Date && !/(^|_)month$/.test(name)),
  );
  const isLarge = rows.some((row) => Math.abs(Number(row[key as keyof Row] ?? 0)) >= 1000);
  return isLarge && !hasDay;
}

/** `net_eur` becomes `Net`, whose cells say that it is euros; `company_count` becomes `Company count`. */
function labelOf(key: string): string {
  return sentence(spaced(key.replace(/_eur$/, "")));
}

/** Whether cells of this kind stand right, under each other by their digits. */
export function isNumeric(kind: ColumnKind): boolean {
  return (
    kind === "money" ||
    kind === "euros" ||
    kind === "count" ||
    kind === "number" ||
    kind === "percent"
  );
}
