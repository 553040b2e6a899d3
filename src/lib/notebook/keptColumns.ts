/** What the columns of a kept page may hold: its datasets are made by the loaders, which refuse the rest. */
import type {Column} from "./columns.js";

const kept =
  /^("NULL"|BOOLEAN|U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DECIMAL\(\d+,\d+\)|FLOAT|DOUBLE|VARCHAR|UUID|ENUM\(.*\)|DATE|TIMESTAMP( WITH TIME ZONE)?)$/s;

/**
 * Throws on a column of a cell's answer that no page can hold, with what to do. `isAsked` where the reader's browser asks
 * the query: there is no dataset then, which would hold neither infinities nor NaN.
 */
export function assertKept(
  cell: string,
  columns: readonly Column[],
  {isAsked}: {isAsked: boolean},
): void {
  for (const column of columns) {
    const problem = problemOf(column, isAsked);
    if (problem) throw new Error(`the cell ${cell}: no page can hold ${column.name}: ${problem}`);
  }
}

function problemOf({name, kind, type, values}: Column, isAsked: boolean): string | undefined {
  const cast = `cast it in the query: cast(${name} as varchar) as ${name}`;
  if (!kept.test(type)) return `${type} (${cast})`;
  if (/INT/.test(type) && kind === "text") return `${type} beyond 2^53 (${cast})`;
  if (/^(DATE|TIMESTAMP)/.test(type)) {
    const odd = values.find((value) => typeof value === "string" && !/^\d{4}-[^(]*$/.test(value));
    if (odd !== undefined) return `${odd} (${cast}, or leave such rows out)`;
  }
  if (kind !== "number" || isAsked) return undefined;
  const odd = values.find((value) => value !== null && !Number.isFinite(value));
  return odd === undefined ? undefined : `${odd} (guard the division with nullif)`;
}
