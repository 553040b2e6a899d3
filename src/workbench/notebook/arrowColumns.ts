/**
 * Columns of Arrow as the notebook holds them. What Arrow's JavaScript reads wrongly comes as text, of queries that
 * `exactSql` has written; of statements that it cannot write, such a column is refused.
 */
import type {Column, ColumnKind, Value} from "../../lib/notebook/columns.js";
import {heldColumn} from "../../lib/notebook/heldColumn.js";

/** What is asked of a batch of Arrow; Arrow itself is not needed for it. */
export interface Batch {
  readonly numRows: number;
  readonly schema: {
    readonly fields: readonly {
      readonly name: string;
      readonly type: {readonly typeId: number; readonly scale?: number; toString(): string};
    }[];
  };
  getChildAt(index: number): {get(row: number): unknown} | null;
}

/** Settings of the engine: decimals as they are. As doubles those of more than 18 digits have false last digits. */
export const arrowSettings = {castDecimalToDouble: false} as const;

/** Arrow's numbers of types: https://arrow.apache.org/docs/format/Columnar.html, as its JavaScript names them. */
const kinds: Readonly<Record<number, ColumnKind>> = {
  2: "number",
  3: "number",
  7: "number",
  6: "truth",
  8: "time",
  10: "time",
};

interface NamedKind {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly type: string;
  /** Digits after the point of a decimal. */
  readonly places: number;
}

/** Name and kind of each column. Throws on two of one name: Arrow reads both by the type of the last. */
export function columnTypes({fields}: Batch["schema"]): NamedKind[] {
  const names = fields.map(({name}) => name);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined)
    throw new Error(`several columns are called ${twice} (give each a name of its own)`);
  return fields.map(({name, type}) => ({
    name,
    kind: kinds[type.typeId] ?? "text",
    type: String(type),
    places: type.scale ?? 0,
  }));
}

/** The first `most` rows of the batches, column by column. Throws, naming the column, on what cannot be read rightly. */
export function columnsOf(
  types: readonly NamedKind[],
  batches: readonly Batch[],
  most: number,
): Column[] {
  return types.map(({places, ...column}, index) => {
    const values: Value[] = [];
    for (const batch of batches) {
      const vector = batch.getChildAt(index);
      const count = Math.min(batch.numRows, most - values.length);
      for (let row = 0; row < count; row++) {
        const value = plainValue(vector?.get(row), column.kind, places);
        if (value === undefined)
          throw new Error(
            `the column ${column.name} cannot be shown: ${column.type} (cast it to varchar in the query)`,
          );
        values.push(value);
      }
    }
    return heldColumn({...column, values});
  });
}

/** Large integers and decimals are texts with all their digits; undefined where Arrow does not hold the value whole. */
function plainValue(value: unknown, kind: ColumnKind, places: number): Value | undefined {
  if (value === null || value === undefined) return null;
  if (kind === "number") return typeof value === "number" ? value : decimalText(`${value}`, places);
  if (kind === "truth") return value as boolean;
  if (kind === "text") return typeof value === "string" ? value : undefined;
  const time = new Date(Number(value));
  return time.getTime() === Number(value) ? time : undefined;
}

/** The digits of a decimal with its point: `-1250` with two places is `-12.50`. */
function decimalText(digits: string, places: number): string {
  if (places === 0) return digits;
  const sign = digits.startsWith("-") ? "-" : "";
  const padded = digits.slice(sign.length).padStart(places + 1, "0");
  return `${sign}${padded.slice(0, -places)}.${padded.slice(-places)}`;
}
