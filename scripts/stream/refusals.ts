/** Payments that the ledger refused for lack of money: in a batch they are a file of their own, no table of the bank. */
import {tableNamed} from "../../src/lib/bank/schema.js";
import type {RowTable} from "../csv/rowCheck.js";

export const refusalsFile = "refusals.csv";

const transactions = tableNamed("transactions");
const like = (name: string) => transactions.columns.find((column) => column.name === name)!;

/** The columns, in the order of the file; the amount is what would have left the account, above zero. */
export const refusalColumns = [
  {...like("booked_at"), name: "refused_at"},
  like("account_id"),
  like("amount_eur"),
  like("channel"),
  like("category"),
  like("counterparty_id"),
];

/** For the checks of rows; the file has no key. */
export const refusalTable: RowTable = {
  name: "refusals",
  key: [],
  columns: refusalColumns,
};
