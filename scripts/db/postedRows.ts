import type {Table} from "../../src/lib/bank/schema.js";

/** The posting services number from here on (`005.do.posting-requests.sql`), the files from 1. */
export const firstPostedId = 1_000_000_000;

/** Ids of the outside parties that imports into the database have added begin so. */
export const importedPartyPrefix = "imp-";

/** The SQL condition for the rows of a table that a file can be asked for: not those of the services and of imports. */
export function isFromFile({name}: Table): string {
  if (name === "transactions") return `transactions.transaction_id < ${firstPostedId}`;
  if (name === "counterparties")
    return `counterparties.counterparty_id not like '${importedPartyPrefix}%'`;
  return name === "trades" ? `trades.trade_id < ${firstPostedId}` : "true";
}
