/** What columns without a name that is known are, by what they hold. */

import {asNumber} from "./amount.js";
import {maybeAmount} from "./amountText.js";
import type {ColumnProfile} from "./columnProfile.js";
import type {Role} from "./columnWords.js";
import {decimalMarks, signedNumber} from "./numberStyle.js";
import type {SourceRow} from "./sourceRows.js";
import {textColumns} from "./textColumns.js";

interface Guess {
  readonly column: number;
  readonly role: Role;
  readonly score: number;
}

interface Known {
  readonly known: ReadonlySet<number>;
  /** A column of each role that is known. */
  readonly roles: ReadonlyMap<Role, number>;
  readonly hasHead: boolean;
}

const score = 0.1;

/**
 * Roles for columns that have none yet: those without which there is no statement, and without a head the others
 * too.
 */
export function guessedRoles(
  rows: readonly SourceRow[],
  profiles: readonly ColumnProfile[],
  {known, roles, hasHead}: Known,
): Guess[] {
  const free = (test: (profile: ColumnProfile) => boolean) =>
    profiles.flatMap((profile, column) =>
      !known.has(column) && profile.filled > 0 && test(profile) ? [column] : [],
    );
  const guesses: Guess[] = [];
  const guess = (role: Role, column: number | undefined) => {
    if (column !== undefined && !roles.has(role)) guesses.push({column, role, score});
  };
  const hasAny = (...wanted: Role[]) => wanted.some((role) => roles.has(role));
  if (!hasAny("bookedOn", "date", "madeOn", "valuedOn")) {
    const days = free(({dates, filled}) => dates >= 0.7 && filled > 0.5);
    guess("date", days[0]);
    guess("valuedOn", days[1]);
  }
  if (!hasAny("amount", "netAmount", "debit", "credit", "quantity"))
    guesses.push(...cashColumns(rows, free, profiles));
  if (hasAny("debit") !== hasAny("credit")) {
    const known = profiles[roles.get("debit") ?? roles.get("credit") ?? 0]!;
    const role = roles.has("debit") ? "credit" : "debit";
    guess(
      role,
      free(
        (held) =>
          held.amounts >= 0.8 &&
          held.dates < 0.5 &&
          Math.abs(held.filled + known.filled - 1) < 0.02,
      )[0],
    );
  }
  const hasTexts = hasAny("description", "text", "counterparty", "payee", "note", "type");
  if (hasHead && guesses.length === 0 && hasTexts) return guesses;
  guess("currency", free(({codes}) => codes >= 0.8)[0]);
  const accounts = free(
    ({accounts, dates, filled}) => accounts >= 0.8 && dates < 0.5 && filled > 0.3,
  );
  guess(
    "account",
    accounts.find((column) => profiles[column]!.distinct === 1),
  );
  guess("flag", free(({directions, distinct}) => directions >= 0.95 && distinct === 2)[0]);
  const texts = free(
    ({texts, accounts, filled, directions, codes, dates}) =>
      texts >= 0.5 &&
      dates < 0.5 &&
      accounts < 0.5 &&
      filled > 0.2 &&
      directions < 0.8 &&
      codes < 0.8,
  );
  const {description, counterparty} = textColumns(texts, profiles, rows.length);
  guess("description", description);
  guess("counterparty", counterparty);
  return guesses;
}

function cashColumns(
  rows: readonly SourceRow[],
  free: (test: (profile: ColumnProfile) => boolean) => readonly number[],
  profiles: readonly ColumnProfile[],
): Guess[] {
  const parted = partedColumns(
    rows,
    free(({amounts, dates, money}) => amounts >= 0.9 && dates < 0.5 && money >= 0.5),
  );
  return parted.length > 0 ? parted : moneyColumns(rows, free(isMoney), profiles);
}

const isMoney = ({amounts, dates, accounts, filled, money}: ColumnProfile): boolean =>
  amounts >= 0.8 && dates < 0.5 && filled > 0.3 && (accounts < 0.8 || money > 0.5);

/** Two columns of which each row fills one are debits and credits, in this order. */
function partedColumns(rows: readonly SourceRow[], columns: readonly number[]): Guess[] {
  const isFilled = (row: SourceRow, column: number) => (row.cells[column] ?? "") !== "";
  for (const debit of columns)
    for (const credit of columns) {
      if (credit <= debit || rows.length < 2) continue;
      if (!rows.every((row) => isFilled(row, debit) !== isFilled(row, credit))) continue;
      const balance = columns.find((column) => column > credit);
      return [
        {column: debit, role: "debit", score},
        {column: credit, role: "credit", score},
        ...(balance === undefined ? [] : [{column: balance, role: "balance" as const, score}]),
      ];
    }
  return [];
}

/** Of several columns of numbers, the balance is the one whose steps another one holds. */
function moneyColumns(
  rows: readonly SourceRow[],
  columns: readonly number[],
  profiles: readonly ColumnProfile[],
): Guess[] {
  const marks = decimalMarks(rows, columns);
  const hasCents = columns.some((column) => profiles[column]!.money > 0.3);
  // numbers of statements and pages step by one, and a one stands beside
  const movers = columns.filter((column) => !hasCents || profiles[column]!.money > 0);
  const sample = rows.slice(0, 300);
  const values = new Map(
    columns.map((column) => [
      column,
      sample.map(({cells}) => valueIn(cells[column] ?? "", marks.get(column))),
    ]),
  );
  const pairs = columns.flatMap((balance) =>
    movers.flatMap((amount) =>
      amount === balance
        ? []
        : [{balance, amount, share: stepsShare(values.get(balance)!, values.get(amount)!)}],
    ),
  );
  const best = pairs.sort(
    (a, b) => b.share - a.share || Number(b.balance > b.amount) - Number(a.balance > a.amount),
  )[0];
  if (best && best.share > 0.6)
    return [
      {column: best.amount, role: "amount", score},
      {column: best.balance, role: "balance", score},
    ];
  const byMoney = [...columns].sort((a, b) => profiles[b]!.money - profiles[a]!.money || a - b);
  return byMoney.slice(0, 1).map((column) => ({column, role: "amount", score}));
}

function valueIn(cell: string, mark: "." | "," | undefined): number {
  const amount = maybeAmount(cell);
  return amount ? asNumber(signedNumber(amount, mark)) : Number.NaN;
}

/** Share of the balance's steps that are the amount, or a little less where only its size is. */
function stepsShare(balances: readonly number[], amounts: readonly number[]): number {
  const counts = {old: 0, young: 0, unsigned: 0};
  let count = 0;
  const isNear = (a: number, b: number) => Math.abs(a - b) < 0.005;
  for (let at = 1; at < balances.length; at++) {
    const step = balances[at]! - balances[at - 1]!;
    if (Number.isNaN(step) || step === 0) continue;
    count++;
    if (isNear(step, amounts[at]!)) counts.old++;
    if (isNear(step, -amounts[at - 1]!)) counts.young++;
    if (
      isNear(Math.abs(step), Math.abs(amounts[at]!)) ||
      isNear(Math.abs(step), Math.abs(amounts[at - 1]!))
    )
      counts.unsigned++;
  }
  return count === 0 ? 0 : Math.max(counts.old, counts.young, counts.unsigned * 0.9) / count;
}
