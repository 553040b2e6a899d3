/**
 * An import into MariaDB, in one transaction of the posting services: the accounts are locked as for any posting, the
 * numbers come from the same counters, and every field is checked before it goes in.
 */
import {createHash} from "node:crypto";
import type {RowDataPacket} from "mysql2/promise";
import {type Connection, connect} from "../../loaders/mariadb/connect.js";
import {assertLevel} from "../../loaders/mariadb/level.js";
import {queryRows} from "../../loaders/mariadb/query.js";
import type {DatabaseSettings} from "../../loaders/mariadb/settings.js";
import {tableNamed} from "../../src/lib/bank/schema.js";
import {importedPartyPrefix} from "../db/postedRows.js";
import {insertRow} from "../db/services/insertRow.js";
import {insertRows} from "../db/services/insertRows.js";
import {takeNumbers} from "../db/services/posting.js";
import {inTransaction} from "../db/services/transaction.js";
import {
  accountNamed,
  type BankAccount,
  type BankView,
  type RowMark,
  readAccounts,
  readView,
  touchedAccounts,
} from "./bankView.js";
import {bookedRows, importedColumns, numbersOf} from "./bookedRows.js";
import type {NewParty} from "./parties.js";
import {isEmpty, type Plan, planImport} from "./plan.js";
import {namedIbans, type OwnRows, ownRows} from "./readFiles.js";
import type {ImportRequest} from "./request.js";

/** Carries out an import. Throws with the database as it was. */
export async function importIntoDatabase(
  settings: DatabaseSettings,
  {files, account: id, rules, dryRun}: ImportRequest,
): Promise<Plan> {
  const connection = await connect(settings);
  try {
    await assertLevel(connection);
    const accounts = await readAccounts((sql) => queryRows(connection, sql));
    const account = accountNamed(accounts, id);
    const rows: OwnRows[] = files.map((file) => ownRows(file, account, accounts));
    const touched = touchedAccounts(account, accounts, namedIbans(files));
    return await inTransaction(connection, async () => {
      if (!dryRun) await lock(connection, touched);
      const view = await viewOf(connection, account, accounts, touched);
      const plan = planImport(rows, view, rules);
      if (!dryRun && !isEmpty(plan)) await write(connection, plan);
      return plan;
    });
  } finally {
    connection.destroy();
  }
}

/** In the order in which every posting locks them. */
async function lock(connection: Connection, accounts: readonly string[]): Promise<void> {
  await connection.query(
    "select account_id from accounts where account_id in (?) order by account_id for update",
    [accounts],
  );
}

async function viewOf(
  connection: Connection,
  account: BankAccount,
  accounts: ReadonlyMap<string, BankAccount>,
  touched: readonly string[],
): Promise<BankView> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `select imported_rows.transaction_id, imported_rows.bank_id, imported_rows.content_sha256
    from imported_rows
    join transactions on transactions.transaction_id = imported_rows.transaction_id
    where transactions.account_id = ?`,
    [account.id],
  );
  const marks = new Map<number, RowMark>(
    rows.map((row) => [
      row.transaction_id,
      {bankId: row.bank_id ?? "", content: row.content_sha256},
    ]),
  );
  return readView((sql) => queryRows(connection, sql), account, {accounts, touched, marks});
}

async function write(connection: Connection, plan: Plan): Promise<void> {
  const counts = numbersOf(plan);
  const booked = bookedRows(plan, {
    transaction: await takeNumbers(connection, "transaction", counts.transaction),
    transfer: await takeNumbers(connection, "transfer", counts.transfer),
    partyId,
  });
  for (const party of booked.counterparties) await addParty(connection, party);
  const {columns} = tableNamed("transactions");
  const transactions = booked.transactions.map((row) => columns.map(({name}) => row[name] ?? ""));
  await insertRows(connection, "transactions", transactions);
  if (booked.imported.length > 0)
    await connection.query(`insert into imported_rows (${importedColumns.join(", ")}) values ?`, [
      booked.imported.map((row) => importedColumns.map((name) => row[name])),
    ]);
  for (const {transaction_id: id, bank_id} of booked.identified)
    await connection.query("update imported_rows set bank_id = ? where transaction_id = ?", [
      bank_id,
      id,
    ]);
}

/** The same party has the same id whoever imports it first; the files number theirs, and the two must never meet. */
function partyId({name, kind, country}: NewParty): string {
  const hash = createHash("sha256").update([name, kind, country].join("\n")).digest("hex");
  return `${importedPartyPrefix}${hash.slice(0, 20)}`;
}

async function addParty(
  connection: Connection,
  party: Readonly<Record<string, string | null>>,
): Promise<void> {
  try {
    await insertRow(connection, "counterparties", party);
  } catch (error) {
    // another import has added it since this one looked
    if ((error as {code?: string}).code !== "ER_DUP_ENTRY") throw error;
  }
}
