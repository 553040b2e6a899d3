import {asDate, monthText, type Time, type Value} from "../lib/format.js";
import {type Channel, distinct, numeric, reader} from "./channel.js";

/** A part of a bar, or all of it where there are no series. */
export interface Part<Row> {
  readonly row: Row;
  readonly key: Date | string;
  readonly series: string;
  readonly value: number;
}

/** A bar: its parts, their sum, and how far they reach above and below zero. */
export interface Bar<Row> {
  readonly key: Date | string;
  readonly parts: readonly Part<Row>[];
  readonly sum: number;
  readonly up: number;
  readonly down: number;
}

interface PartChannels<Row> {
  x: Channel<Row, Time>;
  y: Channel<Row, Value>;
  series?: Channel<Row, string>;
  formatX?: (x: Time) => string;
}

/** The parts of the rows and the bars that they make, in order; what has no value is in no bar. */
export function barParts<Row extends object>(rows: readonly Row[], options: PartChannels<Row>) {
  const [x, y] = [reader(options.x, rows), reader(options.y, rows)];
  const series = options.series ? reader(options.series, rows) : () => "";
  const parts = rows.map(
    (row): Part<Row> => ({row, key: keyOf(x(row)), series: series(row), value: numeric(y(row))}),
  );
  const isTime = parts[0]?.key instanceof Date;
  return {
    parts,
    bars: barsOf(parts),
    isTime,
    formatX: options.formatX ?? (isTime ? monthText : String),
    all: distinct(parts.map((part) => part.series)),
  };
}

function barsOf<Row extends object>(parts: readonly Part<Row>[]): Bar<Row>[] {
  const known = parts.filter(({value}) => Number.isFinite(value));
  return distinct(known.map(({key}) => Number(key) || key)).map((bar) => {
    const parts = known.filter(({key}) => (Number(key) || key) === bar);
    const sumOf = (isIn: (value: number) => boolean) =>
      parts.reduce((sum, {value}) => sum + (isIn(value) ? value : 0), 0);
    return {
      key: parts[0]!.key,
      parts,
      sum: sumOf(() => true),
      up: sumOf((value) => value > 0),
      down: sumOf((value) => value < 0),
    };
  });
}

/** A date where it is one or is written as one, else the text. */
function keyOf(x: Time): Date | string {
  const isDate = x instanceof Date || (typeof x === "string" && /^\d{4}-\d{2}-\d{2}/.test(x));
  return (isDate && asDate(x)) || String(x);
}
