/**
 * DuckDB takes empty fields behind the last column, `1,Rome,city,,`, and drops them, whatever its options; they are
 * told from nothing but a row's commas. Only rows that end in an empty field are counted, and those are few.
 * `fault.ts` says which row it is, if it is one.
 */
import {createReadStream} from "node:fs";

const [quote, comma, carriage, newline] = [34, 44, 13, 10];

/**
 * Whether a row of a file may have empty fields behind its last column: false only where none has. Reads the file in
 * blocks.
 */
export async function mayHaveSpareFields(
  file: string,
  columnCount: number,
  {blockBytes = 1 << 20} = {},
): Promise<boolean> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, {highWaterMark: blockBytes})) {
    const block = Buffer.concat([rest, chunk as Buffer]);
    const end = block.lastIndexOf(newline) + 1;
    if (mayHaveSpareIn(block.subarray(0, end), columnCount)) return true;
    rest = block.subarray(end);
  }
  return mayHaveSpareIn(Buffer.concat([rest, Buffer.from("\n")]), columnCount);
}

function mayHaveSpareIn(lines: Buffer, columnCount: number): boolean {
  for (let end = lines.indexOf(newline); end !== -1; end = lines.indexOf(newline, end + 1))
    if (endsEmpty(lines, end) && isLonger(lines, end, columnCount)) return true;
  return false;
}

/** Whether the last field of the line that ends here is empty, with quotes or without. */
function endsEmpty(lines: Buffer, end: number): boolean {
  let at = lines[end - 1] === carriage ? end - 2 : end - 1;
  if (lines[at] === quote && lines[at - 1] === quote) at -= 2;
  return lines[at] === comma;
}

/** Whether the row that ends here has more fields. One that began in an earlier block may have. */
function isLonger(lines: Buffer, end: number, columnCount: number): boolean {
  let [fields, isQuoted] = [1, false];
  for (let at = end - 1; at >= 0; at--) {
    const byte = lines[at];
    if (byte === quote) isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (byte === comma) fields += 1;
    else if (byte === newline) return fields > columnCount;
  }
  return isQuoted || fields > columnCount;
}
