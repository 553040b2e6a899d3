/** What a condition makes of the values of months. */
import type {Condition, ToldMonth, ValueRow} from "./watch.js";

/** The reading of one month, as the page draws it. */
export interface Reading {
  /** Its first day. */
  readonly month: string;
  /** Null where there is none. */
  readonly value: number | null;
  /** The value beyond which the watch fires; null where there is nothing to compare with. */
  readonly limit: number | null;
  readonly fires: boolean;
}

/** The row of a month; undefined where the SELECT gave none, or no value. */
export interface MonthRow<Row extends ValueRow = ValueRow> {
  readonly month: string;
  readonly row: Row | undefined;
}

export interface ReadMonth<Row extends ValueRow = ValueRow> {
  readonly reading: Reading;
  /** Undefined where there is nothing to say: no value, a share of nothing, no months before to compare with. */
  readonly told: ToldMonth<Row> | undefined;
}

/** The readings of consecutive months, the oldest first. */
export function readingsOf<Row extends ValueRow>(
  condition: Condition,
  months: readonly MonthRow<Row>[],
): ReadMonth<Row>[] {
  const values = months.map(({row}) => row && watchedValue(condition, row));
  return months.map(({month, row}, at) => {
    const value = values[at];
    const before = condition.kind === "change" ? beforeOf(condition, values, at) : value;
    const limit = limitOf(condition, before);
    const silent = {month, value: value ?? null, limit: limit ?? null, fires: false};
    if (row === undefined || value === undefined || before === undefined || limit === undefined)
      return {reading: silent, told: undefined};
    const isUpwards = "above" in condition || "rise" in condition;
    const fires = isUpwards ? value > limit : value < limit;
    return {reading: {month, value, limit, fires}, told: {month, row, value, before}};
  });
}

function watchedValue(condition: Condition, row: ValueRow & {total?: unknown}): number | undefined {
  if (condition.kind !== "share") return row.value;
  const total = Number(row.total ?? 0);
  return total > 0 ? row.value / total : undefined;
}

type Change = Extract<Condition, {kind: "change"}>;

/** What a value is compared with; undefined where one of the months is not known. */
function beforeOf(
  {against}: Change,
  values: readonly (number | undefined)[],
  at: number,
): number | undefined {
  if (against === "year before") return values[at - 12];
  const known = values.slice(Math.max(0, at - against.months), at).filter(isKnown);
  if (known.length < against.months) return undefined;
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

const isKnown = (value: number | undefined) => value !== undefined;

/** The value beyond which a condition fires; a share of nothing, or of less, is none. */
function limitOf(condition: Condition, before: number | undefined): number | undefined {
  if (condition.kind !== "change") return "above" in condition ? condition.above : condition.below;
  if (before === undefined) return undefined;
  const step = "rise" in condition ? condition.rise : -condition.fall;
  if (condition.by === "amount") return before + step;
  return before > 0 ? before * (1 + step) : undefined;
}
