/** What a dropped file is by how it begins: a statement of some format, or something else that is refused by name. */
import {foreignStart} from "../foreignStart.js";
import {StatementError} from "./statementError.js";

/** Throws `StatementError` where the bytes are no text. */
export function assertText(bytes: Uint8Array): void {
  const other = foreignStart(bytes);
  if (other) throw new StatementError(`no delimited text but ${other.what} (${other.step})`);
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
