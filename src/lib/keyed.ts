/**
 * The layout of a keyed file: rows of many keys in one file, of which a reader fetches those of one key, by three
 * byte ranges however large the file is. Numbers are little-endian.
 *
 * | bytes | what |
 * |---|---|
 * | 0–7 | `keyed 1\n` |
 * | 8–15 | the number of buckets, n (unsigned, 64 bit) |
 * | 16–(16 + 8n + 7) | where each bucket begins in the file, and where the last one ends (unsigned, 64 bit) |
 * | from there on | the buckets: for each key in it, a length (unsigned, 32 bit) and so many bytes of raw deflate (RFC 1951) |
 *
 * What is deflated is the JSON of a key and its rows, `["ind-000017",[{"month":"2026-10-01",…}]]`.
 */

const mark = "keyed 1\n";

/** Bytes before the table of the buckets. */
export const headLength = 16;

/** The content of one key: the key, and its rows in their order. */
export type Member = readonly [key: string, rows: readonly unknown[]];

/** The bucket of a key out of `count`: FNV-1a (Fowler, Noll and Vo), 32 bit, over its UTF-8 bytes. */
export function bucketOf(key: string, count: number): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(key)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0) % count;
}

/** The head of a file and its table, of the lengths of its buckets in bytes. */
export function tableOf(lengths: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(headLength + 8 * (lengths.length + 1));
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(mark));
  view.setBigUint64(8, BigInt(lengths.length), true);
  let begin = bytes.length;
  lengths.forEach((length, bucket) => {
    view.setBigUint64(headLength + 8 * bucket, BigInt(begin), true);
    begin += length;
  });
  view.setBigUint64(headLength + 8 * lengths.length, BigInt(begin), true);
  return bytes;
}

/** The number of buckets, of the head of a file. Throws where it is none. */
export function bucketCount(head: Uint8Array): number {
  if (head.length < headLength || new TextDecoder().decode(head.subarray(0, 8)) !== mark)
    throw new Error("not a keyed file (its first bytes should be “keyed 1”)");
  return Number(viewOf(head).getBigUint64(8, true));
}

/** The bytes of the table that say where a bucket begins and ends. */
export function entryRange(bucket: number): Span {
  const begin = headLength + 8 * bucket;
  return {begin, end: begin + 16};
}

/** Where a bucket is, of its bytes in the table. */
export function bucketRange(entry: Uint8Array): Span {
  const view = viewOf(entry);
  return {begin: Number(view.getBigUint64(0, true)), end: Number(view.getBigUint64(8, true))};
}

/** Bytes of a file, from `begin` up to but not including `end`. */
export interface Span {
  readonly begin: number;
  readonly end: number;
}

/** The deflated members of a bucket. */
export function* membersOf(bucket: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bucket.length; ) {
    const length = viewOf(bucket).getUint32(at, true);
    yield bucket.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
}

/** A deflated member as it is in its bucket: after its length. */
export function memberBytes(deflated: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(4 + deflated.length);
  viewOf(bytes).setUint32(0, deflated.length, true);
  bytes.set(deflated, 4);
  return bytes;
}

function viewOf({buffer, byteOffset, byteLength}: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
