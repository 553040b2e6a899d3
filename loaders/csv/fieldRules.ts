/**
 * What the text of a CSV field must look like, by the type of its column: once as a function, to name the
 * field that is wrong, and once as a SQL condition, to let a whole file pass at the speed of DuckDB. A test
 * holds the two to each other. DuckDB's own casts are too kind to be the rule: they make 13 of `12.5` and
 * 12.51 of `12.505`.
 */

import type {Column, ColumnType} from "../../src/lib/bank/schema.js";
import {maybeDay, parseDay} from "../../src/lib/day.js";

/** MariaDB's calendar starts here. */
const firstDay = parseDay("1000-01-01");

interface TypeRule {
  /** How to write such a value, for the error. */
  readonly form: string;
  fits(text: string): boolean;
  /** The condition on a VARCHAR expression that is not null. */
  sql(expression: string): string;
}

const decimal = (whole: number, fraction: number, form: string): TypeRule => {
  const pattern = `-?[0-9]{1,${whole}}(\\.[0-9]{1,${fraction}})?`;
  const expression = new RegExp(`^${pattern}$`);
  return {
    form,
    fits: (text) => expression.test(text),
    sql: (value) => `regexp_full_match(${value}, '${pattern}')`,
  };
};

const text: TypeRule = {
  form: "text without a NUL byte",
  fits: (value) => !value.includes("\0"),
  sql: (value) => `not contains(${value}, chr(0))`,
};

const rules: Readonly<Record<ColumnType, TypeRule>> = {
  id: text,
  text,
  integer: {
    form: "a whole number, like -12",
    fits: (value) => /^-?\d{1,10}$/.test(value) && String(Number(value) | 0) === value,
    sql: (value) => `cast(try_cast(${value} as integer) as varchar) is not distinct from ${value}`,
  },
  serial: {
    form: `a whole number, at most ${Number.MAX_SAFE_INTEGER}`,
    fits: (value) => Number.isSafeInteger(Number(value)) && String(Number(value)) === value,
    sql: (value) =>
      `cast(try_cast(${value} as bigint) as varchar) is not distinct from ${value} and abs(try_cast(${value} as hugeint)) <= ${Number.MAX_SAFE_INTEGER}`,
  },
  money: decimal(12, 2, "euro with at most two decimals, like -12.05"),
  quantity: decimal(8, 6, "a number with at most six decimals, like 1.250000"),
  price: decimal(8, 4, "a number with at most four decimals, like 187.2500"),
  rate: decimal(4, 6, "a number with at most six decimals, like 0.921500"),
  ratio: decimal(9, 3, "a number with at most three decimals, like 1.125"),
  boolean: {
    form: "true or false",
    fits: (value) => value === "true" || value === "false",
    sql: (value) => `${value} in ('true', 'false')`,
  },
  day: {
    form: "a date, like 2025-05-01",
    fits: isDay,
    sql: (value) =>
      `regexp_full_match(${value}, '[1-9][0-9-]{9}') and cast(try_cast(${value} as date) as varchar) is not distinct from ${value}`,
  },
  instant: {
    form: "a UTC instant, like 2025-05-01 13:45:10",
    fits: (value) =>
      /^.{10} ([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(value) && isDay(value.slice(0, 10)),
    sql: (value) =>
      `regexp_full_match(${value}, '[1-9][0-9-]{9} [0-9:]{8}') and cast(try_cast(${value} as timestamp) as varchar) is not distinct from ${value}`,
  },
};

/** Why a field does not fit its column, as what to write instead; undefined where it does. Empty is null. */
export function fieldFault(column: Column, value: string): string | undefined {
  if (value === "") return column.nullable ? undefined : "it may not be empty";
  const {form, fits} = rules[column.type];
  if (!fits(value)) return `write ${form}`;
  if (column.values && !column.values.includes(value)) return `use ${column.values.join(", ")}`;
  if (column.length !== undefined && isLonger(value, column.length)) {
    return `at most ${column.length} characters`;
  }
  if (column.min !== undefined && Number(value) < column.min) return `at least ${column.min}`;
  return undefined;
}

/** The SQL condition that holds just where `fieldFault` finds nothing; `column` is read as VARCHAR. */
export function fieldCondition(column: Column): string {
  const {name, type, values, length, min} = column;
  const conditions = [
    rules[type].sql(name),
    ...(values ? [`${name} in (${values.map((value) => `'${value}'`).join(", ")})`] : []),
    ...(length === undefined ? [] : [`length(${name}) <= ${length}`]),
    ...(min === undefined ? [] : [`try_cast(${name} as double) >= ${min}`]),
  ].join(" and ");
  return column.nullable
    ? `(${name} is null or (${conditions}))`
    : `(${name} is not null and ${conditions})`;
}

/** Counted in characters; a character takes one or two units of a string. */
function isLonger(value: string, length: number): boolean {
  return value.length > length && [...value].length > length;
}

/** The days found good, so that a file's many bookings of one day cost one look at the calendar. */
const goodDays = new Set<string>();

function isDay(value: string): boolean {
  if (goodDays.has(value)) return true;
  const day = maybeDay(value);
  if (day === undefined || day < firstDay) return false;
  if (goodDays.size < 100_000) goodDays.add(value);
  return true;
}
