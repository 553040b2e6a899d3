/** The first and the last byte of a part of a file. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The byte range that a header asks for: undefined where the whole file is the answer, as to a header that is none or asks
 * for several parts, and `unsatisfiable` where the file has no such part.
 */
export function parseRange(
  header: string | undefined,
  size: number,
): Range | "unsatisfiable" | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  if (!match || (match[1] === "" && match[2] === "")) return undefined;
  const last = size - 1;
  const start = match[1] === "" ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const end = match[1] === "" || match[2] === "" ? last : Math.min(Number(match[2]), last);
  if (match[1] !== "" && match[2] !== "" && Number(match[2]) < start) return undefined;
  return start <= end ? {start, end} : "unsatisfiable";
}
