/** The text of a file in UTF-8, without the mark that some programs put first. Throws, naming the line, on other bytes. */
export function fileText(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch (error) {
    throw new Error(
      `${file} line ${lineOfFirstFault(bytes)}: letters that are not UTF-8 (save the file as UTF-8)`,
      {cause: error},
    );
  }
}

/** No byte of a letter in UTF-8 is a line's end, so each line stands for itself. */
function lineOfFirstFault(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", {fatal: true});
  for (let from = 0, line = 1; from < bytes.length; line++) {
    const end = bytes.indexOf(10, from);
    const to = end < 0 ? bytes.length : end + 1;
    try {
      decoder.decode(bytes.subarray(from, to));
    } catch {
      return line;
    }
    from = to;
  }
  return 1;
}
