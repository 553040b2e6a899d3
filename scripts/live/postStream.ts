/**
 * The worker that takes the live stream into MariaDB, batch after batch. How far it has come is in the database, written with
 * each batch; so it may be killed anywhere, and the server too.
 */
import {cpSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import type {RowDataPacket} from "mysql2/promise";
import {log} from "../../loaders/log.js";
import {type Connection, connect} from "../../loaders/mariadb/connect.js";
import {assertLevel} from "../../loaders/mariadb/level.js";
import {type DatabaseSettings, describeDatabase} from "../../loaders/mariadb/settings.js";
import {DatabaseUnavailable} from "../../loaders/mariadb/unavailable.js";
import {makeOwnFolder} from "../../loaders/ownFolder.js";
import {KnownMovements} from "../db/services/movements.js";
import {openPlace, postBatch, setAside} from "../db/services/postBatch.js";
import {PostingRefused} from "../db/services/posting.js";
import {followBatches} from "../stream/follow.js";
import {type BatchManifest, batchName, readIdentity, readManifest} from "../stream/layout.js";
import {BatchFault, liveText, readableRows, readBatch} from "../stream/readBatch.js";
import {notePlace} from "../stream/readers.js";

export interface PostOptions {
  readonly settings: DatabaseSettings;
  /** Of the stream. */
  readonly folder: string;
  /** Where batches that cannot be posted are kept. */
  readonly rejectsFolder: string;
  readonly signal: AbortSignal;
  /** Hears what became of each batch: why it was set aside, or nothing. */
  readonly onBatch?: (batch: number, reason: string | undefined) => void;
}

/** Between attempts to reach a server that does not answer, in milliseconds. */
const retryMs = 500;

/**
 * Posts the batches as they come until the signal aborts. Waits for a stream, and for a server that is away. Throws where
 * the stream does not continue the bank in the database, where another worker posts, and on any error that trying again
 * does not mend.
 */
export async function postStream(options: PostOptions): Promise<void> {
  const {settings, signal} = options;
  let isAway = false;
  while (!signal.aborted) {
    let connection: Connection | undefined;
    try {
      connection = await connect(settings);
      if (isAway) log.info(`${describeDatabase(settings)} answers again`);
      isAway = false;
      await assertLevel(connection);
      await takeTurn(connection, settings);
      await postAll(connection, options);
    } catch (error) {
      if (!isConnectionLost(error)) throw error;
      if (!isAway) log.warn(`${(error as Error).message}: trying again`);
      isAway = true;
      await sleep(retryMs, undefined, {signal}).catch(() => {});
    } finally {
      connection?.destroy();
    }
  }
}

async function postAll(connection: Connection, options: PostOptions): Promise<void> {
  const {folder, signal, onBatch} = options;
  const firstId = await firstIdOf(folder, signal);
  if (firstId === undefined) return;
  const place = await openPlace(connection, firstId);
  const known = new KnownMovements();
  for await (const batch of followBatches(folder, place.batch, signal)) {
    onBatch?.(batch, await postOrSetAside(connection, batch, known, options));
    notePlace(folder, {name: "live-post", batch});
  }
}

/** Posts a batch; where it cannot be, keeps it aside and says why. */
async function postOrSetAside(
  connection: Connection,
  batch: number,
  known: KnownMovements,
  {folder, rejectsFolder}: PostOptions,
): Promise<string | undefined> {
  try {
    await postBatch(connection, readBatch(folder, batch), known);
    return undefined;
  } catch (error) {
    if (!(error instanceof BatchFault || error instanceof PostingRefused)) throw error;
    const manifest = manifestOf(folder, batch);
    keep(folder, join(rejectsFolder, batchName(batch)), {batch, ...manifest}, error.message);
    await setAside(connection, {batch, ...manifest}, error.message, (table) =>
      manifest ? readableRows(folder, manifest, table) : [],
    );
    return error.message;
  }
}

function manifestOf(folder: string, batch: number): BatchManifest | undefined {
  try {
    return readManifest(folder, batch);
  } catch {
    return undefined;
  }
}

/** Copies what there is of a batch, its lines of the live file too, and the reason. */
function keep(
  folder: string,
  target: string,
  {batch, live}: {batch: number; live?: BatchManifest["live"]},
  reason: string,
): void {
  makeOwnFolder(target);
  cpSync(join(folder, batchName(batch)), target, {recursive: true});
  if (live) writeFileSync(join(target, "transactions_live.csv"), liveText(folder, live));
  writeFileSync(join(target, "reason.txt"), `${reason}\n`);
}

/** The first transaction of the stream, once there is one. */
async function firstIdOf(folder: string, signal: AbortSignal): Promise<number | undefined> {
  let identity = readIdentity(folder);
  if (!identity) log.info("waiting for a stream (npm run seed -- --continuous)");
  while (!identity && !signal.aborted) {
    await sleep(retryMs, undefined, {signal}).catch(() => {});
    identity = readIdentity(folder);
  }
  return identity?.first_id;
}

/** One worker at a time. The lock goes with the connection. */
async function takeTurn(connection: Connection, settings: DatabaseSettings): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>(
    "select get_lock(concat(database(), '.live'), 10) as is_mine",
  );
  if (Number(rows[0]!.is_mine) === 1) return;
  throw new Error(`another worker posts into ${describeDatabase(settings)}`);
}

/** Whether the server, or the line to it, is away; what was begun is taken back then. */
function isConnectionLost(error: unknown): boolean {
  if (error instanceof DatabaseUnavailable) return true;
  const {fatal, code, message = ""} = error as {fatal?: boolean; code?: string; message?: string};
  return (
    fatal === true || code === "ER_SERVER_SHUTDOWN" || /closed state|Connection lost/.test(message)
  );
}
