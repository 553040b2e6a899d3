/** The postings of a stream, cents by the id of the transaction, in each of the places they pass through. */
import type {RowDataPacket} from "mysql2/promise";
import type {Connection} from "../../../loaders/mariadb/connect.js";
import {parseEur} from "../../../src/lib/money.js";
import {batchNumbers} from "../../stream/layout.js";
import {readBatch} from "../../stream/readBatch.js";

export type Postings = ReadonlyMap<number, number>;

/** Those in the folder of a stream. Throws where one comes twice. */
export function postingsOfFiles(folder: string): Postings {
  const postings = new Map<number, number>();
  for (const batch of batchNumbers(folder)) {
    for (const [id, , , , amount] of readBatch(folder, batch).rows.get("transactions") ?? [])
      addPosting(postings, Number(id), parseEur(amount!));
  }
  return postings;
}

/** Those that a database has of the stream that is posted to it. */
export async function postingsOfDatabase(connection: Connection): Promise<Postings> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `select transaction_id, amount_eur from transactions
    where transaction_id >= (select first_id from live_stream)`,
  );
  return new Map(rows.map((row) => [row.transaction_id as number, parseEur(row.amount_eur)]));
}

/** Throws where the posting is there already. */
export function addPosting(postings: Map<number, number>, id: number, cents: number): void {
  if (postings.has(id)) throw new Error(`transaction ${id} came twice`);
  postings.set(id, cents);
}

export function centsOf(postings: Postings): number {
  return [...postings.values()].reduce((sum, cents) => sum + cents, 0);
}

/** Throws, with the first transaction that tells them apart, where two places do not hold the same. */
export function assertSamePostings(
  [name, postings]: readonly [string, Postings],
  [otherName, others]: readonly [string, Postings],
): void {
  const ids = [...new Set([...postings.keys(), ...others.keys()])].sort((a, b) => a - b);
  const wrong = ids.find((id) => postings.get(id) !== others.get(id));
  if (wrong === undefined) return;
  throw new Error(
    `transaction ${wrong}: ${postings.get(wrong) ?? "no"} cents in the ${name} (${postings.size} rows), ` +
      `${others.get(wrong) ?? "no"} in the ${otherName} (${others.size} rows)`,
  );
}
