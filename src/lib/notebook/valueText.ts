import type {Value} from "./columns.js";

/** How the values of a column are written: a decimal keeps its places, `12.50`. */
export function writerOf({type}: {readonly type: string}): (value: Value) => string {
  const places = /^DECIMAL\(\d+,(\d+)\)$/i.exec(type)?.[1];
  if (places === undefined) return valueText;
  return (value) => (typeof value === "number" ? padded(value, Number(places)) : valueText(value));
}

/** With zeros at the end: more places than a number has digits would show others, `0.10000000000000000555`. */
function padded(value: number, places: number): string {
  const [text = "", exponent] = String(value).split("e-");
  const own = (text.split(".")[1] ?? "").length + Number(exponent ?? 0);
  const [whole, fraction = ""] = value.toFixed(own).split(".");
  return places === 0 ? whole! : `${whole}.${fraction.padEnd(places, "0")}`;
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
