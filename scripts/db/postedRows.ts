import type {Table} from "../../src/lib/bank/schema.js";

/** The posting services number from here on (`005.do.posting-requests.sql`), the files from 1. */
export const firstPostedId = 1_000_000_000;

/** The SQL condition for the rows of a table that a file can be asked for: not those of the services. */
export function isFromFile({name}: Table): string {
  if (name === "transactions") return `transactions.transaction_id < ${firstPostedId}`;
  return name === "trades" ? `trades.trade_id < ${firstPostedId}` : "true";
}
