import {environment} from "../loaders/environment.js";
import {requiredDatabaseSettings} from "../loaders/mariadb/settings.js";
import {runCommand} from "./db/runCommand.js";
import {smokeReport} from "./db/smoke.js";
import {readOptions} from "./terminal/options.js";

readOptions({
  usage: "npm run db:smoke --",
  summary: "Connects to the database of DB_HOST and DB_NAME and prints what it finds.",
  options: {},
});

await runCommand(async () => {
  process.stdout.write(await smokeReport(requiredDatabaseSettings(environment)));
  return 0;
});
