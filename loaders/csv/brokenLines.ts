import {isUtf8} from "node:buffer";

const newline = 10;

/** The numbers of the lines that are not UTF-8; the first line of the block has the one given. */
export function brokenLines(block: Buffer, firstLine: number): Set<number> {
  const broken = new Set<number>();
  let line = firstLine;
  for (let at = 0; at < block.length; line++) {
    const end = block.indexOf(newline, at);
    const stop = end === -1 ? block.length : end;
    if (!isUtf8(block.subarray(at, stop))) broken.add(line);
    at = stop + 1;
  }
  return broken;
}
