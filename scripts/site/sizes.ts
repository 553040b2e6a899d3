import {statSync} from "node:fs";
import {join} from "node:path";
import {filesBelow} from "../../loaders/sourceFiles.js";

const kinds: readonly (readonly [RegExp, string])[] = [
  [/\.(?:br|gz)$/, "compressed, beside these"],
  [/\.html$/, "pages"],
  [/duckdb/, "SQL engine and published bank"],
  [/^_file\//, "datasets"],
  [/\.woff2$/, "fonts"],
  [/./, "code and styles"],
];

/** What a built site weighs: a line for each kind of file, one for those that were compressed ahead, and one for all. */
export function sizeReport(folder: string): string {
  const totals = new Map(kinds.map(([, kind]) => [kind, {fileCount: 0, bytes: 0}]));
  for (const file of filesBelow(folder)) {
    const [, kind] = kinds.find(([pattern]) => pattern.test(file))!;
    const total = totals.get(kind)!;
    total.fileCount += 1;
    total.bytes += statSync(join(folder, file)).size;
  }
  const all = [...totals.values()];
  totals.set("in all", {
    fileCount: all.reduce((sum, {fileCount}) => sum + fileCount, 0),
    bytes: all.reduce((sum, {bytes}) => sum + bytes, 0),
  });
  return Array.from(
    totals,
    ([kind, {fileCount, bytes}]) =>
      `${kind.padEnd(30)} ${String(fileCount).padStart(4)} files ${(bytes / 1000).toFixed(0).padStart(7)} kB\n`,
  ).join("");
}
