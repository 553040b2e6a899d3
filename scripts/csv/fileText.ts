import {readFileSync, statSync} from "node:fs";
import {fileKind} from "../../loaders/csv/fileKind.js";
import {brokenUtf8Line} from "../../src/lib/utf8.js";
import {FileError} from "./fileError.js";

/** Lists that people keep are far smaller; what is larger was named by mistake. */
const largestBytes = 100e6;

/**
 * The text of a file that a person named: UTF-8, or UTF-16 as spreadsheets save it, without its byte order mark.
 * Throws `FileError` on what cannot be read or is neither.
 */
export function fileText(file: string): string {
  return textOf(fileBytes(file), file);
}

function fileBytes(file: string): Buffer {
  const kind = fileKind(file);
  if (kind === undefined) throw new FileError(`cannot read ${file}: no such file`);
  if (kind !== "file") throw new FileError(`cannot read ${file}: it is a ${kind} (name a file)`);
  const {size} = statSync(file);
  if (size > largestBytes) {
    const found = `${Math.ceil(size / 1e6)} MB`;
    throw new FileError(`cannot read ${file}: ${found} (at most ${largestBytes / 1e6})`);
  }
  try {
    return readFileSync(file);
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new FileError(`cannot read ${file}: ${code === "EACCES" ? "permission denied" : code}`);
  }
}

function textOf(bytes: Buffer, file: string): string {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(bytes);
  } catch {
    const where = encoding === "utf-8" ? `row ${brokenUtf8Line(bytes)} of ${file}` : file;
    const name = encoding === "utf-8" ? "UTF-8" : "UTF-16";
    throw new FileError(`${where}: broken ${name} (save the file as UTF-8)`);
  }
}

/** By the byte order mark, or by the empty half of the first character, which is one of a column's name. */
function encodingOf([first, second]: Buffer): "utf-8" | "utf-16le" | "utf-16be" {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return "utf-16be";
  return "utf-8";
}
