import {basename} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {suggestion} from "../../src/lib/nearest.js";
import type {OwnTables} from "../snapshot/ownTables.js";
import {explainSqlError, type SqlText} from "../sqlText.js";
import {formatCsv} from "./formats/csv.js";
import {formatJson} from "./formats/json.js";
import {formatKeyed} from "./formats/keyed.js";
import type {Parameters} from "./pagePaths.js";

const sqlFormats = ["csv", "json", "arrow", "keyed"] as const;

export type SqlFormat = (typeof sqlFormats)[number];

export interface MadeDataset {
  readonly bytes: Uint8Array;
  /** Null where the format does not tell. */
  readonly rowCount: number | null;
}

/** The format that a loader's name asks for: `csv` for `sector-heat.csv.sql`. Throws on any other. */
export function sqlFormat(file: string): SqlFormat {
  const format = basename(file, ".sql").split(".").at(-1)!;
  const known = sqlFormats.find((candidate) => candidate === format);
  if (!known) {
    throw new Error(
      `${file}: unknown format: ${format} (end it in ${sqlFormats.map((f) => `.${f}.sql`).join(", ")})`,
    );
  }
  return known;
}

/**
 * Runs a SELECT over the snapshot, attached as `bank`, and over the CSV files of `own`, and writes its rows in a format.
 * Throws with the file, the line and an excerpt.
 */
export async function makeSqlDataset(
  connection: DuckDBConnection,
  text: SqlText,
  format: SqlFormat,
  {own, parameters = {}}: {own?: OwnTables; parameters?: Parameters} = {},
): Promise<MadeDataset> {
  try {
    await own?.load(text);
    const result = await runSelect(connection, text, parameters);
    if (format === "arrow") {
      // a large package, which most datasets are without
      const {formatArrow} = await import("./formats/arrow.js");
      return await formatArrow(result);
    }
    if (format === "keyed") return await formatKeyed(result);
    const {text: written, rowCount} =
      format === "csv" ? await formatCsv(result) : await formatJson(result);
    return {bytes: Buffer.from(written), rowCount};
  } catch (error) {
    throw explainSqlError(error, text, own?.strays(text));
  }
}

/**
 * Runs the one SELECT of a text. `parameters` are the values of `$city` and the like; a null stands for any. Throws
 * where the text asks for another, with the nearest name.
 */
export async function runSelect(
  connection: DuckDBConnection,
  {sql}: Pick<SqlText, "sql">,
  parameters: Readonly<Record<string, string | null>>,
) {
  const statements = await connection.extractStatements(sql);
  if (statements.count !== 1)
    throw new Error(`${statements.count} statements instead of one SELECT`);
  if (!sql.includes("$")) return connection.stream(sql);
  const prepared = await statements.prepare(0);
  const asked = Array.from({length: prepared.parameterCount}, (_, at) =>
    prepared.parameterName(at + 1),
  );
  const known = Object.keys(parameters);
  const unknown = asked.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const step =
      known.length > 0 ? suggestion(unknown, known) : " (the file's name has no brackets)";
    throw new Error(`no parameter $${unknown}${step}`);
  }
  prepared.bind(Object.fromEntries(asked.map((name) => [name, parameters[name] ?? null])));
  return prepared.stream();
}
