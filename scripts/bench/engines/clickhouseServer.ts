/**
 * ClickHouse's HTTP interface, as far as a load and the questions of a bench use it, around the engine in this process:
 * `node … clickhouseServer.ts FOLDER` keeps its data in FOLDER, prints its address, and ends with SIGTERM.
 */
import {randomUUID} from "node:crypto";
import {createWriteStream} from "node:fs";
import {rm} from "node:fs/promises";
import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import {join} from "node:path";
import {text} from "node:stream/consumers";
import {pipeline} from "node:stream/promises";
import {openEngine, type Statement} from "../../clickhouse/engine.js";

const folder = process.argv[2]!;
const engine = openEngine(join(folder, "data"));
const server = createServer({requestTimeout: 0}, answer);
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.once("SIGTERM", async () => {
  server.closeAllConnections();
  await engine.close();
  process.exit(0);
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const dataFile = join(folder, `sent-${randomUUID()}`);
  try {
    const bytes = await engine.ask(await statementOf(request, dataFile));
    response.writeHead(200, {"X-ClickHouse-Query-Id": "bench"}).end(bytes);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const code = /Code: (\d+)/.exec(message)?.[1] ?? "1002";
    response.writeHead(500, {"X-ClickHouse-Exception-Code": code}).end(message);
  } finally {
    await rm(dataFile, {force: true});
  }
}

async function statementOf(request: IncomingMessage, dataFile: string): Promise<Statement> {
  const {searchParams} = new URL(request.url!, "http://localhost");
  const {query, database, ...settings} = Object.fromEntries(searchParams);
  const format = request.headers["x-clickhouse-format"] as string | undefined;
  if (query === undefined) return {sql: await text(request), settings, database, format};
  await pipeline(request, createWriteStream(dataFile));
  return {sql: query, settings, database, format, dataFile};
}
