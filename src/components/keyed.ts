/**
 * Rows of one key out of a dataset that holds those of many: `person-months.keyed.sql` of `src/data/` makes such a file,
 * and a page reads from it what belongs to its subject:
 *
 *     const months = keyedRows(FileAttachment("../data/person-months.keyed"), id);
 *
 * Three small ranges of bytes are fetched, the first only once a page, however many keys the file holds. A server that
 * knows no ranges sends the whole file, from which the same rows are read.
 */
import {
  bucketCount,
  bucketOf,
  bucketRange,
  entryRange,
  headLength,
  type Member,
  membersOf,
  type Span,
} from "../lib/keyed.js";

/** A `FileAttachment`, as far as it is needed here. */
export interface KeyedFile {
  readonly name: string;
  url(): Promise<string>;
}

/** A file of which is known what its rows are: that of a page, where `npm run check` reads it. */
interface KeyedFileOf<Row> extends KeyedFile {
  readonly holds: Row;
}

type Fetch = typeof globalThis.fetch;

/** How the bytes of a file are read, by its address. */
const readers = new Map<string, ReturnType<typeof openFile>>();

/** The rows of a key, as JSON holds them: days and instants are text. None for a key that the file does not hold. */
export function keyedRows<Row>(file: KeyedFileOf<Row>, key: string): Promise<Row[]>;
export function keyedRows<Row = Readonly<Record<string, unknown>>>(
  file: KeyedFile,
  key: string,
): Promise<Row[]>;
export async function keyedRows<Row>(file: KeyedFile, key: string): Promise<Row[]> {
  const address = new URL(await file.url(), globalThis.document?.baseURI).href;
  const reader = readers.get(address) ?? openFile(address);
  readers.set(address, reader);
  try {
    return (await reader.rows(key)) as Row[];
  } catch (error) {
    readers.delete(address);
    throw new Error(`${file.name}: ${error instanceof Error ? error.message : error}`);
  }
}

/** The one row of a key, in a file that holds one of each; undefined for a key that the file does not hold. */
export function keyedRow<Row>(file: KeyedFileOf<Row>, key: string): Promise<Row | undefined>;
export function keyedRow<Row = Readonly<Record<string, unknown>>>(
  file: KeyedFile,
  key: string,
): Promise<Row | undefined>;
export async function keyedRow<Row>(file: KeyedFile, key: string): Promise<Row | undefined> {
  const [row] = await keyedRows<Row>(file, key);
  return row;
}

function openFile(address: string, fetch: Fetch = globalThis.fetch) {
  const read = rangeReader(address, fetch);
  const buckets = read({begin: 0, end: headLength}).then(bucketCount);
  return {
    async rows(key: string): Promise<readonly unknown[]> {
      const entry = await read(entryRange(bucketOf(key, await buckets)));
      const range = bucketRange(entry);
      if (range.begin === range.end) return [];
      for (const deflated of membersOf(await read(range))) {
        const [name, rows] = await inflate(deflated);
        if (name === key) return rows;
      }
      return [];
    },
  };
}

/** Reads ranges of a file; from the first answer on that is all of it, without asking again. */
function rangeReader(address: string, fetch: Fetch): (range: Span) => Promise<Uint8Array> {
  let whole: Uint8Array | undefined;
  return async ({begin, end}) => {
    if (whole) return whole.subarray(begin, end);
    const response = await fetch(address, {headers: {range: `bytes=${begin}-${end - 1}`}});
    if (!response.ok) throw new Error(`the server answered ${response.status} (reload the page)`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (response.status === 206) return bytes;
    whole = bytes;
    return whole.subarray(begin, end);
  };
}

async function inflate(deflated: Uint8Array): Promise<Member> {
  const stream = new Blob([deflated as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream("deflate-raw"));
  return (await new Response(stream).json()) as Member;
}
