/**
 * What both posting services share: one transaction in which a request is posted once, whatever happens to
 * the one who asked. Locks are always taken in the same order (the request, the accounts by id, the
 * counters), so that two postings wait for each other at most; where the server still finds a deadlock, with
 * a load under way for example, the posting starts again.
 */
import {createHash} from "node:crypto";
import type {RowDataPacket} from "mysql2/promise";
import type {Connection} from "../../../loaders/mariadb/connect.js";
import {inTransaction} from "./transaction.js";

/** The bank's rules do not allow the posting. Nothing was written; asking again may succeed later. */
export class PostingRefused extends Error {
  override readonly name = "PostingRefused";
}

export interface Posted {
  readonly transactionIds: readonly number[];
  /** Joins the two legs of an internal movement. */
  readonly transferId: number | null;
  readonly tradeId: number | null;
}

/**
 * Runs `post` in a transaction of its own, once for each request id: a second request with the same id and
 * content is answered with what the first one posted. Throws where the same id comes with another content.
 */
export async function postOnce(
  connection: Connection,
  kind: "transfer" | "trade",
  request: {readonly requestId: string},
  post: () => Promise<Posted>,
): Promise<Posted> {
  const {requestId} = request;
  if (!/^[\x21-\x7e]{1,64}$/.test(requestId)) {
    throw new PostingRefused(`invalid request id: ${JSON.stringify(requestId)}`);
  }
  const sha256 = createHash("sha256").update(canonicalText(request)).digest("hex");
  return inTransaction(connection, async () => {
    const earlier = await claim(connection, requestId, kind, sha256);
    if (earlier) return earlier;
    const posted = await post();
    await connection.query("update posting_requests set result = ? where request_id = ?", [
      JSON.stringify(posted),
      requestId,
    ]);
    return posted;
  });
}

/** Writes the request's row, or waits for the one that is being written and returns what it posted. */
async function claim(
  connection: Connection,
  requestId: string,
  kind: string,
  sha256: string,
): Promise<Posted | undefined> {
  try {
    await connection.query(
      `insert into posting_requests (request_id, kind, request_sha256, result, posted_at)
      values (?, ?, ?, '', utc_timestamp(3))`,
      [requestId, kind, sha256],
    );
    return undefined;
  } catch (error) {
    if ((error as {code?: string}).code !== "ER_DUP_ENTRY") throw error;
  }
  const [rows] = await connection.query<RowDataPacket[]>(
    "select request_sha256, result from posting_requests where request_id = ?",
    [requestId],
  );
  if (rows[0]?.request_sha256 === sha256) return JSON.parse(rows[0].result) as Posted;
  throw new PostingRefused(`request id ${requestId} was used for another request`);
}

/** Moves a counter on by `count`, holding its row until the transaction ends; returns the number before. */
export async function takeNumbers(
  connection: Connection,
  name: "transaction" | "transfer" | "trade",
  count: number,
): Promise<number> {
  const [rows] = await connection.query<RowDataPacket[]>(
    "select last_id from posting_counters where name = ? for update",
    [name],
  );
  const last = Number(rows[0]!.last_id);
  await connection.query("update posting_counters set last_id = ? where name = ?", [
    last + count,
    name,
  ]);
  return last;
}

/** JSON with the entries in order of their names, so that equal requests have equal text. */
function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
