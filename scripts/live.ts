import {existsSync} from "node:fs";
import {join, relative, resolve} from "node:path";
import {environment, projectRoot} from "../loaders/environment.js";
import {log} from "../loaders/log.js";
import {errorWords} from "../loaders/machineError.js";
import {clearReplacements} from "../loaders/replacedFolder.js";
import {startLiveServer} from "./live/liveServer.js";
import {openFeed} from "./live/openFeed.js";
import {framedByOf} from "./site/serve/headers.js";
import {readOptions, UsageError} from "./terminal/options.js";

const options = readOptions({
  usage: "npm run live --",
  summary:
    "Serves the built site, and the live stream of npm run seed -- --continuous to its pages.",
  options: {
    folder: {type: "text", default: "dist", help: "the built site"},
    stream: {type: "text", help: "folder of the stream (default data/stream)"},
    port: {type: "integer", default: 3100, min: 0, max: 65535, help: "where to listen"},
    host: {type: "text", help: "address to listen on (default 127.0.0.1); needs --origin"},
    origin: {type: "text", help: "origin whose pages may listen, like https://bank.example"},
    clients: {type: "integer", default: 1000, min: 1, help: "clients at a time"},
  },
});

/** The page that shows the stream. */
const livePage = "bank/live.html";

try {
  await serve();
} catch (error) {
  if (!(error instanceof Error)) throw error;
  log.error(errorWords(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

async function serve(): Promise<void> {
  const {port, host, origin, clients} = options;
  const folder = resolve(projectRoot, options.folder);
  if (host !== undefined && origin === undefined)
    throw new UsageError(
      "--host needs --origin: whose pages may listen, like https://bank.example",
    );
  clearReplacements(folder);
  if (!existsSync(join(folder, "index.html")))
    throw new UsageError(`no site in ${relative(process.cwd(), folder)} (npm run build makes it)`);
  // an edition is for some, and the stream tells what everybody pays
  if (!existsSync(join(folder, livePage)))
    throw new UsageError(
      `no ${livePage} in ${relative(process.cwd(), folder)}: it may be an edition, whose readers would be told what all of the bank's customers pay (npm run serve serves it)`,
    );
  const feed = await openFeed(environment, {stream: options.stream});
  const server = await startLiveServer({
    folder,
    feed,
    port,
    host,
    origins: origin === undefined ? [] : [origin],
    framedBy: framedByOf(environment.SITE_FRAMED_BY),
    mostClients: clients,
  });
  log.success(`${server.url}${livePage} (Ctrl+C ends it)`);
  log.info(`telling what is posted ${feed.source === "file" ? "by the generator" : "to MariaDB"}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void server.close());
  await server.ended.finally(() => server.close());
}
