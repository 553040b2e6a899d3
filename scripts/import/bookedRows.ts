/** A plan as rows of the bank's tables, every field checked as that of a file would be. */
import {basename} from "node:path";
import {fieldFault} from "../../loaders/csv/fieldRules.js";
import {type TableName, tableNamed} from "../../src/lib/bank/schema.js";
import {formatInstant} from "../../src/lib/day.js";
import {formatEur} from "../../src/lib/money.js";
import type {NewParty} from "./parties.js";
import type {LearntRow, Plan} from "./plan.js";

export type Fields = Readonly<Record<string, string | null>>;

/** What is kept of a row of a statement, beside the bank's tables: `imported_rows`. */
export interface ImportedRow extends Fields {
  readonly transaction_id: string;
  /** Of the bank that the statement is from; null where it has none. */
  readonly bank_id: string | null;
  readonly content_sha256: string;
  readonly file: string;
  readonly line: string;
}

export const importedColumns = [
  "transaction_id",
  "bank_id",
  "content_sha256",
  "file",
  "line",
] as const satisfies readonly (keyof ImportedRow)[];

export interface Numbers {
  /** The last ones that were given out. */
  readonly transaction: number;
  readonly transfer: number;
  /** The ids of new parties. */
  readonly partyId: (party: NewParty) => string;
}

export interface BookedRows {
  readonly counterparties: readonly Fields[];
  readonly transactions: readonly Fields[];
  readonly imported: readonly ImportedRow[];
  /** Rows that are kept, of which the bank's id is new. */
  readonly identified: readonly Pick<ImportedRow, "transaction_id" | "bank_id">[];
}

/** How many numbers a plan takes. */
export function numbersOf({rows}: Plan): {readonly transaction: number; readonly transfer: number} {
  const isInside = ({legs}: Plan["rows"][number]) => legs[0]!.counterAccount !== undefined;
  return {
    transaction: rows.reduce((sum, {legs}) => sum + legs.length, 0),
    transfer: rows.filter(isInside).length,
  };
}

/** The rows of a plan, numbered on. Throws where a field does not fit its column. */
export function bookedRows({account, rows, parties, learnt}: Plan, numbers: Numbers): BookedRows {
  let {transaction, transfer} = numbers;
  const ids = new Map(parties.map((party) => [party, numbers.partyId(party)]));
  const transactions: Fields[] = [];
  const rowOf = (each: LearntRow) => importedRow(each.transaction, each);
  const identified = learnt.filter(({isImported}) => isImported).map(rowOf);
  const imported = learnt.filter(({isImported}) => !isImported).map(rowOf);
  for (const {legs, row, mark, file} of rows) {
    const own = transaction + 1 + legs.findIndex((leg) => leg.account === account);
    imported.push(importedRow(own, {row, mark, file}));
    if (legs[0]!.counterAccount !== undefined) transfer += 1;
    for (const leg of legs) {
      transaction += 1;
      const instant = formatInstant(leg.at);
      const {party} = leg;
      transactions.push({
        transaction_id: String(transaction),
        account_id: leg.account,
        booked_at: instant,
        booked_on: instant.slice(0, 10),
        amount_eur: formatEur(leg.amountCents),
        channel: leg.channel,
        category: leg.category,
        counterparty_id: party === undefined ? null : "id" in party ? party.id : ids.get(party)!,
        counter_account_id: leg.counterAccount ?? null,
        transfer_id: leg.counterAccount === undefined ? null : String(transfer),
        description: leg.description,
      });
    }
  }
  const counterparties = [...ids].map(
    ([{name, kind, country}, id]): Fields => ({
      counterparty_id: id,
      name,
      kind,
      country,
      mcc: null,
    }),
  );
  for (const fields of transactions) assertFits("transactions", fields);
  for (const fields of counterparties) assertFits("counterparties", fields);
  return {counterparties, transactions, imported, identified};
}

function importedRow(
  transaction: number,
  {row, mark, file}: Pick<LearntRow, "row" | "mark" | "file">,
): ImportedRow {
  return {
    transaction_id: String(transaction),
    bank_id: mark.bankId || null,
    content_sha256: mark.content,
    file: basename(file),
    line: String(row.line),
  };
}

function assertFits(table: TableName, fields: Fields): void {
  for (const column of tableNamed(table).columns) {
    const value = fields[column.name] ?? "";
    const fault = fieldFault(column, value);
    if (fault === undefined) continue;
    throw new Error(`${table}: invalid ${column.name}: ${JSON.stringify(value)} (${fault})`);
  }
}
