import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";

/** The last day of the data, as the dataset `freshness` has it; undefined as long as it was never made. */
export function lastDay(projectRoot: string): string | undefined {
  const file = join(projectRoot, "src/.observablehq/cache/data/freshness.json");
  if (!existsSync(file)) return undefined;
  return (JSON.parse(readFileSync(file, "utf8")) as {as_of: string}).as_of;
}
