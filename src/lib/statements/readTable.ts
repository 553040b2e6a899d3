/** One table of a file as bookings and trades. */
import type {Decimal} from "../investing/decimal.js";
import {asNumber, formatAmount, isZero} from "./amount.js";
import {balanceProof, type Proof} from "./balanceProof.js";
import {brokerRows} from "./brokerRows.js";
import {type Columns, columnsOf} from "./columns.js";
import {currencyNamed} from "./currency.js";
import type {DateOrder} from "./dateText.js";
import {currencyIn, factsIn, isCardText} from "./facts.js";
import {type LedgerRow, type LedgerRows, ledgerRows} from "./ledgerRows.js";
import {rowTexts} from "./rowTexts.js";
import {amountColumn, type Convention, conventions} from "./signs.js";
import type {SourceRow} from "./sourceRows.js";
import type {Fact, Statement, StatementRow} from "./statement.js";
import type {Table} from "./tables.js";

export type TableReading = Pick<
  Statement,
  "rows" | "trades" | "movements" | "leftOut" | "problems" | "doubts"
> & {
  readonly columns: Columns;
  readonly dateOrder: DateOrder | undefined;
  readonly convention: string | undefined;
  readonly proof: Proof | undefined;
};

interface Around {
  readonly asked: DateOrder | undefined;
  readonly before: readonly SourceRow[];
}

/** From so many proven steps on, a balance that holds decides how amounts are read. */
const provenShare = 0.5;

/** Reads a table. Throws `DateOrderError` where the order of its dates is open. */
export function readTable(table: Table, {asked, before}: Around): TableReading {
  const columns = columnsOf(table);
  const words = [...before, ...(table.head ? [table.head] : [])]
    .flatMap(({cells}) => cells)
    .join(" ")
    .slice(0, 4000);
  const sorted = ledgerRows(table.rows, columns, {asked, words});
  const facts = factsIn(before);
  const chosen = chosenConvention(sorted, columns, isCardText(words));
  const broker = brokerRows(sorted.rows, columns);
  const {rows, leftOut, doubts} = bookings(sorted, columns, chosen, facts);
  return {
    rows,
    ...broker,
    leftOut: [...sorted.leftOut, ...leftOut],
    problems: sorted.problems,
    doubts,
    columns,
    dateOrder: sorted.dateOrder,
    convention: chosen?.convention.name,
    proof: chosen?.proof,
  };
}

interface Chosen {
  readonly convention: Convention;
  readonly amounts: readonly (Decimal | undefined)[];
  readonly proof: Proof | undefined;
}

/** The likeliest convention, or the one that the running balance proves. */
function chosenConvention(
  {rows}: LedgerRows,
  columns: Columns,
  isCard: boolean,
): Chosen | undefined {
  const balance = columns.first("balance");
  const balances = rows.map(({amounts}) => {
    const value = amounts.get(balance)?.value;
    return value ? asNumber(value) : Number.NaN;
  });
  const pockets = rows.map(({cells}) =>
    [...columns.of("account"), ...columns.of("currency")]
      .map((column) => cells[column] ?? "")
      .join("|"),
  );
  const days = rows.map(({date}) => date);
  let best: Chosen | undefined;
  for (const convention of conventions(rows, columns, {isCard})) {
    const amounts = rows.map(convention.amountOf);
    const numbers = amounts.map((amount) => (amount ? asNumber(amount) : Number.NaN));
    const proof = balance < 0 ? undefined : balanceProof(numbers, balances, pockets, days);
    const isBetter =
      !best || (proof && proof.share >= provenShare && proof.share > (best.proof?.share ?? 0));
    if (isBetter) best = {convention, amounts, proof};
  }
  return best;
}

function bookings(
  {rows}: LedgerRows,
  columns: Columns,
  chosen: Chosen | undefined,
  facts: readonly Fact[],
): Pick<TableReading, "rows" | "leftOut" | "doubts"> {
  if (!chosen) return {rows: [], leftOut: [], doubts: []};
  const {convention, amounts, proof} = chosen;
  const texts = rowTexts(columns);
  const currencyOf = currencyFinder(columns, facts);
  const [ids, accounts, counterAccounts] = [
    columns.first("reference"),
    columns.first("account"),
    columns.first("counterAccount"),
  ];
  const found: StatementRow[] = [];
  const leftOut: {line: number; reason: "zero amount" | "note"}[] = [];
  for (const [at, row] of rows.entries()) {
    const amount = amounts[at];
    if (!amount || isZero(amount)) {
      leftOut.push({line: row.line, reason: amount ? "zero amount" : "note"});
      continue;
    }
    found.push({
      date: row.date,
      valueDate: row.valueDate,
      amount: formatAmount(amount),
      currency: currencyOf(row),
      counterparty: texts.counterparty(row, amount.digits < 0n),
      counterpartyAccount: row.cells[counterAccounts] ?? "",
      description: texts.description(row),
      category: texts.category(row),
      account: row.cells[accounts] ?? "",
      bankId: row.cells[ids] ?? "",
      line: row.line,
    });
  }
  const isProven = proof !== undefined && proof.share > 0.9 && proof.stepCount > 0;
  const doubts = [
    ...(convention.isDoubtful && !isProven
      ? [`signs are not written in the file: ${convention.name}`]
      : []),
    ...(proof && proof.stepCount > 0
      ? proof.breaks
          .slice(0, 20)
          .map((at) => `line ${rows[at]!.line}: the balance does not follow from the amount`)
      : []),
  ];
  return {rows: found, leftOut, doubts};
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
    money.map((at) => amounts.get(at)?.currency).find(Boolean) ||
    around;
}
