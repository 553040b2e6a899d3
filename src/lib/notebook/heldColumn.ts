/** Numbers and instants of an answer come as text wherever JavaScript may not hold them. */
import type {Column, ColumnKind, Value} from "./columns.js";

const readers: {readonly [kind in ColumnKind]?: (text: string) => number | Date | undefined} = {
  number: exactNumber,
  time: exactInstant,
};

/**
 * The column with its texts read as what its kind says. Where JavaScript cannot hold one of them exactly, the column is
 * one of texts, each with all its digits.
 */
export function heldColumn(column: Column): Column {
  const read = readers[column.kind];
  if (!read) return column;
  const values: Value[] = [];
  for (const value of column.values) {
    const held = typeof value === "string" ? read(value) : value;
    if (held === undefined) return {...column, kind: "text", values: column.values.map(textOf)};
    values.push(held);
  }
  return {...column, values};
}

const textOf = (value: Value) => (value === null ? null : String(value));

/** The number of a decimal text, `-12.50`; undefined where a double has other digits. */
function exactNumber(text: string): number | undefined {
  const number = Number(text);
  const isExact = text.includes(".")
    ? digitsOf(String(number)) === digitsOf(text)
    : Number.isSafeInteger(number);
  return isExact ? number : undefined;
}

/** The digits without sign, point, exponent and the zeros around them. */
const digitsOf = (text: string) =>
  text
    .replace(/e.*$/, "")
    .replace(/[-.]/g, "")
    .replace(/^0+|0+$/g, "");

/**
 * The date of `2025-01-02`, `2025-01-02 10:00:00.5` or `2025-01-02 10:00:00+00`; undefined for infinity, years that ISO
 * 8601 does not write in four digits, and fractions of a millisecond.
 */
function exactInstant(text: string): Date | undefined {
  const parts = /^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d:\d\d)(\.\d{1,3})?(?:\+00)?)?$/.exec(text);
  if (!parts) return undefined;
  const [, day, clock = "00:00:00", fraction = ""] = parts;
  return new Date(`${day}T${clock}${fraction}Z`);
}
