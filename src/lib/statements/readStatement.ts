/**
 * The one door for statements: bytes become text, text is read by the reader of its format, and what was read has one
 * shape. Nothing is configured and no bank is known by name.
 */
import {plainIban} from "../classify/payment.js";
import {decodedText} from "./encoding.js";
import {textFormat} from "./foreignFile.js";
import {readCamt} from "./formats/camt.js";
import type {FormatReading} from "./formats/formatReading.js";
import {readMt940} from "./formats/mt940.js";
import {readOfx} from "./formats/ofx.js";
import {readQif} from "./formats/qif.js";
import {problemText} from "./problemText.js";
import {readDelimited} from "./readDelimited.js";
import {collapsed} from "./rowTexts.js";
import type {Statement} from "./statement.js";
import {StatementError} from "./statementError.js";

export interface ReadingOptions {
  /** The order of dates, for files that allow two. */
  readonly dates?: "dmy" | "mdy" | undefined;
  /** What amounts are that are written without a sign, where nothing in the file tells: all payments out, or all in. */
  readonly amounts?: "out" | "in" | undefined;
  /** Only the rows of this account, as the file names it. */
  readonly account?: string | undefined;
}

/**
 * Reads a statement. Throws `StatementError` where there is none in the bytes, and `DateOrderError` where its dates
 * have two readings and `dates` is not given.
 */
export function readStatement(
  bytes: Uint8Array,
  {dates, amounts, account}: ReadingOptions = {},
): Statement {
  const {text, encoding} = decodedText(bytes);
  const format = textFormat(text);
  const read =
    format === "delimited"
      ? readDelimited(text, {dates, amounts})
      : structured(readers[format](text, {dates}));
  const byLine = (a: {line: number}, b: {line: number}) => a.line - b.line;
  const all: Statement = {
    ...read,
    leftOut: read.leftOut.toSorted(byLine),
    problems: read.problems.toSorted(byLine),
    recognised: {...read.recognised, encoding},
  };
  return account === undefined ? all : ofAccount(all, account);
}

const readers = {camt: readCamt, mt940: readMt940, ofx: readOfx, qif: readQif} as const;

/** A reading without columns. Throws where nothing was booked and nothing says why. */
function structured({format, balanceCount, dateOrder, ...read}: FormatReading) {
  const isEmpty = read.rows.length + read.trades.length + read.movements.length === 0;
  const [problem] = read.problems;
  if (isEmpty && problem) throw new StatementError(`line ${problem.line}: ${problemText(problem)}`);
  const none = {
    delimiter: "",
    headLine: undefined,
    columns: {},
    convention: undefined,
    unsigned: undefined,
  };
  return {...read, recognised: {format, ...none, dateOrder, balanceCount}};
}

function ofAccount(statement: Statement, account: string): Statement {
  const wanted = plainIban(account);
  const known = [...new Set(statement.rows.map((row) => collapsed(row.account)).filter(Boolean))];
  if (!known.some((name) => plainIban(name) === wanted))
    throw new StatementError(
      `no account ${JSON.stringify(account)} in the file (${known.length > 0 ? `it has ${known.join(", ")}` : "it names none"})`,
    );
  const isOwn = (row: {readonly account: string}) => plainIban(row.account) === wanted;
  const others = statement.rows.filter((row) => !isOwn(row));
  return {
    ...statement,
    rows: statement.rows.filter(isOwn),
    balances: statement.balances.filter(isOwn),
    leftOut: [
      ...statement.leftOut,
      ...others.map(({line}) => ({line, reason: "other account" as const})),
    ].sort((a, b) => a.line - b.line),
  };
}
