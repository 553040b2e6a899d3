import {setTimeout as sleep} from "node:timers/promises";
import type {RowDataPacket} from "mysql2/promise";
import {log} from "../../loaders/log.js";
import {type Connection, connect} from "../../loaders/mariadb/connect.js";
import {type DatabaseSettings, describeDatabase} from "../../loaders/mariadb/settings.js";
import {type Directory, directoryOfDatabase} from "./directory.js";
import {type LiveFeed, noStream} from "./feed.js";
import {wireBatch} from "./wireRows.js";

/** How often the database is asked for new batches, and after how long again when it does not answer, in milliseconds. */
const pollMs = 100;
const retryMs = 1000;

interface PostedPlace {
  readonly batch: number;
  readonly first_id: number;
  readonly row_count: number;
  readonly at: string;
  readonly written_at: string;
}

const places = `select batch, first_id, row_count, reached_at as at, written_at
  from live_batches where outcome = 'posted'`;

/** The batches that were posted to the database. Waits for a server that is away. */
export function databaseFeed(settings: DatabaseSettings): LiveFeed {
  let mark: string | undefined;
  let connection: Promise<Connection> | undefined;
  let directory: Promise<Directory> | undefined;
  const connected = () => {
    connection ??= connect(settings);
    return connection;
  };
  const disconnect = () => {
    connection?.then((open) => open.destroy()).catch(() => {});
    connection = undefined;
    directory = undefined;
  };
  const query = async <Row>(sql: string, values: (string | number)[] = []): Promise<Row[]> => {
    const [rows] = await (await connected()).query<RowDataPacket[]>(sql, values);
    return rows as Row[];
  };
  const batchOf = async ({batch, first_id, row_count, at, written_at}: PostedPlace) => {
    const transactions = await query<Record<string, unknown>>(
      `select * from transactions where transaction_id >= ? and transaction_id < ?
      order by transaction_id`,
      [first_id, first_id + row_count],
    );
    const refusals = await query<Record<string, unknown>>(
      `select refused_at, account_id, amount_eur, channel, category, counterparty_id
      from live_refusals where batch = ? order by position`,
      [batch],
    );
    const posted = {
      batch,
      at,
      writtenAt: Date.parse(`${written_at.replace(" ", "T")}Z`),
      transactions: transactions.map(texts),
      refusals: refusals.map(texts),
    };
    directory ??= connected().then(directoryOfDatabase);
    return wireBatch(posted, await directory);
  };
  return {
    source: "mariadb",
    mark: () => mark,
    async *follow(signal) {
      let after: number | undefined;
      let isAway = false;
      while (!signal.aborted) {
        try {
          const [stream] = await query<{first_id: number; batch: number}>(
            "select first_id, batch from live_stream where id = 1",
          );
          const now = stream ? String(stream.first_id) : noStream;
          if (now !== mark || (stream && after !== undefined && stream.batch < after)) {
            const isBegun = mark === noStream;
            mark = now;
            after = isBegun ? 0 : undefined;
            directory = undefined;
            if (!isBegun) yield null;
          }
          if (isAway) log.info(`${describeDatabase(settings)} answers again`);
          isAway = false;
          after ??= await beforeLastDay(query);
          const next: PostedPlace[] =
            stream && stream.batch > after
              ? await query<PostedPlace>(`${places} and batch > ? order by batch limit 100`, [
                  after,
                ])
              : [];
          for (const place of next) {
            yield await batchOf(place);
            after = place.batch;
          }
          if (next.length === 0) await sleep(pollMs, undefined, {signal}).catch(() => {});
        } catch (error) {
          if (!isAway) log.warn(`${(error as Error).message}: trying again`);
          isAway = true;
          disconnect();
          await sleep(retryMs, undefined, {signal}).catch(() => {});
        }
      }
      disconnect();
    },
    async oldest() {
      const [row] = await query<{batch: number | null}>(
        "select min(batch) as batch from live_batches",
      );
      return row?.batch ?? undefined;
    },
    async read(batch) {
      const [place] = await query<PostedPlace>(`${places} and batch = ?`, [batch]);
      return place && batchOf(place);
    },
  };
}

/** The batch after which the last day of the bank begins; 0 where all are of that day. */
async function beforeLastDay(query: <Row>(sql: string) => Promise<Row[]>): Promise<number> {
  const [row] = await query<{batch: number | null}>(
    `select max(batch) as batch from live_batches
    where date(reached_at) < (select date(max(reached_at)) from live_batches)`,
  );
  return row?.batch ?? 0;
}

/** The values of a row as the files have them. */
function texts(row: Record<string, unknown>): string[] {
  return Object.values(row).map((value) => (value === null ? "" : String(value)));
}
