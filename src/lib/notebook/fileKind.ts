/** What a dropped file is: by its name, and by its first bytes, which must agree. */

export type FileKind = "csv" | "jsonLines" | "arrow" | "duckdb";

/** A larger file is refused, in bytes: a tab has some gigabytes, and reading takes several times the file. */
export const mostFileBytes = 100e6;
/** So many first bytes tell what a file is. */
export const headBytes = 16;

const kindsByEnding: Readonly<Record<string, FileKind>> = {
  csv: "csv",
  tsv: "csv",
  txt: "csv",
  jsonl: "jsonLines",
  ndjson: "jsonLines",
  json: "jsonLines",
  arrow: "arrow",
  arrows: "arrow",
  ipc: "arrow",
  feather: "arrow",
  duckdb: "duckdb",
  db: "duckdb",
};

/** The endings that can be dropped, as a choice of files takes them. */
export const fileEndings: string = Object.keys(kindsByEnding)
  .map((ending) => `.${ending}`)
  .join(",");

const kindNames = {
  csv: "text such as CSV",
  jsonLines: "lines of JSON",
  arrow: "an Arrow file",
  duckdb: "a DuckDB database",
} as const satisfies Record<FileKind, string>;

/** What begins so is no table that can be read here, and what can be done about it. */
const others: readonly {start: string; words: string}[] = [
  {
    start: "PAR1",
    words:
      "is a Parquet file, which this engine reads only with an extension from another host (write it as CSV or Arrow; in DuckDB: copy (from 'FILE') to 'table.csv')",
  },
  {start: "PK\u0003\u0004", words: "is a packed file or a workbook (save the sheet as CSV)"},
  {start: "\u001f\u008b", words: "is packed with gzip (unpack it first)"},
  {start: "SQLite format 3", words: "is an SQLite database (export its tables as CSV)"},
  {start: "%PDF", words: "is a PDF (drop the table as CSV)"},
  {start: "\u00ff\u00fe", words: "is in UTF-16 (save it as UTF-8)"},
  {start: "\u00fe\u00ff", words: "is in UTF-16 (save it as UTF-8)"},
];

/** Kind of a file of this name that begins with these bytes. Throws, naming the file, on what cannot be read. */
export function fileKind(
  {name, size}: {readonly name: string; readonly size: number},
  head: Uint8Array,
): FileKind {
  if (size === 0) throw new Error(`empty file: ${name} (drop one with rows)`);
  if (size > mostFileBytes)
    throw new Error(
      `file too large: ${name} has ${megabytes(size)}, at most ${megabytes(mostFileBytes)} are read (drop a part of it)`,
    );
  const text = Array.from(head, (byte) => String.fromCharCode(byte)).join("");
  const other = others.find(({start}) => text.startsWith(start));
  if (other) throw new Error(`${name} ${other.words.replace("FILE", name)}`);
  const said = kindsByEnding[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ""];
  const found = foundKind(text);
  if (said === undefined)
    throw new Error(
      `unknown kind of file: ${name} (drop .csv, .tsv, .jsonl, .arrow or .duckdb, or give it one of these endings)`,
    );
  if (found ? found !== said : said === "arrow" || said === "duckdb")
    throw new Error(
      `${name} is not ${kindNames[said]}${found ? ` but ${kindNames[found]}` : ""} (give it the ending of what it is, or write it again)`,
    );
  return said;
}

/** What the bytes say for certain: a text says nothing. */
function foundKind(text: string): FileKind | undefined {
  if (text.startsWith("ARROW1") || text.startsWith("\u00ff\u00ff\u00ff\u00ff")) return "arrow";
  return text.slice(8, 12) === "DUCK" ? "duckdb" : undefined;
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
