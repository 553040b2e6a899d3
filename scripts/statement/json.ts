import {balanceCountText} from "../../src/lib/statements/balanceCount.js";
import type {Statement} from "../../src/lib/statements/statement.js";

/** What the command prints of a statement, one row a line. */
export function statementJson(statement: Statement, part: "rows" | "trades" | "report"): string {
  if (part === "report") return `${JSON.stringify(report(statement), null, 2)}\n`;
  return part === "trades"
    ? listed(statement.trades.map(tradeRow))
    : listed(statement.rows.map(row));
}

function row({
  date,
  amount,
  currency,
  counterparty,
  description,
  category,
  line,
}: Statement["rows"][number]) {
  return {date, amount, currency, counterparty, description, category, line};
}

function tradeRow({
  date,
  symbol,
  side,
  quantity,
  price,
  fee,
  currency,
}: Statement["trades"][number]) {
  return {date, symbol, side, quantity, price, fee, currency};
}

function report({
  rows,
  trades,
  movements,
  facts,
  balances,
  leftOut,
  problems,
  doubts,
  recognised,
}: Statement) {
  const {balanceCount, ...told} = recognised;
  const counts: Record<string, number> = {};
  for (const {reason} of leftOut) counts[reason] = (counts[reason] ?? 0) + 1;
  return {
    recognised: {...told, balance: balanceCountText(balanceCount)},
    row_count: rows.length,
    trade_count: trades.length,
    movements,
    facts,
    balances,
    left_out_counts: counts,
    left_out: leftOut,
    problems,
    doubts,
  };
}

const listed = (rows: readonly object[]): string =>
  rows.length === 0
    ? "[]\n"
    : `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(",\n")}\n]\n`;
