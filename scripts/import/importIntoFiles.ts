/**
 * An import into the CSV files of a bank. Several of them change together, so a whole folder is made aside and put in the
 * place of the old one: readers, who note what the files are before they read (`bankStamp.ts`), have one or the other.
 */
import {
  appendFileSync,
  closeSync,
  cpSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import {join, relative} from "node:path";
import {parse} from "csv-parse/sync";
import {type BankStamp, stampBank} from "../../loaders/csv/bankStamp.js";
import {openCsvSource} from "../../loaders/csv/source.js";
import {withLock} from "../../loaders/lock.js";
import {clearReplacements, partialFolder, replaceFolder} from "../../loaders/replacedFolder.js";
import {tableNamed} from "../../src/lib/bank/schema.js";
import {csvField} from "../seed/texts.js";
import {accountNamed, type Query, readAccounts, readView, touchedAccounts} from "./bankView.js";
import {
  type BookedRows,
  bookedRows,
  type Fields,
  type ImportedRow,
  importedColumns,
} from "./bookedRows.js";
import {isEmpty, type Plan, planImport} from "./plan.js";
import {namedIbans, ownRows} from "./readFiles.js";
import type {ImportRequest} from "./request.js";

/** Beside the tables: what of a statement they have no place for. */
const importedFile = "imported_rows.csv";

/** Carries out an import into a folder; what a killed one left is cleared first. Throws with the folder as it was. */
export function importIntoFiles(folder: string, request: ImportRequest): Promise<Plan> {
  return withLock(`${folder}.lock`, async () => {
    clearReplacements(folder);
    if (!existsSync(folder))
      throw new Error(`no bank in ${relative(process.cwd(), folder)} (run npm run seed)`);
    const stamp = stampBank(folder);
    const source = await openCsvSource({folder});
    try {
      return await importOnce(folder, request, {stamp, query: source.query});
    } finally {
      await source.close();
    }
  });
}

async function importOnce(
  folder: string,
  {files, account: id, rules, dryRun}: ImportRequest,
  {stamp, query}: {readonly stamp: BankStamp; readonly query: Query},
): Promise<Plan> {
  const accounts = await readAccounts(query);
  const account = accountNamed(accounts, id);
  const rows = files.map((file) => ownRows(file, account, accounts));
  const touched = touchedAccounts(account, accounts, namedIbans(files));
  const imported = readImported(folder);
  const marks = new Map(
    imported.map((row) => [
      Number(row.transaction_id),
      {bankId: row.bank_id ?? "", content: row.content_sha256},
    ]),
  );
  const view = await readView(query, account, {accounts, touched, marks});
  const plan = planImport(rows, view, rules);
  if (dryRun || isEmpty(plan)) return plan;
  const [last] = await query(
    `select max(transaction_id) as transaction, coalesce(max(transfer_id), 0) as transfer
    from transactions order by transaction`,
  );
  let party = Math.max(
    0,
    ...view.parties.map((each) => Number(/^cp-(\d+)$/.exec(each.id)?.[1] ?? 0)),
  );
  const booked = bookedRows(plan, {
    transaction: Number(last!.transaction),
    transfer: Number(last!.transfer),
    partyId: () => `cp-${String(++party).padStart(5, "0")}`,
  });
  writeBank(folder, {...booked, imported: withNew(imported, booked)}, stamp);
  return plan;
}

/** Puts a copy of the folder with the new rows, and all `imported` ones, in its place. Throws where somebody has changed the files meanwhile. */
function writeBank(folder: string, booked: BookedRows, stamp: BankStamp): void {
  const aside = partialFolder(folder);
  try {
    cpSync(folder, aside, {recursive: true});
    for (const table of ["counterparties", "transactions"] as const) {
      const names = tableNamed(table).columns.map(({name}) => name);
      append(join(aside, `${table}.csv`), names, booked[table]);
    }
    writeImported(join(aside, importedFile), booked.imported);
    stamp.assertUnchanged();
  } catch (error) {
    rmSync(aside, {recursive: true, force: true});
    throw error;
  }
  replaceFolder(folder);
}

/** Adds rows to a CSV file. */
function append(file: string, names: readonly string[], rows: readonly Fields[]): void {
  const start = endsWithLine(file) ? "" : "\n";
  appendFileSync(file, `${start}${csvLines(names, rows)}`);
}

function csvLines(names: readonly string[], rows: readonly Fields[]): string {
  const lines = rows.map((row) => names.map((name) => csvField(row[name] ?? "")).join(","));
  return lines.map((line) => `${line}\n`).join("");
}

/** An edited file may lack the last line end. */
function endsWithLine(file: string): boolean {
  const last = Buffer.alloc(1);
  const descriptor = openSync(file, "r");
  readSync(descriptor, last, 0, 1, statSync(file).size - 1);
  closeSync(descriptor);
  return last.toString() === "\n";
}

function readImported(folder: string): ImportedRow[] {
  const file = join(folder, importedFile);
  if (!existsSync(file)) return [];
  return parse(readFileSync(file), {columns: true, bom: true});
}

function writeImported(file: string, rows: readonly ImportedRow[]): void {
  writeFileSync(file, `${importedColumns.join(",")}\n${csvLines(importedColumns, rows)}`);
}

/** The rows that were kept, with ids that are new, and those that are new behind them. */
function withNew(kept: readonly ImportedRow[], {imported, identified}: BookedRows): ImportedRow[] {
  const ids = new Map(identified.map((row) => [row.transaction_id, row.bank_id]));
  const known = kept.map((row) => ({...row, bank_id: ids.get(row.transaction_id) ?? row.bank_id}));
  return [...known, ...imported];
}
