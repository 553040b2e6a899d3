import type {LoadResult} from "./loadBank.js";
import type {TableResult} from "./loadTable.js";

/**
 * A line a table: rows in the file = inserted + updated + unchanged + rejected, and what vanished or was
 * pruned.
 */
export function loadReport({tables}: LoadResult): string[] {
  const width = Math.max(...tables.map(({table}) => table.length));
  return tables.map((result) => `${result.table.padEnd(width)}  ${countsText(result)}`);
}

function countsText(result: TableResult): string {
  const {rows, inserted, updated, unchanged, rejected, bad, vanished, pruned} = result;
  const notes = [
    ...(bad > 0 ? [`${bad} bad: see ${result.rejectsFile}`] : []),
    ...(rejected > bad ? [`${rejected - bad} good rows held back`] : []),
    ...(vanished > 0
      ? [`${vanished} in the table but not in the file (--prune removes them)`]
      : []),
    ...(pruned > 0 ? [`${pruned} pruned`] : []),
  ];
  const sum = `${rows} rows = ${inserted} inserted + ${updated} updated + ${unchanged} unchanged + ${rejected} rejected`;
  return [`${result.outcome.padEnd(9)}  ${sum}`, ...notes].join("; ");
}
