/**
 * DuckDB takes quotes that RFC 4180 does not know: of ` "x"` it makes `x`, and `5" pipe` it lets stand, whatever its
 * options; of a carriage return in a plain field, and of a second kind of line end, it says no row. This look at the
 * marks alone goes from one to the next as fast as memory is searched, and says whether a file holds any such thing.
 * `csvRecords.ts` says which, and where.
 */
import {createReadStream} from "node:fs";

const [quote, comma, carriage, newline] = [34, 44, 13, 10];

/** Where the next byte stands. */
type Place = "plain" | "quoted" | "behind quote" | "behind carriage";

interface Look {
  place: Place;
  /** The byte before the block; that before the file, or its byte order mark, ends a line. */
  before: number;
  /** Whether lines end as in Windows, once the first one has. */
  isWindows?: boolean;
}

/** Whether each quote of a file begins or ends a field, and all lines end alike. Reads the file in blocks. */
export async function isWellQuoted(file: string, {blockBytes = 1 << 20} = {}): Promise<boolean> {
  const look: Look = {place: "plain", before: newline};
  let isFirst = true;
  for await (const chunk of createReadStream(file, {highWaterMark: blockBytes})) {
    const block = chunk as Buffer;
    const from = isFirst && block[0] === 0xef ? markBytes : 0;
    isFirst = false;
    if (!isGoodBlock(block.subarray(from), look)) return false;
  }
  return look.place === "plain" || look.place === "behind quote";
}

/** Of the byte order mark. */
const markBytes = 3;

function isGoodBlock(block: Buffer, look: Look): boolean {
  const next = nextMarks(block);
  const byteBefore = (at: number) => (at === 0 ? look.before : block[at - 1]!);
  for (let at = 0; at < block.length; ) {
    if (look.place === "quoted") {
      at = next(quote, at) + 1;
      if (at <= block.length) look.place = "behind quote";
      continue;
    }
    if (look.place === "behind quote") {
      const byte = block[at]!;
      if (byte === quote) {
        look.place = "quoted";
        at += 1;
        continue;
      }
      if (byte !== comma && byte !== newline && byte !== carriage) return false;
    }
    if (look.place === "behind carriage" && block[at] !== newline) return false;
    look.place = "plain";
    // lines of Unix may pass unseen: only what is odd among them is looked for
    const end = look.isWindows === false ? block.length : next(newline, at);
    const mark = Math.min(next(quote, at), next(carriage, at), end);
    at = mark + 1;
    if (mark >= block.length) break;
    if (block[mark] === newline) {
      const isWindows = byteBefore(mark) === carriage;
      look.isWindows ??= isWindows;
      if (look.isWindows !== isWindows) return false;
    } else if (block[mark] === carriage) {
      if (look.isWindows === false) return false;
      look.place = "behind carriage";
    } else {
      const before = byteBefore(mark);
      if (before !== comma && before !== newline) return false;
      look.place = "quoted";
    }
  }
  look.before = block.at(-1) ?? look.before;
  return true;
}

/** Finds the place of a byte, at or behind another; the length of the block where there is none. Places only grow. */
function nextMarks(block: Buffer): (byte: number, from: number) => number {
  const found: Record<number, number> = {[quote]: -1, [carriage]: -1, [newline]: -1};
  return (byte, from) => {
    if (found[byte]! >= from) return found[byte]!;
    const at = block.indexOf(byte, from);
    found[byte] = at === -1 ? block.length : at;
    return found[byte]!;
  };
}
