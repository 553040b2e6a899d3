/** What is dropped as a statement and is no delimited text. */
import {StatementError} from "./statementError.js";

/** What begins so, and what can be done about it. */
const others: readonly {readonly start: string; readonly words: string}[] = [
  {start: "PK\u0003\u0004", words: "a workbook or packed file (save the sheet as CSV)"},
  {start: "\u00d0\u00cf\u0011\u00e0", words: "an old Excel workbook (save the sheet as CSV)"},
  {start: "\u0089PNG", words: "a picture (export the statement as CSV)"},
  {start: "\u00ff\u00d8\u00ff", words: "a picture (export the statement as CSV)"},
  {start: "GIF8", words: "a picture (export the statement as CSV)"},
  {start: "%PDF", words: "a PDF (export the statement as CSV)"},
  {start: "{\\rtf", words: "a text document (export the statement as CSV)"},
  {start: "\u001f\u008b", words: "packed with gzip (unpack it first)"},
  {start: "SQLite format 3", words: "a database (export the statement as CSV)"},
];

/** Throws `StatementError` where the bytes are no text. */
export function assertText(bytes: Uint8Array): void {
  const head = Array.from(bytes.subarray(0, 16), (byte) => String.fromCharCode(byte)).join("");
  const other = others.find(({start}) => head.startsWith(start));
  if (other) throw new StatementError(`no delimited text but ${other.words}`);
  if (bytes.subarray(0, 8000).includes(0))
    throw new StatementError("no delimited text but binary data (export the statement as CSV)");
}

/** Texts of other kinds, by how they begin. */
const otherTexts: readonly {readonly start: RegExp; readonly words: string}[] = [
  {start: /^<(!doctype )?html\b|^<(table|body)\b/i, words: "a web page"},
  {start: /^<\?xml|^<\w+[\s>]/, words: "XML"},
  {start: /^[[{]\s*["{[\]}]/, words: "JSON"},
  {start: /^OFXHEADER:/, words: "OFX"},
  {start: /^!(Type|Account|Option):/i, words: "QIF"},
  {start: /^(\{1:|:20:|:25:)/, words: "MT940"},
];

/** Throws `StatementError` where a text is nothing, or of another kind than rows of cells. */
export function assertDelimited(text: string): void {
  const head = text.slice(0, 1000).trimStart();
  if (head === "" && text.trim() === "")
    throw new StatementError("empty file (export the statement again)");
  const other = otherTexts.find(({start}) => start.test(head));
  if (other)
    throw new StatementError(`no delimited text but ${other.words} (export the statement as CSV)`);
}
