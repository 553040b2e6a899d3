/**
 * All that the files of a site say, unpacked: what a reader with tools would find. Compressed files are opened, keyed files read
 * key by key, Arrow and Parquet files and databases table by table; the bytes of each file are read as well, for what was
 * deleted in it and not written over.
 */
import {readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {brotliDecompressSync, gunzipSync} from "node:zlib";
import {DuckDBInstance} from "@duckdb/node-api";
import {tableFromIPC} from "apache-arrow";
import {keyedTexts} from "../../loaders/datasets/formats/keyed.js";
import {readRows} from "../../loaders/rows.js";
import {filesBelow} from "../../loaders/sourceFiles.js";
import {quotedText} from "../../src/lib/quotedSql.js";

export interface SiteText {
  /** The file, from the folder of the site. */
  readonly file: string;
  readonly text: string;
  /** Bytes that are no text: a word may begin and end anywhere in them. */
  readonly isBinary?: boolean;
}

/**
 * The texts of a folder, one or more for each file; its name is one of them. A file that a public package has, byte for byte, in
 * the folder `packages` holds nobody's data. Throws on a file that is not what its ending says.
 */
export async function* siteTexts(
  folder: string,
  {packages}: {packages?: string} = {},
): AsyncGenerator<SiteText> {
  for (const file of filesBelow(folder)) {
    yield {file, text: file};
    const packed = readFileSync(join(folder, file));
    const bytes = unpacked(file, packed);
    if (packages !== undefined && isPackaged(packages, file, bytes)) continue;
    yield {file, text: bytes.toString("utf8"), isBinary: bytes.includes(0)};
    const name = file.replace(/\.(br|gz)$/, "");
    if (name.endsWith(".keyed")) for (const text of keyedTexts(bytes)) yield {file, text};
    else if (name.endsWith(".arrow"))
      yield {file, text: JSON.stringify(tableFromIPC(bytes), plain)};
    else if (/\.(duckdb|parquet)$/.test(name)) yield* tableTexts(file, join(folder, name));
    else if (name.endsWith(".html")) yield {file, text: decoded(bytes.toString("utf8"))};
    else if (name.endsWith(".json"))
      yield {file, text: JSON.stringify(JSON.parse(bytes.toString("utf8")))};
  }
}

function isPackaged(packages: string, file: string, bytes: Buffer): boolean {
  const own = join(packages, file.replace(/\.(br|gz)$/, ""));
  return (
    statSync(own, {throwIfNoEntry: false})?.size === bytes.length && readFileSync(own).equals(bytes)
  );
}

function unpacked(file: string, bytes: Buffer): Buffer {
  if (file.endsWith(".br")) return brotliDecompressSync(bytes);
  return file.endsWith(".gz") ? gunzipSync(bytes) : bytes;
}

async function* tableTexts(file: string, path: string): AsyncGenerator<SiteText> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const quoted = quotedText(path);
    if (path.endsWith(".parquet")) {
      yield {
        file,
        text: JSON.stringify(await readRows(await connection.run(`from ${quoted}`)), plain),
      };
      return;
    }
    await connection.run(`attach ${quoted} as site (read_only)`);
    const tables = await readRows(
      await connection.run(
        "select table_name as name from duckdb_tables() where database_name = 'site'",
      ),
    );
    for (const {name} of tables) {
      const result = await connection.stream(`from site."${name}"`);
      for await (const chunk of result.yieldRowObjectJson())
        yield {file, text: JSON.stringify(chunk, plain)};
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const plain = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
  "#x27": "'",
};

function decoded(html: string): string {
  return html.replace(/&(amp|lt|gt|quot|#39|#x27);/g, (_, name: string) => entities[name]!);
}
