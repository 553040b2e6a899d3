/**
 * Values as MariaDB's text protocol gives them (numbers for integers and doubles, text for the rest), as
 * DuckDB's vectors want them. A value that does not fit its column is an error and never rounded.
 */
import {
  BIGINT,
  BOOLEAN,
  DECIMAL,
  DOUBLE,
  DuckDBDecimalValue,
  DuckDBTimestampValue,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  TIMESTAMP,
  VARCHAR,
} from "@duckdb/node-api";
import type {ColumnType} from "../../src/lib/bank/schema.js";
import {parseDay, secondsPerDay} from "../../src/lib/day.js";
import type {ExtractColumn} from "../extracts.js";

/** The DuckDB type of a column's vector, the same as `duckdbTypes` has it in SQL. */
export const vectorTypes: Readonly<Record<ColumnType, DuckDBType>> = {
  id: VARCHAR,
  text: VARCHAR,
  integer: INTEGER,
  serial: BIGINT,
  money: DECIMAL(18, 2),
  quantity: DECIMAL(14, 6),
  price: DECIMAL(12, 4),
  rate: DECIMAL(10, 6),
  ratio: DOUBLE,
  boolean: BOOLEAN,
  day: TIMESTAMP,
  instant: TIMESTAMP,
};

const scales: {readonly [type in ColumnType]?: {width: number; scale: number}} = {
  money: {width: 18, scale: 2},
  quantity: {width: 14, scale: 6},
  price: {width: 12, scale: 4},
  rate: {width: 10, scale: 6},
};

export type ToVector = (value: unknown) => DuckDBValue;

/** How the values of a column become those of its vector; null stays null where the column may have it. */
export function toVector({name, type, nullable}: ExtractColumn): ToVector {
  const convert = converterOf(type);
  return (value) => {
    if (value === null) {
      if (nullable) return null;
      throw new Error(`null in column ${name}`);
    }
    const converted = convert(value);
    if (converted === undefined) {
      throw new Error(`value does not fit column ${name}: ${JSON.stringify(value)} (${type})`);
    }
    return converted;
  };
}

type Convert = (value: unknown) => Exclude<DuckDBValue, null> | undefined;

function converterOf(type: ColumnType): Convert {
  const decimal = scales[type];
  if (decimal) return (value) => decimalOf(value, decimal.width, decimal.scale);
  switch (type) {
    case "integer":
      return (value) => {
        const number = Number(value);
        return (number | 0) === number ? number : undefined;
      };
    case "serial":
      return (value) => {
        const number = Number(value);
        return Number.isSafeInteger(number) ? BigInt(number) : undefined;
      };
    case "ratio":
      return (value) => (typeof value === "number" ? value : Number(value));
    case "boolean":
      return (value) => (value === 1 || value === 0 ? value === 1 : undefined);
    case "day":
      return (value) => instantOf(value, 0);
    case "instant":
      return (value) => {
        const seconds = secondsOf(value);
        return seconds === undefined ? undefined : instantOf(String(value).slice(0, 10), seconds);
      };
    default:
      return (value) => (typeof value === "string" ? value : undefined);
  }
}

/** `-12.05` with scale 2 as -1205; digits beyond the scale must be zeros. */
function decimalOf(value: unknown, width: number, scale: number): DuckDBDecimalValue | undefined {
  const text = String(value);
  const point = text.indexOf(".");
  const whole = point === -1 ? text : text.slice(0, point);
  const fraction = point === -1 ? "" : text.slice(point + 1);
  const kept = fraction.slice(0, scale).padEnd(scale, "0");
  const digits = Number(`${whole}${kept}`);
  if (!Number.isInteger(digits) || /[1-9]/.test(fraction.slice(scale))) return undefined;
  const exact = Number.isSafeInteger(digits) ? BigInt(digits) : BigInt(`${whole}${kept}`);
  return new DuckDBDecimalValue(exact, width, scale);
}

const microsPerSecond = 1_000_000;
/** Days met before: a bank has few of them, and half a million bookings. */
const days = new Map<string, number>();

function instantOf(value: unknown, seconds: number): DuckDBTimestampValue | undefined {
  const text = String(value);
  let day = days.get(text);
  if (day === undefined) {
    day = dayOf(text);
    if (day === undefined) return undefined;
    if (days.size < 100_000) days.set(text, day);
  }
  const micros = (day * secondsPerDay + seconds) * microsPerSecond;
  return new DuckDBTimestampValue(BigInt(micros));
}

function dayOf(text: string): number | undefined {
  const [date, time] = text.split(" ");
  if (time !== undefined && time !== "00:00:00") return undefined;
  try {
    return parseDay(date!);
  } catch {
    return undefined;
  }
}

/** The seconds since midnight of `2025-05-01 13:45:10`. */
function secondsOf(value: unknown): number | undefined {
  const text = String(value);
  if (!/^.{10} \d\d:\d\d:\d\d$/.test(text)) return undefined;
  const two = (at: number) => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
  return two(11) * 3600 + two(14) * 60 + two(17);
}
