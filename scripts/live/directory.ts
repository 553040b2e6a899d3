/** Who is meant by the ids of accounts and parties, to be told to readers. */

import {setTimeout as sleep} from "node:timers/promises";
import {DuckDBInstance} from "@duckdb/node-api";
import type {RowDataPacket} from "mysql2/promise";
import {csvSelect} from "../../loaders/csv/tables.js";
import type {Connection} from "../../loaders/mariadb/connect.js";
import {tableNamed} from "../../src/lib/bank/schema.js";

export interface Owner {
  readonly id: string;
  readonly name: string;
  readonly city: string;
}

/** Names by id. */
export interface Directory {
  readonly owners: ReadonlyMap<string, Owner>;
  readonly parties: ReadonlyMap<string, string>;
}

const ownersSql = `select account_id, user_id, name, city from accounts join users using (user_id)`;
const partiesSql = "select counterparty_id, name from counterparties";

/** How often files that cannot be read are tried again, and after how many milliseconds: 10 seconds in all. */
const attempts = 40;
const retryMs = 250;

/**
 * The directory of a bank in CSV files. They are exchanged while a generator starts, so files that cannot be read are tried
 * again; throws where they stay missing or broken.
 */
export async function directoryOfFiles(folder: string): Promise<Directory> {
  for (let left = attempts; ; left--) {
    try {
      return await readFiles(folder);
    } catch (error) {
      if (left === 0) throw error;
      await sleep(retryMs);
    }
  }
}

async function readFiles(folder: string): Promise<Directory> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  try {
    for (const name of ["users", "accounts", "counterparties"])
      await connection.run(`create view ${name} as ${csvSelect(tableNamed(name), folder)}`);
    const read = async (sql: string) =>
      (await connection.runAndReadAll(sql)).getRowsJS() as string[][];
    return directoryOf(await read(ownersSql), await read(partiesSql));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** The directory of the bank in a database. */
export async function directoryOfDatabase(connection: Connection): Promise<Directory> {
  const read = async (sql: string) => {
    const [rows] = await connection.query<RowDataPacket[]>({sql, rowsAsArray: true});
    return rows as unknown as string[][];
  };
  return directoryOf(await read(ownersSql), await read(partiesSql));
}

function directoryOf(owners: readonly string[][], parties: readonly string[][]): Directory {
  return {
    owners: new Map(
      owners.map(([account, id, name, city]) => [account!, {id: id!, name: name!, city: city!}]),
    ),
    parties: new Map(parties.map(([id, name]) => [id!, name!])),
  };
}
