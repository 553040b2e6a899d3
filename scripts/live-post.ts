import {join, resolve} from "node:path";
import {environment, projectRoot} from "../loaders/environment.js";
import {log} from "../loaders/log.js";
import {describeDatabase, requiredDatabaseSettings} from "../loaders/mariadb/settings.js";
import {runCommand} from "./db/runCommand.js";
import {postStream} from "./live/postStream.js";
import {streamFolder} from "./stream/layout.js";
import {readOptions} from "./terminal/options.js";

const options = readOptions({
  usage: "npm run live:post --",
  summary: "Posts the live stream into the database of DB_HOST and DB_NAME, until interrupted.",
  options: {
    stream: {type: "text", help: "folder of the stream (default data/stream)"},
  },
});

await runCommand(async () => {
  const settings = requiredDatabaseSettings(environment, {loader: true});
  const rejectsFolder = join(projectRoot, "data/rejects");
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  log.info(`posting into ${describeDatabase(settings)} until interrupted`);
  await postStream({
    settings,
    folder: options.stream === undefined ? streamFolder : resolve(projectRoot, options.stream),
    rejectsFolder,
    signal: stop.signal,
    onBatch(batch, reason) {
      if (reason === undefined) log.info(`batch ${batch} is posted`);
      else log.error(`batch ${batch} is set aside in data/rejects: ${reason}`);
    },
  });
  log.info("stopped");
  return 0;
});
