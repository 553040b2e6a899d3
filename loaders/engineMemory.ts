import type {Environment} from "./environment.js";

/** What the engine may hold while it builds a snapshot or is asked of CSV files, unless told. */
const usual = "1GB";

/** What `SNAPSHOT_MEMORY` allows, as DuckDB has it: `4GB`. Throws where it is no such amount. */
export function memoryOf({SNAPSHOT_MEMORY: asked}: Environment): string {
  if (asked === undefined || asked === "") return usual;
  if (/^[1-9]\d*(?:\.\d+)?[MG]B$/.test(asked)) return asked;
  throw new Error(
    `SNAPSHOT_MEMORY is ${JSON.stringify(asked)} (megabytes or gigabytes: 512MB, 4GB)`,
  );
}

/** DuckDB at its limit, `… (953.5 MiB/953.6 MiB used)`, and not at the machine's, `… (bad allocation)`. */
const atLimit = /Out of Memory Error: .* used\)/;

/**
 * What an engine says that has reached its limit, with what to do; any other error as it is, also that of a machine which has
 * no more to give.
 */
export function explainMemory(error: unknown, memory: string): unknown {
  if (!(error instanceof Error) || !atLimit.test(error.message)) return error;
  return new Error(
    `this bank takes more memory than ${memory} (set SNAPSHOT_MEMORY to more, or SNAPSHOT_LEGS=none where MariaDB or ClickHouse has the legs; see .env.example)`,
    {cause: error},
  );
}
