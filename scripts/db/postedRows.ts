import type {Table} from "../../src/lib/bank/schema.js";

/** The posting services number from here on (`010.do.serial-numbers.sql`), the files from 1. */
export const firstPostedId = 1_000_000_000_000_000;

/** Ids of the outside parties that imports into the database have added begin so. */
export const importedPartyPrefix = "imp-";

/** The SQL condition for the rows of a table that a file can be asked for: not those of the services and of imports. */
export function isFromFile({name}: Table): string {
  if (name === "transactions") return isNotPosted("transactions.transaction_id", "transaction");
  if (name === "trades") return isNotPosted("trades.trade_id", "trade");
  return name === "counterparties"
    ? `counterparties.counterparty_id not like '${importedPartyPrefix}%'`
    : "true";
}

/** The SQL condition that a number was not given out by the posting services, now or before level 10. */
function isNotPosted(column: string, counter: "transaction" | "trade"): string {
  return `(${column} < ${firstPostedId} and ${column} not between 1000000001 and
    (select earlier_id from posting_counters where name = '${counter}'))`;
}
