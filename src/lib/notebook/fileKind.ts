/** What a dropped file is: by its name, and by its first bytes, which must agree. */
import {byteText, foreignStart} from "../foreignStart.js";

export type FileKind = "csv" | "jsonLines" | "arrow" | "duckdb";

/** A larger file is refused, in bytes: a tab has some gigabytes, and reading takes several times the file. */
export const mostFileBytes = 100e6;

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
  const text = byteText(head);
  const other = foreignStart(head);
  if (other) throw new Error(`${name} is ${other.what} (${other.step.replace("FILE", name)})`);
  if (/^(\u00ff\u00fe|\u00fe\u00ff)/.test(text))
    throw new Error(`${name} is in UTF-16 (save it as UTF-8)`);
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
