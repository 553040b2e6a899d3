import type {RowDataPacket} from "mysql2/promise";
import {connect, deadlineIn} from "../../loaders/mariadb/connect.js";
import {assertLevel, databaseLevel} from "../../loaders/mariadb/level.js";
import {type DatabaseSettings, describeDatabase} from "../../loaders/mariadb/settings.js";
import {tableNames} from "../../src/lib/bank/schema.js";

/**
 * What a first look at the database shows: server version, character set, time zone, the level of the
 * schema, and how many rows each table has. Throws, with one line for each way it can fail: no server,
 * wrong password, no database, no schema.
 */
export async function smokeReport(settings: DatabaseSettings): Promise<string> {
  const connection = await connect(settings, deadlineIn(3));
  try {
    const [server] = await connection.query<RowDataPacket[]>(
      `select version() as version, @@character_set_database as charset, @@global.time_zone as zone,
        @@system_time_zone as system_zone, @@local_infile as local_infile, current_user() as account`,
    );
    const {version, charset, zone, system_zone, local_infile, account} = server[0]!;
    await assertLevel(connection);
    const counts = tableNames.map(
      (name) => `select '${name}' as name, count(*) as row_count from ${name}`,
    );
    const [rows] = await connection.query<RowDataPacket[]>(counts.join(" union all "));
    const lines: [string, string | number][] = [
      ["database", describeDatabase(settings)],
      ["account", account],
      ["server", `MariaDB ${version}`],
      ["character set", charset],
      ["time zone", zone === "SYSTEM" ? `SYSTEM (${system_zone})` : zone],
      ["LOCAL INFILE", Number(local_infile) === 1 ? "allowed" : "refused (loading is slower)"],
      ["schema level", await databaseLevel(connection)],
      ...rows.map(({name, row_count}): [string, number] => [name, Number(row_count)]),
    ];
    return lines.map(([label, value]) => `${label.padEnd(15)} ${value}\n`).join("");
  } finally {
    await connection.end();
  }
}
