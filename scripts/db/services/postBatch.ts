/**
 * Posts a batch of the live stream: all of it in one transaction, once, in order. What the batch says is put through the
 * bank's ledger again, on the accounts as they are in the database, so that nothing gets in which the other posting
 * services would refuse.
 */
import type {RowDataPacket} from "mysql2/promise";
import type {Connection} from "../../../loaders/mariadb/connect.js";
import {type TableName, tableNamed} from "../../../src/lib/bank/schema.js";
import {type BatchManifest, dayTables} from "../../stream/layout.js";
import type {Fields, StreamBatch} from "../../stream/readBatch.js";
import {isFromFile} from "../postedRows.js";
import {checkLegs, type PostedLeg} from "./batchLegs.js";
import {checkTrade} from "./batchTrades.js";
import {insertRows} from "./insertRows.js";
import type {KnownMovements} from "./movements.js";
import {PostingRefused} from "./posting.js";
import {inTransaction} from "./transaction.js";

/** The stream does not continue what the database holds: nothing of it can be posted. */
export class StreamMismatch extends Error {
  override readonly name = "StreamMismatch";
}

/** How far a stream is posted. */
export interface PostedPlace {
  /** Of the first transaction of the stream. */
  readonly firstId: number;
  /** The last batch that was posted or set aside. */
  readonly batch: number;
}

/** What MariaDB says of rows that cannot be in the bank. */
const rowErrors: ReadonlySet<unknown> = new Set([
  "ER_DUP_ENTRY",
  "ER_NO_REFERENCED_ROW_2",
  "ER_CONSTRAINT_FAILED",
  "ER_DATA_TOO_LONG",
  "ER_WARN_DATA_OUT_OF_RANGE",
  "ER_TRUNCATED_WRONG_VALUE",
]);

/**
 * How far the stream whose first transaction is `firstId` is posted; it is begun where none is. Throws `StreamMismatch`
 * where the database holds another bank than the stream continues, or a part of another stream.
 */
export async function openPlace(connection: Connection, firstId: number): Promise<PostedPlace> {
  const [places] = await connection.query<RowDataPacket[]>(
    "select first_id, batch from live_stream where id = 1",
  );
  const place = places[0];
  if (place && place.first_id === firstId) return {firstId, batch: place.batch};
  const reload = "load the bank that is continued: npm run db:load -- --prune";
  if (place) {
    throw new StreamMismatch(
      `the database holds a stream from transaction ${place.first_id} on, this one begins at ${firstId} (${reload})`,
    );
  }
  const [lasts] = await connection.query<RowDataPacket[]>(
    `select transaction_id as last_id from transactions
    where ${isFromFile(tableNamed("transactions"))} order by transaction_id desc limit 1`,
  );
  const lastId = Number(lasts[0]?.last_id ?? 0);
  if (lastId !== firstId - 1) {
    throw new StreamMismatch(
      `the database ends with transaction ${lastId}, the stream begins at ${firstId} (${reload})`,
    );
  }
  await connection.query("insert ignore into live_stream values (1, ?, 0)", [firstId]);
  return {firstId, batch: 0};
}

/**
 * Posts a batch; does nothing where it was posted or set aside before. Throws `PostingRefused` where a rule of the bank
 * would break, and an error where an earlier batch is missing; nothing is then written. `known` is what earlier batches have
 * seen of the accounts, over the same connection.
 */
export async function postBatch(
  connection: Connection,
  batch: StreamBatch,
  known: KnownMovements,
): Promise<void> {
  const {manifest, rows, refusals} = batch;
  try {
    await inTransaction(connection, async () => {
      if (!(await isNext(connection, manifest.batch))) return;
      for (const table of dayTables) await insertRows(connection, table, rows.get(table) ?? []);
      const transactions = rows.get("transactions") ?? [];
      const trades = rows.get("trades") ?? [];
      const legs = transactions.map(legOf);
      const ofTrades = new Set(trades.map((trade) => Number(trade.at(-1))));
      const accounts = await checkLegs(connection, legs, {ofTrades, known});
      await insertRows(connection, "transactions", transactions);
      for (const trade of trades) {
        await checkTrade(connection, trade, {legs, accounts});
        await insertRows(connection, "trades", [trade]);
      }
      await mergeInvoices(connection, rows.get("invoices") ?? []);
      await note(connection, manifest, "posted", null);
      await insertRefusals(connection, manifest.batch, refusals);
    });
  } catch (error) {
    if (!rowErrors.has((error as {code?: string}).code)) throw error;
    throw new PostingRefused(rowErrorText((error as Error).message), {cause: error});
  }
}

/** What is wrong with a row, in the words of the bank where MariaDB names a reference. */
function rowErrorText(message: string): string {
  const reference = /FOREIGN KEY \(`(\w+)`\) REFERENCES `(\w+)`/.exec(message);
  return reference ? `unknown ${reference[1]}: not in ${reference[2]}` : message;
}

/**
 * Notes that a batch is not posted, and why. What is known of it is its number, or its manifest. Its days and prices, which
 * later batches refer to, are taken all the same, as far as `readable` has them.
 */
export async function setAside(
  connection: Connection,
  batch: Pick<BatchManifest, "batch"> & Partial<BatchManifest>,
  reason: string,
  readable: (table: TableName) => readonly Fields[],
): Promise<void> {
  const now = new Date().toISOString();
  const known = {first_id: 0, rows: 0, at: now.slice(0, 19).replace("T", " "), written_at: now};
  await inTransaction(connection, async () => {
    if (!(await isNext(connection, batch.batch))) return;
    for (const table of dayTables) await insertRows(connection, table, readable(table));
    await note(connection, {...known, ...batch}, "set aside", reason.slice(0, 500));
  });
}

/** Whether a batch is the next, holding the place until the transaction ends; false for one that was dealt with. */
async function isNext(connection: Connection, batch: number): Promise<boolean> {
  const [places] = await connection.query<RowDataPacket[]>(
    "select batch from live_stream where id = 1 for update",
  );
  const last = Number(places[0]?.batch ?? 0);
  if (batch <= last) return false;
  if (batch === last + 1) return true;
  throw new Error(`batch ${batch} cannot be posted before batch ${last + 1}`);
}

async function note(
  connection: Connection,
  {batch, first_id, rows, at, written_at}: Omit<BatchManifest, "place" | "live" | "files">,
  outcome: "posted" | "set aside",
  reason: string | null,
): Promise<void> {
  await connection.query("update live_stream set batch = ? where id = 1", [batch]);
  await connection.query(
    `insert into live_batches (batch, first_id, row_count, reached_at, written_at, posted_at, outcome, reason)
    values (?, ?, ?, ?, ?, utc_timestamp(3), ?, ?)`,
    [batch, first_id, rows, at, written_at.slice(0, 23).replace("T", " "), outcome, reason],
  );
}

/** Adds invoices, and the receipts of those that are there: nothing else of one changes. */
async function mergeInvoices(connection: Connection, rows: readonly Fields[]): Promise<void> {
  if (rows.length === 0) return;
  const {columns} = tableNamed("invoices");
  const place = (column: string) => columns.findIndex(({name}) => name === column);
  const [id, receipt] = [place("invoice_id"), place("transaction_id")];
  const [found] = await connection.query<RowDataPacket[]>(
    "select invoice_id from invoices where invoice_id in (?)",
    [rows.map((fields) => fields[id])],
  );
  const known = new Set(found.map((row) => String(row.invoice_id)));
  const isKnown = (fields: Fields) => known.has(fields[id]!);
  await insertRows(
    connection,
    "invoices",
    rows.filter((fields) => !isKnown(fields)),
  );
  for (const fields of rows.filter(isKnown))
    await connection.query("update invoices set transaction_id = ? where invoice_id = ?", [
      fields[receipt] || null,
      fields[id],
    ]);
}

async function insertRefusals(
  connection: Connection,
  batch: number,
  refusals: readonly Fields[],
): Promise<void> {
  if (refusals.length === 0) return;
  await connection.query("insert into live_refusals values ?", [
    refusals.map((fields, position) => [
      batch,
      position,
      ...fields.map((field) => (field === "" ? null : field)),
    ]),
  ]);
}

function legOf(fields: Fields): PostedLeg {
  const [id, account, at, , amount, , category, party, counterAccount, transfer] =
    fields as string[];
  return {
    id: Number(id),
    account: account!,
    at: at!,
    amountEur: amount!,
    category: category!,
    party: party!,
    counterAccount: counterAccount!,
    transferId: transfer === "" ? undefined : Number(transfer),
  };
}
