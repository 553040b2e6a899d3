/**
 * The CSV files of `src/data/` as tables of a database `own`, beside the bank: `own.my_list`. A query may not open files
 * itself, since nobody would know what it was made of. So each file that a query names is read here, by a database of its own
 * that finds the types of the columns, and copied.
 */
import {readFileSync} from "node:fs";
import {relative} from "node:path";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {quotedName, quotedText} from "../../src/lib/quotedSql.js";
import {type OwnFile, ownFileOf, ownFiles, readOwnFile} from "../csv/ownFile.js";
import {projectRoot} from "../environment.js";
import {hashOf, type InputHashes, noteInputs, readInput, withInputs} from "../inputFiles.js";
import {namesIn, type SqlText} from "../sqlText.js";

export interface OwnTables {
  /** Makes the tables that a SELECT names. Throws what is wrong with a file, or the nearest name where there is none. */
  load(text: Pick<SqlText, "sql">): Promise<void>;
  /** Values that keep a column of such a table from being of numbers: what a query that fails may fail by. */
  strays(text: Pick<SqlText, "sql">): readonly string[];
}

/** The tables of one instance, each made once. Attaches `own`. */
export async function openOwnTables(connection: DuckDBConnection): Promise<OwnTables> {
  await connection.run("attach ':memory:' as own");
  const tables = new Map<string, Promise<{value: readonly string[]; read: InputHashes}>>();
  const found = new Map<string, readonly string[]>();
  return {
    async load(text) {
      for (const name of ownNames(text)) {
        const table = tables.get(name) ?? withInputs(() => makeTable(connection, name));
        tables.set(name, table);
        const {value, read} = await table;
        noteInputs(read);
        found.set(name, value);
      }
    },
    strays: (text) => ownNames(text).flatMap((name) => found.get(name) ?? []),
  };
}

/** What the tables that a SELECT names hold, as hashes; one without a file is `gone`. */
export function ownContents(text: Pick<SqlText, "sql">): [name: string, hash: string][] {
  return ownNames(text).map((name) => {
    const file = ownFiles().get(name);
    return [name, file === undefined ? "gone" : hashOf(readFileSync(file, "utf8"))];
  });
}

function ownNames(text: Pick<SqlText, "sql">): string[] {
  return namesIn(text, "own", (name) => ownFiles().has(name));
}

async function makeTable(connection: DuckDBConnection, name: string): Promise<string[]> {
  const path = ownFileOf(name);
  const file = readOwnFile(path);
  readInput(path);
  const instance = await DuckDBInstance.create(":memory:");
  const reader = await instance.connect();
  try {
    const rows = await reader.stream(
      `from read_csv(${quotedText(path)}, header = true, delim = '${file.delimiter}',
        decimal_separator = '${file.decimalMark}', quote = '"', escape = '"', comment = '', skip = 0,
        sample_size = -1, null_padding = false)`,
    );
    const types = rows.columnTypes().map(String);
    const columns = rows.columnNames().map((column, at) => `${quotedName(column)} ${types[at]}`);
    await connection.run(`create table own.${quotedName(name)} (${columns.join(", ")})`);
    const appender = await connection.createAppender(name, "main", "own");
    for (;;) {
      const chunk = await rows.fetchChunk();
      if (!chunk || chunk.rowCount === 0) break;
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
    return straysOf(file, types, relative(projectRoot, path));
  } finally {
    reader.closeSync();
    instance.closeSync();
  }
}

/** In a column that is text although most of its values are numbers, the first that is none. */
function straysOf(
  {columns, decimalMark, rows}: OwnFile,
  types: readonly string[],
  path: string,
): string[] {
  const isNumber = (text: string) =>
    text.trim() !== "" && Number.isFinite(Number(text.replace(decimalMark, ".")));
  return columns.flatMap((column, at) => {
    const filled = rows.filter(({values}) => values[at] !== "");
    const stray = filled.find(({values}) => !isNumber(values[at]!));
    const numbers = filled.filter(({values}) => isNumber(values[at]!)).length;
    if (types[at] !== "VARCHAR" || stray === undefined || numbers * 2 < filled.length) return [];
    return [
      `row ${stray.line} of ${path}: ${column} is text by ${JSON.stringify(stray.values[at])} (mend it, or cast the column)`,
    ];
  });
}
