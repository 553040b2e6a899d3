/** One table of a file as bookings and trades. */
import {accountSides} from "./accountSides.js";
import {formatAmount, isZero} from "./amount.js";
import {isProven, type Proof} from "./balanceProof.js";
import {brokerRows} from "./brokerRows.js";
import {cellReader} from "./cellReader.js";
import {type Chosen, chosenConvention} from "./chosenConvention.js";
import {type Columns, columnsOf} from "./columns.js";
import {currencyNamed} from "./currency.js";
import type {DateOrder} from "./dateText.js";
import type {Direction} from "./directionWords.js";
import {accountIn, currencyIn, factsIn, isCardText} from "./facts.js";
import {amountColumn} from "./fees.js";
import {type LedgerRow, type LedgerRows, ledgerRows} from "./ledgerRows.js";
import {rowTexts} from "./rowTexts.js";
import type {SourceRow} from "./sourceRows.js";
import {statedBalances} from "./statedBalances.js";
import type {Fact, Statement, StatementRow} from "./statement.js";
import {tableDoubts} from "./tableDoubts.js";
import type {Table} from "./tables.js";
import type {Unsigned} from "./unsigned.js";

export type TableReading = Pick<
  Statement,
  "rows" | "trades" | "movements" | "balances" | "leftOut" | "problems" | "doubts"
> & {
  readonly columns: Columns;
  readonly dateOrder: DateOrder | undefined;
  readonly convention: string | undefined;
  readonly unsigned: Unsigned | undefined;
  readonly proof: Proof | undefined;
};

interface Around {
  readonly dates: DateOrder | undefined;
  readonly amounts: Direction | undefined;
  readonly before: readonly SourceRow[];
}

/** Reads a table. Throws `DateOrderError` where the order of its dates is open. */
export function readTable(table: Table, {dates, amounts, before}: Around): TableReading {
  const facts = factsIn(before);
  const columns = columnsOf(table, accountIn(facts));
  const words = [...before, ...(table.head ? [table.head] : [])]
    .flatMap(({cells}) => cells)
    .join(" ")
    .slice(0, 4000);
  const reader = cellReader(table.rows, columns, {asked: dates, words});
  const sorted = ledgerRows(table.rows, columns, reader);
  const chosen = chosenConvention(sorted.rows, columns, {
    isCard: isCardText(words),
    side: amounts,
  });
  const feesBeside = isProven(chosen?.proof) ? chosen?.isFeeBeside : undefined;
  const broker = brokerRows(sorted.rows, columns, feesBeside);
  const {rows, leftOut, doubts} = bookings(sorted, columns, chosen, facts);
  const balances = statedBalances(facts, sorted.balanceRows, {
    account: onlyOne(rows, "account") ?? accountIn(facts),
    currency: onlyOne(rows, "currency") ?? "",
    mark: reader.mark(columns.first("balance", "netAmount", "amount", "credit", "debit")),
    dateOrder: reader.dateOrder,
  });
  return {
    rows,
    ...broker,
    balances,
    leftOut: [...sorted.leftOut, ...leftOut],
    problems: sorted.problems,
    doubts: [...columns.doubts, ...doubts],
    columns,
    dateOrder: reader.dateOrder,
    convention: chosen?.name,
    unsigned: chosen && !isProven(chosen.proof) ? chosen.unsigned : undefined,
    proof: chosen?.proof,
  };
}

/** What all rows have here; undefined where they differ. */
function onlyOne(rows: readonly StatementRow[], key: "account" | "currency"): string | undefined {
  const first = rows[0]?.[key];
  return rows.every((row) => row[key] === first) ? first : undefined;
}

function bookings(
  {rows}: LedgerRows,
  columns: Columns,
  chosen: Chosen | undefined,
  facts: readonly Fact[],
): Pick<TableReading, "rows" | "leftOut" | "doubts"> {
  if (!chosen) return {rows: [], leftOut: [], doubts: []};
  const texts = rowTexts(columns);
  const currencyOf = currencyFinder(columns, facts);
  const own = accountIn(facts);
  const sidesOf = accountSides(rows, columns);
  const [ids, balance] = [columns.first("reference"), columns.first("balance")];
  const found: StatementRow[] = [];
  const leftOut: {line: number; reason: "zero amount" | "note"}[] = [];
  for (const [at, row] of rows.entries()) {
    const amount = chosen.amounts[at];
    if (!amount || isZero(amount)) {
      leftOut.push({line: row.line, reason: amount ? "zero amount" : "note"});
      continue;
    }
    const {account, counterAccount} = sidesOf(row.cells);
    found.push({
      date: row.date,
      valueDate: row.valueDate,
      amount: formatAmount(amount),
      balance: balanceIn(row, balance),
      currency: currencyOf(row),
      counterparty: texts.counterparty(row, amount.digits < 0n),
      counterpartyAccount: counterAccount,
      description: texts.description(row),
      category: texts.category(row),
      account: account || own,
      bankId: row.cells[ids] ?? "",
      line: row.line,
    });
  }
  return {rows: found, leftOut, doubts: tableDoubts(rows, chosen)};
}

function balanceIn({amounts}: LedgerRow, column: number): string {
  const amount = column < 0 ? undefined : amounts[column];
  return amount ? formatAmount(amount) : "";
}

/** Of the amount's own cell or column, of its heading, of the lines around the table. */
function currencyFinder(columns: Columns, facts: readonly Fact[]): (row: LedgerRow) => string {
  const money = [
    amountColumn(columns),
    columns.first("debit"),
    columns.first("credit"),
    columns.first("balance"),
  ].filter((column) => column >= 0);
  const listed = columns.of("currency");
  const beside = money
    .flatMap((column) => [column + 1, column - 1])
    .find((column) => listed.includes(column));
  const column = beside ?? listed[0] ?? -1;
  const named = money.map((at) => currencyNamed(columns.name(at))).find(Boolean) ?? "";
  const around = named || currencyIn(facts);
  return ({cells, amounts}) =>
    (cells[column] ?? "").toUpperCase() ||
    money.map((at) => amounts[at]?.currency).find(Boolean) ||
    around;
}
