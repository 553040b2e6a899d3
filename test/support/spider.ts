import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {RowDataPacket} from "mysql2/promise";
import {type Environment, projectRoot} from "../../loaders/environment.js";
import {connect, deadlineIn} from "../../loaders/mariadb/connect.js";
import {requiredDatabaseSettings} from "../../loaders/mariadb/settings.js";
import {migrate} from "../../scripts/db/migrate.js";
import {startServer, type ThrowAwayServer} from "../../scripts/db/throwAwayServer.js";
import {connectTo} from "./mariadb.js";

/** A ledger on several servers, with the tables of this code and no row. */
export interface Spider {
  readonly head: Environment;
  readonly nodes: readonly Environment[];
  /** The head's, and then those of the nodes. */
  readonly servers: readonly ThrowAwayServer[];
  stop(): Promise<void>;
}

/** Starts a head and three nodes, each on an address of its own. Throws where the head has no Spider. */
export async function startSpider(): Promise<Spider> {
  const small = ["--innodb-buffer-pool-size=32M", "--innodb-flush-log-at-trx-commit=2"];
  const spider = ["--plugin-load-add=ha_spider.so", "--spider-internal-xa=1"];
  const servers = [await startServer("binary", [...small, ...spider], "127.0.0.1")];
  for (const address of ["127.0.0.2", "127.0.0.3", "127.0.0.4"])
    servers.push(await startServer("binary", small, address));
  const [engines] = await askAt(
    {...servers[0]!.environment, DB_NAME: "mysql"},
    "select count(*) as n from information_schema.engines where engine = 'SPIDER'",
  );
  if (engines!.n !== 1) throw new Error("no Spider (apt-get install mariadb-plugin-spider)");
  const [head, ...nodes] = await Promise.all(servers.map((server) => server.createDatabase()));
  for (const node of nodes) {
    await migrate(requiredDatabaseSettings(node));
    await runFile(node, spiderFile("node.sql"));
    await runFile(node, spiderFile("account.sql").replace("bank.*", `${node.DB_NAME}.*`));
    await runFile(node, "set password for 'bank_spider'@'%' = password('change-me')");
  }
  await migrate(requiredDatabaseSettings(head!));
  await runFile(head!, serversOf(nodes));
  await runFile(head!, spiderFile("head.sql"));
  return {
    head: head!,
    nodes,
    servers,
    async stop() {
      await Promise.all(servers.map((server) => server.stop()));
    },
  };
}

/** The rows of a question to one of the servers. */
export async function askAt(at: Environment, sql: string): Promise<RowDataPacket[]> {
  const connection = await connectTo(at);
  const [rows] = await connection.query<RowDataPacket[]>(sql);
  await connection.end();
  return rows;
}

export const spiderFile = (name: string) =>
  readFileSync(join(projectRoot, "sql/spider", name), "utf8");

/** `servers.sql` with the addresses of the test's nodes. */
function serversOf(nodes: readonly Environment[]): string {
  return nodes.reduce(
    (sql, {DB_HOST, DB_PORT, DB_NAME}, i) =>
      sql
        .replace(`'10.0.0.${i + 1}', port 3306`, `'${DB_HOST}', port ${DB_PORT}`)
        .replace("'bank'", `'${DB_NAME}'`),
    spiderFile("servers.sql"),
  );
}

export async function runFile(env: Environment, sql: string): Promise<void> {
  const options = {multipleStatements: true};
  const connection = await connect(requiredDatabaseSettings(env), deadlineIn(10), options);
  await connection.query(sql);
  await connection.end();
}
