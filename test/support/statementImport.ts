/** Statements for imports into the tiny bank or a generated one, and what a bank has after one. */
import {createHash} from "node:crypto";
import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {readChecks} from "../../loaders/checks.js";
import {readRows} from "../../loaders/rows.js";
import {readFiles} from "../../scripts/import/readFiles.js";
import type {ImportRequest} from "../../scripts/import/request.js";
import {parseRules} from "../../src/lib/classify/parseRules.js";
import {shippedRules} from "../../src/lib/classify/shipped/shippedRules.js";
import {duckdbBank} from "./duckdbBank.js";
import {temporaryFolder} from "./tinyBank.js";

const shipped = shippedRules();
const head = "Date,Payee,Description,Counterparty IBAN,Amount,Currency,Transaction ID";

/** The text of a statement; a row is `2025-06-10 | Lidl | Groceries | IBAN | -12.50 | EUR | id`, the last three if need be. */
export function statementText(...rows: readonly string[]): string {
  const lines = rows.map((row) => {
    const [date, payee, text, iban, amount, currency = "EUR", id = ""] = row
      .split("|")
      .map((cell) => cell.trim());
    return [date, payee, text, iban, amount, currency, id].join(",");
  });
  return `${[head, ...lines].join("\n")}\n`;
}

/** Writes a statement to a file of its own folder. */
export function statementFile(text: string, name = "june.csv"): string {
  const file = join(temporaryFolder("statement"), name);
  writeFileSync(file, text);
  return file;
}

/** A request to import statements, given as texts. */
export function importRequest(
  account: string,
  texts: readonly string[],
  {
    rules = "",
    dryRun = false,
    amounts,
  }: {rules?: string; dryRun?: boolean; amounts?: "out" | "in"} = {},
): ImportRequest {
  const files = texts.map((text, at) => statementFile(text, `file-${at + 1}.csv`));
  return {
    files: readFiles(files, {amounts}),
    account,
    rules: {own: parseRules(rules, "own.rules"), shipped},
    dryRun,
  };
}

/** The rules of the bank that the files of a folder break, with the rows. */
export async function brokenRulesIn(folder: string): Promise<Record<string, unknown>> {
  const connection = await duckdbBank(folder);
  const broken: Record<string, unknown> = {};
  for (const {name, sql} of readChecks()) {
    const rows = await readRows(await connection.run(sql));
    if (rows.length > 0) broken[name] = rows;
  }
  connection.closeSync();
  return broken;
}

/** A hash of the names and bytes of all files in a folder. */
export function folderHash(folder: string): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(folder).sort())
    hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest("hex");
}
