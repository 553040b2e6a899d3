import {readFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import {type CategoryName, categories} from "../../src/lib/bank/categories.js";
import {parseEur} from "../../src/lib/money.js";

export interface Leg {
  readonly owner: string;
  readonly account: string;
  readonly accountKind: string;
  readonly day: string;
  readonly month: string;
  readonly cents: number;
  readonly channel: string;
  readonly category: CategoryName;
  readonly group: string;
  /** The owner of the other account; undefined where the money crossed the border of the bank. */
  readonly otherOwner: string | undefined;
  readonly otherAccount: string;
}

type Fields = Readonly<Record<string, string>>;

export interface Statement {
  readonly legs: readonly Leg[];
  /** `2025-05-01`, in order. */
  readonly months: readonly string[];
  /** The months in which an owner is a customer: from the one in which the first account is opened. */
  monthsOf(owner: string): string[];
  rows(table: string): readonly Fields[];
}

/** The rows of a bank's CSV files; each file is read once. */
export function bankFiles(folder: string): (table: string) => readonly Fields[] {
  const known = new Map<string, readonly Fields[]>();
  return (table) => {
    const rows: readonly Fields[] =
      known.get(table) ?? parse(readFileSync(join(folder, `${table}.csv`)), {columns: true});
    known.set(table, rows);
    return rows;
  };
}

/** A bank's CSV files, read without SQL, so that what pages say can be worked out a second way. */
export function statementOf(folder: string): Statement {
  const rows = bankFiles(folder);
  const accounts = new Map(rows("accounts").map((row) => [row.account_id!, row]));
  const legs = rows("transactions").map((row) => {
    const account = accounts.get(row.account_id!)!;
    const category = row.category as CategoryName;
    return {
      owner: account.user_id!,
      account: row.account_id!,
      accountKind: account.kind!,
      day: row.booked_on!,
      month: `${row.booked_on!.slice(0, 7)}-01`,
      cents: parseEur(row.amount_eur!),
      channel: row.channel!,
      category,
      group: categories[category].group,
      otherOwner: accounts.get(row.counter_account_id!)?.user_id,
      otherAccount: row.counter_account_id!,
    };
  });
  const months = [...new Set(rows("calendar").map((row) => row.month!))].sort();
  const monthsOf = (owner: string) => {
    const opened = [...accounts.values()]
      .filter((account) => account.user_id === owner)
      .map((account) => `${account.opened_on!.slice(0, 7)}-01`);
    return months.filter((month) => opened.some((first) => first <= month));
  };
  return {legs, months, monthsOf, rows};
}

/** Sums of cents by a key. */
export function sumBy<T>(
  items: readonly T[],
  key: (item: T) => string,
  cents: (item: T) => number,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const item of items) sums.set(key(item), (sums.get(key(item)) ?? 0) + cents(item));
  return sums;
}

/** The middle value, the mean of two where there is none in the middle. */
export function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (
    (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2
  );
}
