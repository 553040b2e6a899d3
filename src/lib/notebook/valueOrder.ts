/** The order of an answer's values, the engine's also where they came as texts. */
import type {Column, Value} from "./columns.js";

export type OrderKey = number | bigint | string | null;

/** What stands for a value of this column in comparisons. */
export function orderKey({kind, type}: Pick<Column, "kind" | "type">): (value: Value) => OrderKey {
  const read = kind === "text" ? textKeys.find(([types]) => types.test(type))?.[1] : undefined;
  return (value) =>
    value === null ? null : typeof value === "string" ? (read?.(value) ?? value) : Number(value);
}

/** Least first; NaN is above all numbers, as in the engine, and what is missing is always last. */
export function compareKeys(a: OrderKey, b: OrderKey, isDescending = false): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const isOdd = [Number.isNaN(a), Number.isNaN(b)];
  const order =
    isOdd[0] || isOdd[1] ? Number(isOdd[0]) - Number(isOdd[1]) : a < b ? -1 : a > b ? 1 : 0;
  return isDescending ? -order : order;
}

const daySeconds = 86_400;

/** Keys of texts by the engine's name of their type. */
const textKeys: readonly (readonly [RegExp, (text: string) => OrderKey])[] = [
  // all values of a column have the same places: their digits alone are in order
  [/^(U?BIGINT|U?HUGEINT|BIGNUM|DECIMAL\(\d+,\d+\))$/, (text) => BigInt(text.replace(".", ""))],
  [/^INTERVAL$/, intervalKey],
  [/^TIME WITH TIME ZONE$/, zonedKey],
  [/^(DATE|TIMESTAMP[^[]*)$/, instantKey],
];

/** Microseconds of `1 year 2 months 3 days -04:00:00.5`; a month has 30 days, as where the engine compares. */
function intervalKey(text: string): bigint {
  const days = {year: 360, month: 30, day: 1};
  let sum = 0n;
  for (const [, count, unit] of text.matchAll(/(-?\d+) (year|month|day)/g))
    sum += BigInt(count!) * BigInt(days[unit as keyof typeof days] * daySeconds) * 1_000_000n;
  return sum + microseconds(/-?\d+:\S+/.exec(text)?.[0] ?? "00:00:00");
}

/** Microseconds since midnight in UTC of `10:00:00+02`. */
function zonedKey(text: string): bigint {
  const [, clock = "", sign = "", zone = ""] = /^([\d:.]+)([+-])([\d:]+)$/.exec(text) ?? [];
  const offset = microseconds(zone);
  return microseconds(clock) + (sign === "-" ? offset : -offset);
}

/** Of `-04:00:00.5`, and of `02` and `02:30`, which are hours and minutes. */
function microseconds(clock: string): bigint {
  const [hours = "0", minutes = "0", seconds = "0"] = clock.replace("-", "").split(":");
  const [whole = "0", fraction = ""] = seconds.split(".");
  const all = (BigInt(hours) * 60n + BigInt(minutes)) * 60n + BigInt(whole);
  const sum = all * 1_000_000n + BigInt(fraction.padEnd(6, "0"));
  return clock.startsWith("-") ? -sum : sum;
}

/** The digits of year, day and time in a row, of years before Christ below zero. */
function instantKey(text: string): OrderKey {
  if (text.endsWith("infinity"))
    return text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const [, year = "", rest = ""] = /^(\d+)-([\d\- :.]*)/.exec(text) ?? [];
  const isBefore = text.endsWith("(BC)");
  const digits = rest.replace(/\D/g, "").padEnd(19, "0");
  return BigInt(isBefore ? 1 - Number(year) : year) * 10n ** 19n + BigInt(digits);
}
