import {brokenUtf8Line, maybeUtf8} from "../utf8.js";

/** The text of a file in UTF-8, without the mark that some programs put first. Throws, naming the line, on other bytes. */
export function fileText(bytes: Uint8Array, file: string): string {
  const text = maybeUtf8(bytes);
  if (text !== undefined) return text;
  throw new Error(
    `${file} line ${brokenUtf8Line(bytes)}: letters that are not UTF-8 (save the file as UTF-8)`,
  );
}
