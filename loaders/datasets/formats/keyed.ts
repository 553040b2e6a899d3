/**
 * Keyed files (`src/lib/keyed.ts`): rows that a page fetches by their key, so that what a reader loads does not grow
 * with the bank.
 */
import {deflateRawSync, inflateRawSync} from "node:zlib";
import type {DuckDBResult} from "@duckdb/node-api";
import {
  bucketCount,
  bucketOf,
  bucketRange,
  entryRange,
  type Member,
  memberBytes,
  membersOf,
  type Span,
  tableOf,
} from "../../../src/lib/keyed.js";
import {type Row, streamRows} from "../../rows.js";
import {jsonText} from "./json.js";

/** The column of a SELECT by which its rows are found; the rows themselves do not repeat it. */
const keyColumn = "key";

/**
 * A result as a keyed file. Its first column is called `key`, and the rows of a key come one after the other: the
 * file is made while they are read, a key at a time. Throws where that is not so, with the key,
 * and on a value that no cell can hold, with the column.
 */
export async function formatKeyed(
  result: DuckDBResult,
): Promise<{bytes: Uint8Array; rowCount: number}> {
  if (result.columnName(0) !== keyColumn) {
    throw new Error(
      `the first column is ${result.columnName(0)}, not ${keyColumn} (select user_id as ${keyColumn}, …)`,
    );
  }
  const file = keyedFile();
  let rowCount = 0;
  let key: string | undefined;
  let rows: Row[] = [];
  const end = () => key !== undefined && file.add(key, rows);
  for await (const some of streamRows(result)) {
    for (const {[keyColumn]: value = null, ...row} of some) {
      if (value === null) throw new Error(`row ${rowCount + 1} has no key (it is null)`);
      if (String(value) !== key) {
        end();
        [key, rows] = [String(value), []];
      }
      rows.push(row);
      rowCount += 1;
    }
  }
  end();
  return {bytes: file.bytes(), rowCount};
}

/** The bytes of a keyed file of what each key has. Throws on a key that comes twice. */
export function keyedBytes(members: Iterable<Member>): Uint8Array {
  const file = keyedFile();
  for (const [key, rows] of members) file.add(key, rows);
  return file.bytes();
}

/** The same of what is read or made a key at a time. */
export async function keyedBytesOf(members: AsyncIterable<Member>): Promise<Uint8Array> {
  const file = keyedFile();
  for await (const [key, rows] of members) file.add(key, rows);
  return file.bytes();
}

/** The rows of a key in the bytes of a keyed file; undefined where it has none. */
export function rowsOfKey(file: Uint8Array, key: string): readonly unknown[] | undefined {
  const part = ({begin, end}: Span) => file.subarray(begin, end);
  const bucket = part(bucketRange(part(entryRange(bucketOf(key, bucketCount(file))))));
  for (const member of membersOf(bucket)) {
    const [name, rows] = JSON.parse(inflateRawSync(member).toString("utf8")) as Member;
    if (name === key) return rows;
  }
  return undefined;
}

/** The JSON of each key of a keyed file, with its rows. */
export function* keyedTexts(file: Uint8Array): Generator<string> {
  const part = ({begin, end}: Span) => file.subarray(begin, end);
  for (let bucket = 0; bucket < bucketCount(file); bucket++)
    for (const member of membersOf(part(bucketRange(part(entryRange(bucket))))))
      yield inflateRawSync(member).toString("utf8");
}

/** Of deflate: 9 makes 0.04 % less of statements, and takes 1.4 times as long. */
const level = 7;

/** A keyed file under way. Only what is deflated is held. */
function keyedFile() {
  const deflated = new Map<string, Uint8Array>();
  return {
    add(key: string, rows: readonly unknown[]): void {
      if (deflated.has(key))
        throw new Error(
          `the rows of ${key} are not together (end the query in order by ${keyColumn})`,
        );
      deflated.set(
        key,
        memberBytes(deflateRawSync(jsonText([key, rows] satisfies Member), {level})),
      );
    },
    bytes(): Uint8Array {
      // twice as many buckets as keys: most hold one key or none, and a reader fetches little that is not asked for
      const buckets: Uint8Array[][] = Array.from(
        {length: Math.max(1, 2 * deflated.size)},
        () => [],
      );
      for (const [key, bytes] of deflated) buckets[bucketOf(key, buckets.length)]!.push(bytes);
      const table = tableOf(
        buckets.map((parts) => parts.reduce((sum, {length}) => sum + length, 0)),
      );
      return Buffer.concat([table, ...buckets.flat()]);
    },
  };
}
