import type {TableLoad} from "./load.js";

/** A line a table: rows of the source = written + unchanged, and what was removed because the source has it no more. */
export function loadReport(loads: readonly TableLoad[]): string[] {
  const width = Math.max(...loads.map(({table}) => table.length));
  return loads.map(({table, rows, written, pruned}) => {
    const counts = [
      [written, "written"],
      [rows - written, "unchanged"],
      [pruned, "removed"],
    ] as const;
    const parts = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
    const became = parts.length > 0 ? `: ${parts.join(", ")}` : "";
    return `${table.padEnd(width)}  ${rows} rows${became}`;
  });
}
