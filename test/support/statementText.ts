import type {Statement} from "../../src/lib/statements/statement.js";

/** A statement as a small table of text: what is booked, traded and moved, left out and wrong, each with its line. */
export function ledgerText({rows, trades, movements, leftOut, problems}: Statement): string {
  const booked = rows.map(({line, date, amount, currency, counterparty, description, category}) =>
    [line, date, amount, currency, counterparty, description, category].join(" | ").trimEnd(),
  );
  const traded = trades.map(
    ({line, date, side, quantity, symbol, price, fee, currency}) =>
      `${line} ${date} ${side} ${quantity} ${symbol} at ${price} ${currency}, fee ${fee || "none"}`,
  );
  const moved = movements.map(({line, date, kind, amount, currency, symbol}) =>
    `${line} ${date} ${kind} ${amount} ${currency} ${symbol}`.trimEnd(),
  );
  const left = leftOut.map(({line, reason}) => `${line} left out: ${reason}`);
  const wrong = problems.map(
    ({line, column, value, reason}) => `${line} ${reason} in ${column}: ${JSON.stringify(value)}`,
  );
  return [...booked, ...traded, ...moved, ...left, ...wrong].map((line) => `${line}\n`).join("");
}
