import type {AccountRow} from "../../lib/investing/brokerage.js";

/** Beyond so many instruments, an account has more to list than to tell. */
const most = 8;

/**
 * The account with the most instruments, among those with at most eight if there are any, and among equals the most
 * sales, the first of equals; none where nobody has traded.
 */
export function richest(rows: readonly AccountRow[]): AccountRow[] {
  return rows
    .filter((row) => row.trade_id.length > 0)
    .map((row) => ({row, instruments: new Set(row.symbol).size, sales: salesOf(row)}))
    .sort((a, b) => {
      const isLong = Number(a.instruments > most) - Number(b.instruments > most);
      return isLong || b.instruments - a.instruments || b.sales - a.sales;
    })
    .slice(0, 1)
    .map(({row}) => row);
}

function salesOf({side}: AccountRow): number {
  return side.filter((name) => name === "sell").length;
}
