import {readFileSync} from "node:fs";
import {basename, relative, resolve} from "node:path";
import {seedFolder} from "../loaders/csv/tableFile.js";
import {environment} from "../loaders/environment.js";
import {log} from "../loaders/log.js";
import {describeDatabase, requiredDatabaseSettings} from "../loaders/mariadb/settings.js";
import {sourceChoice} from "../loaders/openSource.js";
import {parseRules} from "../src/lib/classify/parseRules.js";
import type {Rule} from "../src/lib/classify/rule.js";
import {shippedRules} from "../src/lib/classify/shipped/shippedRules.js";
import {runCommand} from "./db/runCommand.js";
import {importIntoDatabase} from "./import/importIntoDatabase.js";
import {importIntoFiles} from "./import/importIntoFiles.js";
import type {Plan} from "./import/plan.js";
import {readFiles} from "./import/readFiles.js";
import {reportLines} from "./import/report.js";
import type {ImportRequest} from "./import/request.js";
import {operandsOf, readOptions} from "./terminal/options.js";

const command = {
  usage: "npm run import -- FILE… --account ID",
  summary: `Takes statements of another bank into an account of this one, in its database where DATA_SOURCE or DB_HOST says
so, else in its CSV files. Each row is classified and booked once, also where files overlap or come again. What is
left out and why, and what is doubtful, is printed for each file.`,
  options: {
    account: {type: "text", help: "the account of the bank, like ind-000017-chk"},
    "dry-run": {type: "flag", help: "show what would be booked and why, and write nothing"},
    rules: {type: "text", help: "a file of rules, which go before the shipped ones"},
    dates: {
      type: "text",
      values: ["dmy", "mdy"],
      help: "the order of dates, where a file allows two",
    },
    amounts: {
      type: "text",
      values: ["out", "in"],
      help: "what amounts without any sign are, where nothing in a file tells",
    },
    into: {type: "text", help: "folder of the CSV files (default data/seed)"},
  },
} as const;

const {operands: files, rest} = operandsOf(command);
const {account, dates, amounts, rules, into, "dry-run": dryRun} = readOptions(command, rest);
if (files.length === 0 || account === undefined) {
  const fault = files.length === 0 ? "missing file" : "missing --account";
  process.stderr.write(`${fault} (${command.usage}; --help lists the options)\n`);
  process.exit(2);
}

await runCommand(async () => {
  const {plan, where} = await carryOut({
    files: readFiles(files, {
      dates: dates as "dmy" | "mdy" | undefined,
      amounts: amounts as "out" | "in" | undefined,
    }),
    account,
    rules: {own: rules === undefined ? [] : rulesOf(rules), shipped: shippedRules()},
    dryRun,
  });
  process.stdout.write(`${reportLines(plan, {dryRun}).join("\n")}\n`);
  if (dryRun) log.success(`dry run: ${where} is as it was`);
  else if (plan.rows.length === 0) log.success(`unchanged: ${where}`);
  else log.success(`imported into ${account}: ${where}`);
  return 0;
});

async function carryOut(request: ImportRequest): Promise<{plan: Plan; where: string}> {
  const choice = sourceChoice(environment);
  if (into === undefined && (choice === "mariadb" || (choice === "auto" && environment.DB_HOST))) {
    const settings = requiredDatabaseSettings(environment, {loader: true});
    return {plan: await importIntoDatabase(settings, request), where: describeDatabase(settings)};
  }
  const folder = into === undefined ? seedFolder : resolve(into);
  return {plan: await importIntoFiles(folder, request), where: relative(process.cwd(), folder)};
}

function rulesOf(file: string): Rule[] {
  try {
    return parseRules(readFileSync(file, "utf8"), basename(file));
  } catch (error) {
    if (error instanceof Error && "code" in error)
      throw new Error(`${file}: cannot be read: ${error.code}`, {cause: error});
    throw error;
  }
}
