/** A column at a glance: what is missing, how many values differ, and how they are spread. */
import type {Column, Value} from "./columns.js";
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
  /** Numbers and times in equal steps from the least on; texts and truths by how often they occur, most first. */
  readonly bins: readonly Bin[];
}

const stepCount = 16;
const mostTexts = 8;

export function columnProfile({kind, values}: Column): ColumnProfile {
  const counts = new Map<number | string | boolean, number>();
  let nullCount = 0;
  for (const value of values) {
    const key = value instanceof Date ? value.getTime() : value;
    if (key === null || Number.isNaN(key)) nullCount++;
    else counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const isScale = kind === "number" || kind === "time";
  const wrap = (key: number | string | boolean): Value =>
    kind === "time" ? new Date(Number(key)) : key;
  const keys = [...counts.keys()];
  const ends = keys.length === 0 ? undefined : endsOf(keys);
  return {
    nullCount,
    distinctCount: counts.size,
    ends: ends && [wrap(ends[0]), wrap(ends[1])],
    bins: !ends
      ? []
      : isScale
        ? steps(counts as Map<number, number>, ends as [number, number], (key) =>
            valueText(wrap(key)),
          )
        : most(counts),
  };
}

type Key = number | string | boolean;

function endsOf(keys: readonly Key[]): [Key, Key] {
  let [low, high] = [keys[0]!, keys[0]!];
  for (const key of keys) {
    if (key < low) low = key;
    if (key > high) high = key;
  }
  return [low, high];
}

function steps(
  counts: ReadonlyMap<number, number>,
  [low, high]: readonly [number, number],
  text: (key: number) => string,
): Bin[] {
  if (counts.size <= stepCount)
    return [...counts]
      .sort(([a], [b]) => a - b)
      .map(([key, count]) => ({
        text: text(key),
        count,
        holds: (value) => value !== null && Number(value) === key,
      }));
  const size = (high - low) / stepCount;
  const sums = Array.from({length: stepCount}, () => 0);
  const binOf = (key: number) => Math.min(stepCount - 1, Math.floor((key - low) / size));
  for (const [key, count] of counts) sums[binOf(key)]! += count;
  const isWhole = [...counts.keys()].every(Number.isInteger);
  const edge = (at: number) =>
    text(isWhole ? Math.round(low + at * size) : Number((low + at * size).toPrecision(6)));
  return sums.map((count, at) => ({
    text: `${edge(at)} to ${edge(at + 1)}`,
    count,
    holds: (value) => value !== null && binOf(Number(value)) === at,
  }));
}

function most(counts: ReadonlyMap<Key, number>): Bin[] {
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, mostTexts)
    .map(([key, count]) => ({text: String(key), count, holds: (value) => value === key}));
}
