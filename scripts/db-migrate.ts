import {environment} from "../loaders/environment.js";
import {log} from "../loaders/log.js";
import {describeDatabase, requiredDatabaseSettings} from "../loaders/mariadb/settings.js";
import {migrate} from "./db/migrate.js";
import {runCommand} from "./db/runCommand.js";
import {readOptions} from "./terminal/options.js";

readOptions({
  usage: "npm run db:migrate --",
  summary: "Brings the database of DB_HOST and DB_NAME to the newest schema (sql/migrations/).",
  options: {},
});

await runCommand(async () => {
  const settings = requiredDatabaseSettings(environment, {loader: true});
  const {from, to, applied} = await migrate(settings);
  for (const file of applied) log.info(`applied ${file}`);
  const did = from === to ? `is at level ${to}: nothing to do` : `went from level ${from} to ${to}`;
  log.success(`${describeDatabase(settings)} ${did}`);
  return 0;
});
