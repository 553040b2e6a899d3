/** A column at a glance: what is missing, how many values differ, and how they are spread. */
import type {Column, Value} from "./columns.js";
import {compareKeys, type OrderKey, orderKey} from "./valueOrder.js";
import {valueText} from "./valueText.js";

export interface Bin {
  readonly text: string;
  readonly count: number;
  holds(value: Value): boolean;
}

export interface ColumnProfile {
  readonly nullCount: number;
  readonly distinctCount: number;
  /** The least and the most; undefined where all is missing. */
  readonly ends: readonly [Value, Value] | undefined;
  /**
   * Numbers and times in equal steps from the least on, infinities and NaN by themselves; texts and truths by how often
   * they occur, most first.
   */
  readonly bins: readonly Bin[];
}

const stepCount = 16;
const mostTexts = 8;

export function columnProfile(column: Column): ColumnProfile {
  const {kind, values} = column;
  const counts = new Map<number | string | boolean, number>();
  let nullCount = 0;
  for (const value of values) {
    const key = value instanceof Date ? value.getTime() : value;
    if (key === null || (kind === "time" && Number.isNaN(key))) nullCount++;
    else counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const isScale = kind === "number" || kind === "time";
  const wrap = (key: number | string | boolean): Value =>
    kind === "time" ? new Date(Number(key)) : key;
  const keys = [...counts.keys()];
  const ends = keys.length === 0 ? undefined : endsOf(keys, orderKey(column));
  return {
    nullCount,
    distinctCount: counts.size,
    ends: ends && [wrap(ends[0]), wrap(ends[1])],
    bins: !ends
      ? []
      : isScale
        ? steps(counts as Map<number, number>, (key) => valueText(wrap(key)))
        : most(counts),
  };
}

type Key = number | string | boolean;

function endsOf(keys: readonly Key[], orderOf: (value: Value) => OrderKey): [Key, Key] {
  let [low, high] = [keys[0]!, keys[0]!];
  let [lowOrder, highOrder] = [orderOf(low), orderOf(high)];
  for (const key of keys) {
    const order = orderOf(key);
    if (compareKeys(order, lowOrder) < 0) [low, lowOrder] = [key, order];
    if (compareKeys(order, highOrder) > 0) [high, highOrder] = [key, order];
  }
  return [low, high];
}

function steps(counts: ReadonlyMap<number, number>, text: (key: number) => string): Bin[] {
  const inOrder = [...counts].sort(([a], [b]) => compareKeys(a, b));
  const finite = inOrder.filter(([key]) => Number.isFinite(key));
  if (counts.size <= stepCount || finite.length === 0)
    return inOrder.map((each) => single(each, text));
  const [low, high] = [finite[0]![0], finite.at(-1)![0]];
  const size = (high - low) / stepCount;
  const sums = Array.from({length: stepCount}, () => 0);
  const binOf = (key: number) => Math.min(stepCount - 1, Math.floor((key - low) / size));
  for (const [key, count] of finite) sums[binOf(key)]! += count;
  const isWhole = finite.every(([key]) => Number.isInteger(key));
  const edge = (at: number) =>
    text(isWhole ? Math.round(low + at * size) : Number((low + at * size).toPrecision(6)));
  const equal = sums.map((count, at) => ({
    text: `${edge(at)} to ${edge(at + 1)}`,
    count,
    holds: (value: Value) =>
      value !== null && Number.isFinite(Number(value)) && binOf(Number(value)) === at,
  }));
  const others = inOrder.filter(([key]) => !Number.isFinite(key));
  return [...equal, ...others.map((each) => single(each, text))];
}

/** The bin of one number; NaN is equal to itself here. */
const single = ([key, count]: readonly [number, number], text: (key: number) => string): Bin => ({
  text: text(key),
  count,
  holds: (value) => value !== null && compareKeys(Number(value), key) === 0,
});

function most(counts: ReadonlyMap<Key, number>): Bin[] {
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, mostTexts)
    .map(([key, count]) => ({text: String(key), count, holds: (value) => value === key}));
}
