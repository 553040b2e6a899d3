/**
 * All that the files of a site say, unpacked: what a reader with tools would find. Compressed files are opened, files of data read
 * value by value, as they were before a format gave them quotes and escapes; the bytes of each file are read as well, for what
 * was deleted in it and not written over.
 */
import {readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {brotliDecompressSync, gunzipSync} from "node:zlib";
import {filesBelow} from "../../loaders/sourceFiles.js";
import {maybeFileValues, type Values} from "./fileValues.js";
import {readings} from "./readings.js";

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
    const name = file.replace(/\.(br|gz)$/, "");
    const values = maybeFileValues(name, bytes, join(folder, name));
    const text = bytes.toString("utf8");
    const isBinary = bytes.includes(0);
    if (isBinary || values) yield {file, text, isBinary};
    else for (const reading of readings(text)) yield {file, text: reading};
    // a quote within a text of SQL is written twice
    if (name.endsWith(".sql")) yield {file, text: text.replaceAll("''", "'")};
    for await (const piece of pieces(values ?? []))
      for (const reading of readings(piece)) yield {file, text: reading};
  }
}

/** About so many letters are looked through at once: a value at a time takes longer, all of a large file are too much to hold. */
const pieceLetters = 65_536;

/** Values joined into pieces by a letter that no text has, which keeps each apart from the next. */
async function* pieces(values: Values): AsyncGenerator<string> {
  let some: string[] = [];
  let letters = 0;
  for await (const batch of values)
    for (const value of batch) {
      some.push(value);
      letters += value.length + 1;
      if (letters < pieceLetters) continue;
      yield some.join("\0");
      [some, letters] = [[], 0];
    }
  if (some.length > 0) yield some.join("\0");
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
