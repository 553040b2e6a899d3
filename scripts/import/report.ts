import {sum} from "d3-array";
import {categories} from "../../src/lib/bank/categories.js";
import {problemText} from "../../src/lib/statements/problemText.js";
import type {NewRow} from "./newRow.js";
import type {FilePlan, Plan} from "./plan.js";
import type {LeftOutRow} from "./readFiles.js";

/** What an import does, as lines: the counts of each file with what is left out and doubtful, then those of all. */
export function reportLines({files}: Plan, {dryRun}: {readonly dryRun: boolean}): string[] {
  const all = {
    name: "in all",
    inserted: files.flatMap(({inserted}) => inserted),
    unchangedCount: sum(files, ({unchangedCount}) => unchangedCount),
    leftOut: files.flatMap(({leftOut}) => leftOut),
    doubtfulCount: sum(files, ({doubtfulCount}) => doubtfulCount),
  };
  const each = files.flatMap((file) => [
    countLine(file),
    ...(dryRun ? file.inserted.map(insertedLine) : []),
    ...leftOutLines(file.leftOut),
    ...(file.isTakenForEuros ? ["  taken for euros: no currency is named"] : []),
    ...file.doubts.map((doubt) => `  doubtful: all lines: ${doubt}`),
    ...file.inserted.flatMap(doubtLine),
  ]);
  return files.length > 1 ? [...each, countLine(all)] : each;
}

function countLine({
  name,
  inserted,
  unchangedCount,
  leftOut,
  doubtfulCount,
}: Omit<FilePlan, "doubts" | "isTakenForEuros">): string {
  const reasons = [...byReason(leftOut)].map(([reason, rows]) => `${rows.length} ${reason}`);
  const left = `${leftOut.length} left out${reasons.length > 0 ? ` (${reasons.join(", ")})` : ""}`;
  return `${name}: ${inserted.length} inserted, ${unchangedCount} unchanged, ${left}, ${doubtfulCount} doubtful`;
}

function insertedLine({row, legs, why}: NewRow): string {
  const names = [...new Set(legs.map(({category}) => categories[category].label))].join(" and ");
  const who = row.counterparty || row.description;
  return `  + line ${row.line}: ${row.date} ${row.amount} ${who}: ${names}, because ${why}`;
}

function doubtLine({row, legs, doubt}: NewRow): string[] {
  if (doubt === undefined) return [];
  const as = categories[legs[0]!.category].label;
  return [`  doubtful: line ${row.line}: ${doubt} (booked as ${as})`];
}

/** What cannot be read one by one, the rest by reason. */
function leftOutLines(leftOut: readonly LeftOutRow[]): string[] {
  return [...byReason(leftOut)].flatMap(([reason, rows]) => {
    const unread = rows.flatMap(({problem}) =>
      problem === undefined ? [] : [`  left out: line ${problem.line}: ${problemText(problem)}`],
    );
    if (unread.length > 0) return unread;
    const lines = rows.map(({line}) => line).join(", ");
    return [`  left out: ${reason}: ${rows.length === 1 ? "line" : "lines"} ${lines}`];
  });
}

function byReason(leftOut: readonly LeftOutRow[]): Map<string, LeftOutRow[]> {
  const reasons = new Map<string, LeftOutRow[]>();
  for (const row of leftOut) {
    const rows = reasons.get(row.reason);
    if (rows) rows.push(row);
    else reasons.set(row.reason, [row]);
  }
  return reasons;
}
