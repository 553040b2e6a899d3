import type {RowDataPacket} from "mysql2/promise";
import type {Environment} from "../../../loaders/environment.js";
import {tables} from "../../../src/lib/bank/schema.js";
import {connectTo} from "../../db/throwAwayServer.js";

/** What the tables of the bank hold, as MariaDB sums it up: other rows give another text. */
export async function bankChecksum(env: Environment): Promise<string> {
  const connection = await connectTo(env);
  try {
    const names = tables.map(({name}) => name).join(", ");
    const [rows] = await connection.query<RowDataPacket[]>(`checksum table ${names}`);
    return rows.map(({Checksum}) => Checksum).join(" ");
  } finally {
    connection.destroy();
  }
}
