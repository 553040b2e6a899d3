import {join, resolve} from "node:path";
import {environment, projectRoot} from "../loaders/environment.js";
import {log} from "../loaders/log.js";
import {connect} from "../loaders/mariadb/connect.js";
import {describeDatabase, requiredDatabaseSettings} from "../loaders/mariadb/settings.js";
import {tableNamed, tableNames} from "../src/lib/bank/schema.js";
import {loadBank} from "./db/load/loadBank.js";
import {badRowsText, loadReport} from "./db/load/report.js";
import {brokenRuleLines, brokenRules} from "./db/load/ruleCheck.js";
import {runCommand} from "./db/runCommand.js";
import {readOptions} from "./terminal/options.js";

const options = readOptions({
  usage: "npm run db:load --",
  summary: "Loads the bank's CSV files into the database of DB_HOST and DB_NAME.",
  options: {
    from: {type: "text", default: "data/seed", help: "folder of the CSV files"},
    table: {type: "text", values: tableNames, help: "load this table only"},
    "dry-run": {type: "flag", help: "check and compare, and change nothing"},
    "skip-bad": {type: "flag", help: "load the good rows of a file that has bad ones"},
    prune: {type: "flag", help: "remove rows that the files no longer have"},
    verify: {type: "flag", help: "compare every row, also of files that did not change"},
  },
});

await runCommand(async () => {
  const settings = requiredDatabaseSettings(environment, {loader: true});
  const result = await loadBank(settings, {
    folder: resolve(projectRoot, options.from),
    rejectsFolder: join(projectRoot, "data/rejects"),
    ...(options.table ? {only: [tableNamed(options.table)]} : {}),
    skipBad: options["skip-bad"],
    prune: options.prune,
    verify: options.verify,
    dryRun: options["dry-run"],
  });
  process.stdout.write(`${loadReport(result).join("\n")}\n`);
  const where = describeDatabase(settings);
  if (!result.isLoaded) {
    log.error(
      `${badRowsText(result.tables)}: nothing was loaded into ${where} (--skip-bad loads the rest)`,
    );
    return 1;
  }
  const isChanged = result.tables.some(({outcome}) => outcome === "loaded");
  if (options["dry-run"]) log.success(`dry run: ${where} is as it was`);
  else if (!isChanged) log.success(`unchanged: ${where}`);
  else log.success(`loaded: ${where}`);
  if (options["dry-run"] || !(isChanged || options.verify)) return 0;
  const connection = await connect(settings);
  const broken = await brokenRules(connection);
  await connection.end();
  for (const rule of broken) log.error(brokenRuleLines(rule).join("\n"));
  return broken.length > 0 ? 1 : 0;
});
