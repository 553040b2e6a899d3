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
import {
  accountNamed,
  type Query,
  type RowMark,
  readAccounts,
  readView,
  touchedAccounts,
} from "./bankView.js";
import {
  type BookedRows,
  bookedRows,
  type Fields,
  type ImportedRow,
  importedColumns,
} from "./bookedRows.js";
import {type Plan, planImport} from "./plan.js";
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
  const marks = readMarks(folder);
  const view = await readView(query, account, {accounts, touched, marks});
  const plan = planImport(rows, view, rules);
  if (dryRun || plan.rows.length === 0) return plan;
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
  writeBank(folder, booked, stamp);
  return plan;
}

/** Puts a copy of the folder with the new rows in its place. Throws where somebody has changed the files meanwhile. */
function writeBank(folder: string, booked: BookedRows, stamp: BankStamp): void {
  const aside = partialFolder(folder);
  try {
    cpSync(folder, aside, {recursive: true});
    for (const table of ["counterparties", "transactions"] as const) {
      const names = tableNamed(table).columns.map(({name}) => name);
      append(join(aside, `${table}.csv`), names, booked[table]);
    }
    append(join(aside, importedFile), importedColumns, booked.imported);
    stamp.assertUnchanged();
  } catch (error) {
    rmSync(aside, {recursive: true, force: true});
    throw error;
  }
  replaceFolder(folder);
}

/** Adds rows to a CSV file, which is made where there is none. */
function append(
  file: string,
  names: readonly string[],
  rows: readonly (Fields | ImportedRow)[],
): void {
  if (!existsSync(file)) writeFileSync(file, `${names.join(",")}\n`);
  const lines = rows.map((row) =>
    names.map((name) => csvField((row as Fields)[name] ?? "")).join(","),
  );
  const start = endsWithLine(file) ? "" : "\n";
  appendFileSync(file, `${start}${lines.map((line) => `${line}\n`).join("")}`);
}

/** An edited file may lack the last line end. */
function endsWithLine(file: string): boolean {
  const last = Buffer.alloc(1);
  const descriptor = openSync(file, "r");
  readSync(descriptor, last, 0, 1, statSync(file).size - 1);
  closeSync(descriptor);
  return last.toString() === "\n";
}

function readMarks(folder: string): Map<number, RowMark> {
  const file = join(folder, importedFile);
  if (!existsSync(file)) return new Map();
  const rows = parse(readFileSync(file), {columns: true, bom: true}) as Record<
    keyof ImportedRow,
    string
  >[];
  return new Map(
    rows.map((row) => [
      Number(row.transaction_id),
      {bankId: row.bank_id, content: row.content_sha256},
    ]),
  );
}
