import {privateLines} from "./private/privateDatasets.js";
import type {RunReport} from "./runner.js";

/** What a run did, as a table for people: dataset, rows, bytes, milliseconds, fresh or made; then the totals. */
export function formatRun(report: RunReport, milliseconds: number): string {
  const {snapshot, datasets, removed} = report;
  const rows = datasets.map(({target, rowCount, byteCount, milliseconds: ms, state}) => [
    target,
    rowCount === null ? "" : String(rowCount),
    state === "failed" ? "" : String(byteCount),
    state === "fresh" ? "" : String(ms),
    state,
  ]);
  const header = ["dataset", "rows", "bytes", "ms", ""];
  const widths = header.map((name, i) =>
    Math.max(name.length, ...rows.map((row) => row[i]!.length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => (i === 0 || i === 4 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join("  ")
      .trimEnd();
  const count = (state: string) => datasets.filter((dataset) => dataset.state === state).length;
  const failed = count("failed");
  return [
    ...(datasets.length > 0 ? [line(header), ...rows.map(line)] : ["no datasets in src/data"]),
    ...removed.map((target) => `${target} removed: it is not made any more`),
    ...privateLines(report.private),
    `${count("made")} made, ${count("fresh")} fresh${failed > 0 ? `, ${failed} failed` : ""} in ${Math.round(milliseconds)} ms; ${snapshot.description.label}, as of ${snapshot.description.asOf}`,
    "",
  ].join("\n");
}

/** What went wrong in a run, each once: a loader that makes many datasets fails with all of them. */
export function failuresOf({datasets}: RunReport): string[] {
  return [...new Set(datasets.flatMap(({error}) => (error === null ? [] : [error])))];
}
