/**
 * MariaDB as a source. Everything that decides whether it can be used happens on opening, under one deadline:
 * connecting, logging in, a first question, the look at the schema. From then on all answers come from one
 * consistent, read-only transaction, and whatever fails is an error.
 */
import type {Connection as CoreConnection} from "mysql2";
import type {RowDataPacket} from "mysql2/promise";
import type {Environment} from "../environment.js";
import {type Source, type SourceDescription, SourceUnavailable} from "../source.js";
import {askWithin, type Connection, connect, type Deadline, deadlineIn} from "./connect.js";
import {extractRows} from "./extractRows.js";
import {fingerprintOf} from "./fingerprint.js";
import {maybeLastClosedDay} from "./lastClosedDay.js";
import {assertLevel} from "./level.js";
import {queryRows} from "./query.js";
import {type DatabaseSettings, requiredDatabaseSettings} from "./settings.js";
import {DatabaseUnavailable} from "./unavailable.js";

/** What the opening has to fit into. */
const openingSeconds = 3;

/** Opens the database that the settings name. Throws `SourceUnavailable` where it cannot be used. */
export async function openMariadbSource(env: Environment): Promise<Source> {
  const settings = requiredDatabaseSettings(env);
  const {connection, description} = await open(settings, deadlineIn(openingSeconds));
  const core = (connection as unknown as {connection: CoreConnection}).connection;
  return {
    description,
    fingerprint: (own = []) => fingerprintOf(connection, own),
    extract: (extract, target) => extractRows(core, extract, target),
    query: (sql) => queryRows(connection, sql),
    assertUnchanged() {},
    async close() {
      core.destroy();
    },
  };
}

interface Opened {
  readonly connection: Connection;
  readonly description: SourceDescription;
}

async function open(settings: DatabaseSettings, deadline: Deadline): Promise<Opened> {
  try {
    const connection = await connect(settings, deadline);
    const look = lookAt(connection);
    return await askWithin(connection, settings, deadline, "to the look at the schema", look);
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable)) throw error;
    throw new SourceUnavailable(error.message, error);
  }
}

/**
 * The schema, and what the pages say of this source. From here on the connection sees one instant: what it is
 * described as and what it holds belong together.
 */
async function lookAt(connection: Connection): Promise<Opened> {
  await assertLevel(connection);
  await connection.query("set session transaction isolation level repeatable read");
  await connection.query("start transaction with consistent snapshot, read only");
  const [[server]] = await connection.query<RowDataPacket[]>("select version() as version");
  const {version} = server!;
  const asOf = await maybeLastClosedDay(connection);
  if (asOf === null) throw new Error("the database holds no bank (run npm run db:load)");
  const [parameters] = await connection.query<RowDataPacket[]>(
    "select name, value from bank_parameters order by position",
  );
  const [imported] = await connection.query<RowDataPacket[]>("select 1 from imported_rows limit 1");
  return {
    connection,
    description: {
      kind: "mariadb",
      label: `MariaDB ${/^\d+\.\d+/.exec(version)?.[0] ?? version}`,
      asOf,
      parameters: Object.fromEntries(parameters.map(({name, value}) => [name, JSON.parse(value)])),
      notes: imported.length > 0 ? ["statements of other banks were imported into it"] : [],
      fallbackCause: null,
    },
  };
}
