import {basename} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {explainSqlError, type SqlText} from "../sqlText.js";
import {formatArrow} from "./formats/arrow.js";
import {formatCsv} from "./formats/csv.js";
import {formatJson} from "./formats/json.js";
import {formatKeyed} from "./formats/keyed.js";

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
 * Runs a SELECT over the snapshot, attached as `bank`, and writes its rows in a format. Throws with the file,
 * the line and an excerpt.
 */
export async function makeSqlDataset(
  connection: DuckDBConnection,
  text: SqlText,
  format: SqlFormat,
): Promise<MadeDataset> {
  try {
    const {count} = await connection.extractStatements(text.sql);
    if (count !== 1) throw new Error(`${count} statements instead of one SELECT`);
    const result = await connection.run(text.sql);
    if (format === "arrow") return await formatArrow(result);
    if (format === "keyed") return await formatKeyed(result);
    const {text: written, rowCount} =
      format === "csv" ? await formatCsv(result) : await formatJson(result);
    return {bytes: Buffer.from(written), rowCount};
  } catch (error) {
    throw explainSqlError(error, text);
  }
}
