/** What a dropped file is by how it begins: a statement of some format, or something else that is refused by name. */
import {StatementError} from "./statementError.js";

/** What begins so, and what can be done about it. */
const others: readonly {readonly start: string; readonly words: string}[] = [
  {
    start: "PK\u0003\u0004",
    words: "a workbook or packed file (save the sheet as CSV, or unpack the file)",
  },
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

/** Texts that are read by a reader of their own, by how they begin; all others are rows of cells. */
const formats = {
  ofx: /^OFXHEADER:|^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?(<\?OFX|<OFX>)/i,
  camt: /^<\?xml|^<(\w+:)?Document[\s>]/,
  qif: /^!(Type|Account|Option|Clear)\b/i,
  mt940:
    /^(\{1:|:20:|:25:|:940:)|^.{0,20}\s+(940|MT940)\s|\n:20:[^\n]*\n(:\d\d[A-Z]?:[^\n]*\n)*?:25P?:/,
} as const;

export type TextFormat = keyof typeof formats | "delimited";

/** Texts of other kinds, by how they begin. */
const otherTexts: readonly {readonly start: RegExp; readonly words: string}[] = [
  {start: /^<(!doctype )?html\b|^<(table|body)\b/i, words: "a web page"},
  {start: /^<\w+[\s>]/, words: "XML of another kind"},
  {start: /^[[{]\s*["{[\]}]/, words: "JSON"},
];

/** How a text is to be read. Throws `StatementError` where it is nothing, or no statement. */
export function textFormat(text: string): TextFormat {
  const head = text.slice(0, 1000).trimStart();
  if (head === "" && text.trim() === "")
    throw new StatementError("empty file (export the statement again)");
  for (const [format, start] of Object.entries(formats))
    if (start.test(head)) return format as TextFormat;
  const other = otherTexts.find(({start}) => start.test(head));
  if (other)
    throw new StatementError(`no delimited text but ${other.words} (export the statement as CSV)`);
  return "delimited";
}
