import type {ColumnKind, Value} from "./columns.js";

/** How the values of a column are written: a decimal keeps its places, `12.50`. */
export function writerOf({type}: {readonly type: string}): (value: Value) => string {
  const places = /^DECIMAL\(\d+,(\d+)\)$/i.exec(type)?.[1];
  if (places === undefined) return valueText;
  return (value) => (typeof value === "number" ? value.toFixed(Number(places)) : valueText(value));
}

/**
 * A value as the query gave it, every digit of it: `0.0912`, `2025-12-17`, `2025-12-17 10:00:00`, `true`. What is
 * missing is `null`.
 */
export function valueText(value: Value): string {
  if (value === null) return "null";
  if (!(value instanceof Date)) return String(value);
  if (Number.isNaN(value.getTime())) return "null";
  const text = value.toISOString().replace("T", " ").replace("Z", "");
  return text.replace(/ 00:00:00\.000$/, "").replace(/\.000$/, "");
}

/** Ranks values of one kind, least first; what is missing is always last. */
export function compareValues(a: Value, b: Value, kind: ColumnKind, isDescending = false): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order =
    kind === "text"
      ? String(a) < String(b)
        ? -1
        : String(a) > String(b)
          ? 1
          : 0
      : Number(a) - Number(b);
  return isDescending ? -order : order;
}
