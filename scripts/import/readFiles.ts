/** The files of an import, and which of their rows are bookings in euros of the account. */
import {plainIban} from "../../src/lib/classify/payment.js";
import type {Problem} from "../../src/lib/statements/ledgerRows.js";
import type {ReadingOptions} from "../../src/lib/statements/readStatement.js";
import type {Statement, StatementRow} from "../../src/lib/statements/statement.js";
import {FileError} from "../csv/fileError.js";
import {statementFile} from "../statement/statementFile.js";
import type {BankAccount} from "./bankView.js";

export interface ReadFile {
  /** As it was given. */
  readonly name: string;
  readonly statement: Statement;
}

/** A row that is not booked, and why. */
export interface LeftOutRow {
  readonly line: number;
  readonly reason: string;
  /** What cannot be read, where that is the reason. */
  readonly problem?: Problem;
}

export interface OwnRows {
  readonly name: string;
  readonly rows: readonly StatementRow[];
  readonly leftOut: readonly LeftOutRow[];
  /** What was taken for granted, by line; of the whole file, and so of each row, in `doubts`. */
  readonly lineDoubts: ReadonlyMap<number, string>;
  readonly doubts: readonly string[];
  /** Whether a currency is missing, and taken to be the bank's. */
  readonly isTakenForEuros: boolean;
}

/** Reads the files. Throws `FileError`, one line with the file, where one is no statement. */
export function readFiles(
  names: readonly string[],
  options: Pick<ReadingOptions, "dates" | "amounts">,
): ReadFile[] {
  return names.map((name) => ({name, statement: statementFile(name, options)}));
}

/** The numbers of accounts that stand on the other side of payments. */
export function namedIbans(files: readonly ReadFile[]): Set<string> {
  return new Set(
    files.flatMap(({statement}) =>
      statement.rows.map(({counterpartyAccount}) => plainIban(counterpartyAccount)),
    ),
  );
}

/**
 * The rows of a file that are of the account and in euros. Throws `FileError` where all are in another currency, of
 * another account of the bank, or trades, and where the file mixes accounts and does not name this one.
 */
export function ownRows(
  {name, statement}: ReadFile,
  account: BankAccount,
  accounts: ReadonlyMap<string, BankAccount>,
): OwnRows {
  const {trades} = statement;
  const tradeLines = new Set(trades.map(({line}) => line));
  const rows = statement.rows.filter(({line}) => !tradeLines.has(line));
  if (rows.length === 0) {
    const what = `${trades.length} trades and no bookings`;
    throw new FileError(`${name}: ${what} (give a statement of the account that paid for them)`);
  }
  const isOwn = ownTest({name, statement}, account, accounts);
  const isEuro = ({currency}: StatementRow) => currency === "" || currency === "EUR";
  const own = rows.filter(isOwn);
  const [foreign] = own;
  if (foreign && !own.some(isEuro)) {
    const found = `invalid currency: ${JSON.stringify(foreign.currency)}`;
    throw new FileError(
      `${name}: line ${foreign.line}: ${found} (the bank keeps its accounts in EUR: export one in euros)`,
    );
  }
  return {
    name,
    rows: alike(own.filter(isEuro)),
    leftOut: [
      ...statement.leftOut,
      ...trades.map(({line}) => ({line, reason: "trade"})),
      ...statement.problems.map((problem) => ({
        line: problem.line,
        reason: "unreadable",
        problem,
      })),
      ...rows.filter((row) => !isOwn(row)).map(({line}) => ({line, reason: "other account"})),
      ...own.filter((row) => !isEuro(row)).map(({line}) => ({line, reason: "other currency"})),
    ].sort((a, b) => a.line - b.line),
    ...doubtsOf(statement),
    isTakenForEuros: own.some(({currency}) => currency === ""),
  };
}

function ownTest(
  {name, statement}: ReadFile,
  {id, iban}: BankAccount,
  accounts: ReadonlyMap<string, BankAccount>,
): (row: StatementRow) => boolean {
  const named = new Set(statement.rows.map(({account}) => plainIban(account)).filter(Boolean));
  const mine = [plainIban(iban), plainIban(id)].find((number) => named.has(number));
  if (mine !== undefined) return ({account}) => account === "" || plainIban(account) === mine;
  if (named.size > 1)
    throw new FileError(
      `${name}: ${named.size} accounts in one file, and none is ${iban} (export one account)`,
    );
  const other = [...accounts.values()].find((each) => named.has(plainIban(each.iban)));
  if (other)
    throw new FileError(
      `${name}: a statement of ${other.iban}, which is ${other.id} (say --account ${other.id})`,
    );
  return () => true;
}

/**
 * In the form in which rows of several files are compared: all are of one account and in euros, whether their files say so
 * or not, and an order's number or a mandate, which comes again in one file, is no id.
 */
function alike(rows: readonly StatementRow[]): readonly StatementRow[] {
  const ids = rows.map(({bankId}) => bankId).filter(Boolean);
  const isId = new Set(ids).size === ids.length;
  return rows.map((row) => ({
    ...row,
    account: "",
    currency: "EUR",
    bankId: isId ? row.bankId : "",
  }));
}

function doubtsOf({doubts}: Statement): Pick<OwnRows, "lineDoubts" | "doubts"> {
  const lineDoubts = new Map<number, string>();
  const whole: string[] = [];
  for (const doubt of doubts) {
    const [, number, said] = /^line (\d+): (.+)$/.exec(doubt) ?? [];
    if (number === undefined) whole.push(doubt);
    else {
      const [line, before] = [Number(number), lineDoubts.get(Number(number))];
      lineDoubts.set(line, before === undefined ? said! : `${before}; ${said}`);
    }
  }
  return {lineDoubts, doubts: whole};
}
