/** Files that are no text, by their first bytes. */

export interface ForeignFile {
  /** What it is, as a sentence ends. */
  readonly what: string;
  /** What can be done about it. */
  readonly step: string;
}

/** So many first bytes tell what a file is. */
export const startBytes = 16;

const picture = {what: "a picture", step: "export the table as CSV"};
const starts: readonly (readonly [start: string, file: ForeignFile])[] = [
  [
    "PAR1",
    {
      what: "a Parquet file, which needs an extension of the engine from another host",
      step: "write it as CSV or Arrow; in DuckDB: copy (from 'FILE') to 'table.csv'",
    },
  ],
  [
    "PK\u0003\u0004",
    {what: "a packed file or a workbook", step: "unpack it, or save the sheet as CSV"},
  ],
  ["\u00d0\u00cf\u0011\u00e0", {what: "an old Excel workbook", step: "save the sheet as CSV"}],
  ["\u0089PNG", picture],
  ["\u00ff\u00d8\u00ff", picture],
  ["GIF8", picture],
  ["%PDF", {what: "a PDF", step: "export the table as CSV"}],
  ["{\\rtf", {what: "a text document", step: "export the table as CSV"}],
  ["\u001f\u008b", {what: "packed with gzip", step: "unpack it first"}],
  ["SQLite format 3", {what: "an SQLite database", step: "export its tables as CSV"}],
];

/** What a file is that begins with these bytes; undefined where it may be text. */
export function foreignStart(bytes: Uint8Array): ForeignFile | undefined {
  const head = byteText(bytes.subarray(0, startBytes));
  return starts.find(([start]) => head.startsWith(start))?.[1];
}

/** A letter for each byte. */
export const byteText = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
