/**
 * From what a row says to what it did to the account. Each convention that the columns allow gives an amount for
 * every row; they come in the order in which they are likely, and a running balance has the last word.
 */
import type {Decimal} from "../investing/decimal.js";
import {isZero, negative, plus} from "./amount.js";
import {brokerKind, directionOfKind} from "./brokerKinds.js";
import type {Columns} from "./columns.js";
import {type Direction, directionOf, directionTold} from "./directionWords.js";
import {amountColumn, type Convention, withFees} from "./fees.js";
import type {LedgerRow} from "./ledgerRows.js";

const byDirection = (value: Decimal, direction: Direction): Decimal =>
  direction === "out" ? negative(value) : value;

export interface Habits {
  readonly isCard: boolean;
  /** What somebody says of amounts that are written without signs. */
  readonly side: Direction | undefined;
}

/** The conventions that the columns of these rows allow, the likeliest first. */
export function conventions(
  rows: readonly LedgerRow[],
  columns: Columns,
  {isCard, side}: Habits,
): Convention[] {
  const amount = amountColumn(columns);
  const [debit, credit] = [columns.first("debit"), columns.first("credit")];
  const [parted, single] = [columnsFilled(rows, [debit, credit]), columnsFilled(rows, [amount])];
  const isParted =
    parted > 0 &&
    (amount < 0 || parted >= single || !rows.some((row) => row.amounts[amount]?.isSigned));
  // a balance may show that the bank speaks of its own debits
  const ofParts =
    parted > 0 ? [debitAndCredit(rows, debit, credit), debitAndCredit(rows, credit, debit)] : [];
  const ofOne = single > 0 ? ofOneColumn(rows, columns, amount, {isCard, side}) : [];
  const base = isParted ? [...ofParts, ...ofOne] : [...ofOne, ...ofParts];
  return base.flatMap((convention) => withFees(rows, columns, amount, convention));
}

function columnsFilled(rows: readonly LedgerRow[], columns: readonly number[]): number {
  const known = columns.filter((column) => column >= 0);
  if (known.length === 0) return 0;
  return rows.filter(({amounts}) => known.some((column) => amounts[column])).length;
}

/** Debits are taken off whether written with a minus or without; one of the other sign is a debit taken back. */
function debitAndCredit(rows: readonly LedgerRow[], debit: number, credit: number): Convention {
  const minuses = (column: number) => {
    const values = rows
      .flatMap((row) => row.amounts[column] ?? [])
      .filter((value) => !isZero(value));
    return values.filter(({digits}) => digits < 0n).length > values.length / 2;
  };
  const [isDebitNegative, isCreditNegative] = [minuses(debit), minuses(credit)];
  return {
    name: "debit and credit columns",
    amountOf: ({amounts}) => {
      const [out, into] = [amounts[debit], amounts[credit]];
      const taken = out && (isDebitNegative ? out : negative(out));
      const given = into && (isCreditNegative ? negative(into) : into);
      if (!taken || !given) return taken ?? given;
      return plus(taken, given);
    },
    isNetted: ({amounts}) => [debit, credit].every((column) => amounts[column]?.digits),
  };
}

function ofOneColumn(
  rows: readonly LedgerRow[],
  columns: Columns,
  amount: number,
  {isCard, side}: Habits,
): Convention[] {
  const valueIn = ({amounts}: LedgerRow) => amounts[amount];
  const signed: Convention = {name: "signed amounts", amountOf: valueIn};
  const inverted: Convention = {
    name: "card export: spending is positive",
    amountOf: (row) => {
      const value = valueIn(row);
      return value && negative(value);
    },
  };
  const negatives = rows.filter((row) => (valueIn(row)?.digits ?? 0n) < 0n).length;
  const flag = flagColumn(columns);
  const flagged: Convention = {
    name: `signs by ${columns.name(flag)}`,
    amountOf: (row) => {
      const [value, direction] = [valueIn(row), directionOf(row.cells[flag] ?? "")];
      return value && direction ? byDirection(value, direction) : value;
    },
  };
  if (flag >= 0) {
    const agreeing = rows.filter(
      (row) => (valueIn(row)?.digits ?? 0n) < 0n === (directionOf(row.cells[flag] ?? "") === "out"),
    ).length;
    if (negatives > 0 && agreeing > rows.length * 0.9) return [signed, inverted];
    // a minus beside each credit: the flag and the sign both speak of what is owed
    return negatives > 0 && agreeing < rows.length * 0.1 ? [inverted, flagged] : [flagged, signed];
  }
  const {told, inverse, normal} = wordsAgainst(rows, columns, valueIn);
  const positives = rows.length - negatives;
  if (negatives > 0) {
    const isInverse =
      inverse > normal &&
      (isCard || inverse > 2 * normal) &&
      (positives > negatives || isCard || normal === 0);
    const isHabit = isCard && inverse + normal === 0 && positives > rows.length * 0.6;
    return isInverse || isHabit ? [inverted, signed] : [signed, inverted];
  }
  const worded: Convention = {
    name: "signs by words",
    isDoubtful: true,
    unsigned: "words",
    amountOf: (row) => {
      const value = valueIn(row);
      return (
        value && byDirection(value, toldOf(row, columns) ?? (isCard || normal === 0 ? "out" : "in"))
      );
    },
  };
  const isBroker = columns.first("quantity") >= 0 && rows.some((row) => brokerKind(row, columns));
  const byKind: Convention = {
    name: "signs by kinds of movements",
    amountOf: (row) => {
      const [value, kind] = [valueIn(row), brokerKind(row, columns)];
      return value && kind ? byDirection(value, directionOfKind(kind)) : value;
    },
  };
  if (isBroker) return [byKind, signed];
  const isPlus = rows.some((row) => row.amounts[amount]?.isSigned);
  if (isPlus) return [signed, inverted];
  const out: Convention = {...inverted, name: "without signs: payments out", unsigned: "out"};
  const into: Convention = {...signed, name: "without signs: payments in", unsigned: "in"};
  if (side) return side === "out" ? [out, signed] : [into, inverted];
  if (told > 0 && inverse > 0) return [worded, signed, inverted];
  return isCard || (normal === 0 && rows.length > 1)
    ? [{...out, isDoubtful: !isCard}, signed]
    : [{...into, isDoubtful: true}, inverted];
}

/** The column that says in or out: by name, or whichever holds nothing else. */
function flagColumn(columns: Columns): number {
  const named = columns.first("flag");
  if (named >= 0) return named;
  const [types, sides] = [columns.of("type"), columns.of("side")];
  return columns.profiles.findIndex(
    ({directions, distinct, filled, amounts}, column) =>
      directions >= 0.95 &&
      distinct <= 3 &&
      filled > 0.8 &&
      amounts === 0 &&
      // `K` and `S` are kupno and sprzedaż there, not kredit and Soll
      !sides.includes(column) &&
      (types.includes(column) || (distinct > 1 && !columns.texts.includes(column))),
  );
}

function toldOf({cells}: LedgerRow, columns: Columns): Direction | undefined {
  for (const role of ["type", "text", "description", "counterparty", "category"] as const)
    for (const column of columns.of(role)) {
      const told = directionTold(cells[column] ?? "");
      if (told) return told;
    }
  return undefined;
}

/** How many rows say in words what their sign says, and how many the contrary. */
function wordsAgainst(
  rows: readonly LedgerRow[],
  columns: Columns,
  valueIn: (row: LedgerRow) => Decimal | undefined,
) {
  let [told, inverse, normal] = [0, 0, 0];
  for (const row of rows.slice(0, 1000)) {
    const direction = toldOf(row, columns);
    const digits = valueIn(row)?.digits ?? 0n;
    if (!direction || digits === 0n) continue;
    told++;
    if (digits < 0n === (direction === "out")) normal++;
    else inverse++;
  }
  return {told, inverse, normal};
}
