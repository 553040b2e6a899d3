import {reservedWords} from "./reservedWords.js";

/** As long as a cell's name may be. */
const mostLetters = 40;

/**
 * A name for the table of a file that SQL takes without quotes: `Sales 2025 (2).csv` is `sales_2025_2`. Where it is
 * taken, a number stands behind it.
 */
export function fileTableName(file: string, taken: ReadonlySet<string>): string {
  const words = file
    .replace(/\.\w+$/, "")
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "")
    .slice(0, mostLetters);
  const plain = words === "" ? "file" : words;
  const name = /^\d/.test(plain) || reservedWords.has(plain) ? `file_${plain}` : plain;
  for (let at = 1; ; at++) {
    const each = at === 1 ? name : `${name}_${at}`;
    if (!taken.has(each)) return each;
  }
}
