/** Text in UTF-8, and the place where it is broken. */

/** The text of bytes in UTF-8, without the mark that some programs put first; undefined where they are no UTF-8. */
export function maybeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The first line, from 1, that is no UTF-8: no byte of a letter is a line's end, so each line stands for itself. */
export function brokenUtf8Line(bytes: Uint8Array): number {
  for (let from = 0, line = 1; from < bytes.length; line++) {
    const end = bytes.indexOf(10, from);
    const to = end < 0 ? bytes.length : end + 1;
    if (maybeUtf8(bytes.subarray(from, to)) === undefined) return line;
    from = to;
  }
  return 1;
}
