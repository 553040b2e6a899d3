/** The rows of all files as payments, each booking once, each with an id that the same file gives it again. */
import type {Payment} from "../../lib/classify/payment.js";
import {maybeDecimal, roundTo} from "../../lib/investing/decimal.js";
import {mergeStatements} from "../../lib/statements/mergeStatements.js";
import type {Statement, StatementRow} from "../../lib/statements/statement.js";

export interface MergedPayments {
  /** By day. */
  readonly payments: readonly Payment[];
  /** The row of each payment, in their order. */
  readonly rows: readonly StatementRow[];
  /** How many rows each statement added. */
  readonly added: readonly number[];
}

/** The payments of statements whose rows all name their account. */
export function mergedPayments(statements: readonly Statement[]): MergedPayments {
  const {rows, added} = mergeStatements(statements);
  const seen = new Map<string, number>();
  const payments = rows.map((row): Payment => {
    const {date, account, counterparty, description, counterpartyAccount} = row;
    const key = [account, date, row.amount, counterparty, description].join("|");
    const number = (seen.get(key) ?? 0) + 1;
    seen.set(key, number);
    return {
      id: `${key}|${number}`,
      date,
      amountCents: cents(row.amount),
      currency: row.currency || "EUR",
      account,
      counterparty,
      description,
      ...(counterpartyAccount ? {counterpartyIban: counterpartyAccount} : {}),
    };
  });
  return {payments, rows, added};
}

/** Hundredths of an amount that the reader wrote. */
export function cents(amount: string): number {
  return roundTo(maybeDecimal(amount)!, 2);
}
