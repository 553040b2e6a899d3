/**
 * Any bank's or broker's delimited export as rows of one kind. Nothing is configured and no bank is known by name:
 * text becomes rows, rows tables; columns are known by their words and by what they hold, and a running balance
 * decides what the words leave open. What is left out or could not be read is listed with its line.
 */
import type {BalanceCount} from "./balanceCount.js";
import type {DateOrder} from "./dateText.js";
import {dialectOf} from "./dialect.js";
import type {Direction} from "./directionWords.js";
import {factsIn} from "./facts.js";
import type {LeftOut, Problem} from "./ledgerRows.js";
import {problemText} from "./problemText.js";
import {readTable, type TableReading} from "./readTable.js";
import type {SourceRow} from "./sourceRows.js";
import {sourceRows} from "./sourceRows.js";
import type {StatedBalance, Statement} from "./statement.js";
import {StatementError} from "./statementError.js";
import {type Table, tablesIn} from "./tables.js";
import {unwrappedLines} from "./wrappedLines.js";

/**
 * Reads rows of cells. Throws `StatementError` where they are no statement, and `DateOrderError` where their dates have
 * two readings and `dates` is not given.
 */
export function readDelimited(
  written: string,
  {
    dates,
    amounts,
  }: {readonly dates: DateOrder | undefined; readonly amounts: Direction | undefined},
): Omit<Statement, "recognised"> & {recognised: Omit<Statement["recognised"], "encoding">} {
  const text = unwrappedLines(written);
  const dialect = dialectOf(text);
  const {rows, cutLine} = sourceRows(text, dialect);
  const {before, tables} = tablesIn(rows);
  const {merged, repeated} = withoutRepeatedHeads(tables);
  const readings = merged.map((table) => readTable(table, {dates, amounts, before}));
  const useful = readings.filter(({rows, trades}) => rows.length + trades.length > 0);
  if (useful.length === 0) throw noStatement(rows, readings);
  const main = useful[0]!;
  return {
    rows: useful.flatMap(({rows}) => rows),
    trades: useful.flatMap(({trades}) => trades),
    movements: useful.flatMap(({movements}) => movements),
    facts: factsIn(before),
    balances: balancesOf(useful),
    leftOut: [...repeated, ...readings.flatMap(({leftOut}) => leftOut)],
    problems: [...readings.flatMap(({problems}) => problems), ...cut(cutLine)],
    doubts: readings.flatMap(({doubts}) => doubts),
    recognised: {
      format: "delimited text",
      delimiter: dialect.delimiter,
      headLine: merged[readings.indexOf(main)]!.head?.line,
      columns: columnsNamed(main),
      dateOrder: main.dateOrder,
      convention: main.convention,
      unsigned: main.unsigned,
      balanceCount: balanceCountOf(main),
    },
  };
}

/** Each table knows those above the first one. */
const balancesOf = (readings: readonly TableReading[]): StatedBalance[] => [
  ...new Map(
    readings.flatMap(({balances}) => balances).map((balance) => [balance.line, balance]),
  ).values(),
];

const cut = (line: number | undefined): Problem[] =>
  line === undefined
    ? []
    : [{line, column: "", value: "", reason: "the file breaks off within quotes"}];

/** A head that is there twice, as where files were joined, parts nothing. */
function withoutRepeatedHeads(tables: readonly Table[]): {merged: Table[]; repeated: LeftOut[]} {
  const merged: Table[] = [];
  const repeated: LeftOut[] = [];
  for (const table of tables) {
    const last = merged.at(-1);
    if (last?.head && table.head && last.head.cells.join("\n") === table.head.cells.join("\n")) {
      repeated.push({line: table.head.line, reason: "repeated head"});
      merged[merged.length - 1] = {head: last.head, rows: [...last.rows, ...table.rows]};
    } else merged.push(table);
  }
  return {merged, repeated};
}

function noStatement(
  rows: readonly SourceRow[],
  readings: readonly TableReading[],
): StatementError {
  const problem = readings.flatMap(({problems}) => problems)[0];
  const isDated = readings.some(
    ({columns}) => columns.first("bookedOn", "date", "madeOn", "valuedOn") >= 0,
  );
  if (problem && !isDated)
    return new StatementError("no statement: no column of the table holds days");
  if (problem) return new StatementError(`line ${problem.line}: ${problemText(problem)}`);
  if (readings.length > 0)
    return new StatementError("no bookings: the table has a head and no rows that were booked");
  return new StatementError(`no statement: none of ${rows.length} rows has a day and an amount`);
}

function columnsNamed({columns}: TableReading): Record<string, string> {
  const named: Record<string, string> = {};
  const roles = [
    "bookedOn",
    "date",
    "madeOn",
    "valuedOn",
    "amount",
    "netAmount",
    "debit",
    "credit",
    "flag",
    "fee",
    "balance",
    "currency",
    "counterparty",
    "payer",
    "payee",
    "description",
    "type",
    "category",
    "status",
    "account",
    "counterAccount",
    "reference",
    "symbol",
    "isin",
    "security",
    "side",
    "quantity",
    "price",
    "commission",
  ] as const;
  for (const role of roles) {
    const column = columns.first(role);
    if (column >= 0) named[role] = columns.name(column);
  }
  return named;
}

function balanceCountOf({proof}: TableReading): BalanceCount | undefined {
  if (!proof || proof.stepCount === 0) return undefined;
  const {stepCount, breaks, order} = proof;
  return {kind: "steps", held: stepCount - breaks.length, all: stepCount, order};
}
