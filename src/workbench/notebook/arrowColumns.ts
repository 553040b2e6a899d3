import type {Column, ColumnKind, Value} from "../../lib/notebook/columns.js";

/** What is asked of a batch of Arrow; Arrow itself is not needed for it. */
export interface Batch {
  readonly numRows: number;
  readonly schema: {
    readonly fields: readonly {
      readonly name: string;
      readonly type: {readonly typeId: number; toString(): string};
    }[];
  };
  getChildAt(index: number): {get(row: number): unknown} | null;
}

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
}

/** Name and kind of each column; a name that is there twice gets a number, as rows cannot have it twice. */
export function columnTypes({fields}: Batch["schema"]): NamedKind[] {
  const seen = new Map<string, number>();
  return fields.map(({name, type}) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return {
      name: times === 1 ? name : `${name}_${times}`,
      kind: kinds[type.typeId] ?? "text",
      type: String(type),
    };
  });
}

/** The first `most` rows of the batches, column by column. */
export function columnsOf(
  types: readonly NamedKind[],
  batches: readonly Batch[],
  most: number,
): Column[] {
  return types.map((type, index) => {
    const values: Value[] = [];
    for (const batch of batches) {
      const vector = batch.getChildAt(index);
      const count = Math.min(batch.numRows, most - values.length);
      for (let row = 0; row < count; row++) values.push(plainValue(vector?.get(row), type.kind));
    }
    return {...type, values};
  });
}

function plainValue(value: unknown, kind: ColumnKind): Value {
  if (value === null || value === undefined) return null;
  if (kind === "time") return value instanceof Date ? value : new Date(Number(value));
  if (kind === "number") return Number(value);
  if (typeof value === "boolean" || typeof value === "string") return value;
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  return typeof value === "object" ? JSON.stringify(value, plain) : String(value);
}

const plain = (_: string, value: unknown) => (typeof value === "bigint" ? Number(value) : value);
