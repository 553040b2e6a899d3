import type {LoadResult} from "./loadBank.js";
import type {TableResult} from "./loadTable.js";

/**
 * A line a table: rows in the file = inserted + updated + unchanged + rejected, and what vanished or was
 * pruned. Where bad rows held everything back, only the tables that have some get one, and what they hold back
 * is said once.
 */
export function loadReport({tables, isLoaded}: LoadResult): string[] {
  const shown = isLoaded ? tables : tables.filter(({bad}) => bad > 0);
  const width = Math.max(...shown.map(({table}) => table.length));
  const lines = shown.map((result) => `${result.table.padEnd(width)}  ${countsText(result)}`);
  return isLoaded ? lines : [...lines, heldBackText(tables)];
}

/** `1 bad row in cities, 3 in users`. */
export function badRowsText(tables: readonly TableResult[]): string {
  return tables
    .filter(({bad}) => bad > 0)
    .map(({table, bad}, i) =>
      i > 0 ? `${bad} in ${table}` : `${rowsText(bad, "bad")} in ${table}`,
    )
    .join(", ");
}

function heldBackText(tables: readonly TableResult[]): string {
  const held = tables.map(({rejected, bad}) => rejected - bad).filter((count) => count > 0);
  const good = held.reduce((sum, count) => sum + count, 0);
  const cause = `nothing was loaded: ${badRowsText(tables)}`;
  if (good === 0) return cause;
  const where = held.length === 1 ? "1 table" : `${held.length} tables`;
  return `${cause} held back ${rowsText(good, "good")} of ${where}`;
}

function rowsText(count: number, kind: string): string {
  return `${count} ${kind} ${count === 1 ? "row" : "rows"}`;
}

function countsText(result: TableResult): string {
  const {rows, inserted, updated, unchanged, rejected, bad, vanished, pruned} = result;
  const notes = [
    ...(bad > 0 ? [`${bad} bad: see ${result.rejectsFile}`] : []),
    ...(vanished > 0
      ? [`${vanished} in the table but not in the file (--prune removes them)`]
      : []),
    ...(pruned > 0 ? [`${pruned} pruned`] : []),
  ];
  const sum = `${rows} rows = ${inserted} inserted + ${updated} updated + ${unchanged} unchanged + ${rejected} rejected`;
  return [`${result.outcome.padEnd(9)}  ${sum}`, ...notes].join("; ");
}
