import {resolve} from "node:path";
import {type Ask, askOverHttp} from "../loaders/clickhouse/ask.js";
import {describeClickhouse, requiredClickhouseSettings} from "../loaders/clickhouse/settings.js";
import {openClickhouseSource} from "../loaders/clickhouse/source.js";
import {environment, projectRoot} from "../loaders/environment.js";
import {log} from "../loaders/log.js";
import {requiredDatabaseSettings} from "../loaders/mariadb/settings.js";
import {openCsvRows} from "./clickhouse/csvRows.js";
import {firstOfMonth} from "./clickhouse/fence.js";
import {loadTables, prepareTables} from "./clickhouse/load.js";
import {openMariadbRows} from "./clickhouse/mariadbRows.js";
import {loadReport} from "./clickhouse/report.js";
import {brokenRuleLines, rulesBroken} from "./db/load/ruleCheck.js";
import {runCommand} from "./db/runCommand.js";
import {readOptions} from "./terminal/options.js";

const options = readOptions({
  usage: "npm run clickhouse:load --",
  summary: "Fills the database of CLICKHOUSE_URL from the CSV files, or from MariaDB.",
  options: {
    from: {
      type: "text",
      default: "data/seed",
      help: "folder of the CSV files, or mariadb: the database of DB_HOST",
    },
    mariadb: {
      type: "text",
      help: "address at which ClickHouse finds MariaDB; that of DB_HOST and DB_PORT unless told",
    },
    until: {type: "text", help: "the last closed day; the last of the calendar unless told"},
    since: {type: "text", help: "load only what moved in the month of this day and later"},
    anew: {type: "flag", help: "make the tables anew, where their columns have changed"},
  },
});

await runCommand(async () => {
  const settings = requiredClickhouseSettings(environment);
  const ask = askOverHttp(settings);
  const since = options.since === undefined ? undefined : firstOfMonth(options.since);
  const source = await openRows(ask);
  try {
    await prepareTables(ask, settings.database, {anew: options.anew});
    const loads = await loadTables(ask, source, {until: options.until ?? source.lastDay, since});
    process.stdout.write(`${loadReport(loads).join("\n")}\n`);
    const isChanged = loads.some(({written, pruned}) => written + pruned > 0);
    log.success(`${isChanged ? "loaded" : "unchanged"}: ${describeClickhouse(settings)}`);
    return isChanged ? await ruleCheck() : 0;
  } finally {
    await source.close();
  }
});

function openRows(ask: Ask) {
  const {from, mariadb} = options;
  if (from !== "mariadb") return openCsvRows(resolve(projectRoot, from), ask);
  const settings = requiredDatabaseSettings(environment);
  return openMariadbRows(settings, ask, mariadb === undefined ? {} : {address: mariadb});
}

/** The exit code: 1 where a rule of the bank is broken, which is then told. */
async function ruleCheck(): Promise<number> {
  const source = await openClickhouseSource(environment);
  const broken = await rulesBroken((sql) => source.query(sql));
  await source.close();
  for (const rule of broken) log.error(brokenRuleLines(rule).join("\n"));
  return broken.length > 0 ? 1 : 0;
}
