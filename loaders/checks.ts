/**
 * The rules that always hold: the SELECTs of `sql/checks/`, in the SQL that MariaDB and DuckDB both run.
 * Each returns the rows that break its rule; the first line of its comment is the rule in words.
 */
import {basename, join} from "node:path";
import {projectRoot} from "./environment.js";
import {listInputs, readInput} from "./inputFiles.js";

export interface Check {
  /** The name of the file: `balances-above-limit`. */
  readonly name: string;
  /** As in the first line of the file: `3`, or `5b` where one rule needs several checks. */
  readonly number: string;
  /** The rule in words. */
  readonly rule: string;
  readonly sql: string;
}

const checkFolder: string = join(projectRoot, "sql/checks");

/** All checks, by number. Throws on a file whose first line is not `-- Rule 1: …`. */
export function readChecks(folder: string = checkFolder): Check[] {
  return listInputs(folder)
    .filter((file) => file.endsWith(".sql"))
    .map((file) => {
      const sql = readInput(join(folder, file));
      const header = /^-- Rule (\d+[a-z]?): (.+)$/m.exec(sql.slice(0, sql.indexOf("\n")));
      if (!header)
        throw new Error(
          `no rule in the first line of sql/checks/${file} (write it as: -- Rule 12: no one pays twice.)`,
        );
      return {name: basename(file, ".sql"), number: header[1]!, rule: header[2]!, sql};
    })
    .sort(
      (a, b) =>
        Number.parseInt(a.number, 10) - Number.parseInt(b.number, 10) ||
        (a.number < b.number ? -1 : 1),
    );
}
