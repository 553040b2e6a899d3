/** Counterparty, description and the other texts of a row. */
import type {Columns} from "./columns.js";
import {plainHeading} from "./heading.js";
import type {LedgerRow} from "./ledgerRows.js";

/** What stands where there is no text. */
const nothing = /^[-–—]*$/;

/** A text with each run of white space as one blank. */
export const collapsed = (text: string): string =>
  /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, " ").trim() : text;

export interface RowTexts {
  counterparty(row: LedgerRow, isSpent: boolean): string;
  description(row: LedgerRow): string;
  category(row: LedgerRow): string;
}

/** How the texts of a table's rows are found. */
export function rowTexts(columns: Columns): RowTexts {
  const names = othersFirst(columns, columns.of("counterparty"));
  const [payer, payee] = [columns.first("payer"), columns.first("payee")];
  const [described = [], ...more] = descriptionColumns(columns);
  const [insteadOfText, [only, ...parts]] = [more.flat(), described];
  const categories = columns.of("category").slice(0, 1);
  const at = ({cells}: LedgerRow, column: number) =>
    nothing.test(cells[column] ?? "") ? "" : collapsed(cells[column] ?? "");
  const firstOf = (row: LedgerRow, list: readonly number[]) => {
    for (const column of list) {
      const text = at(row, column);
      if (text !== "") return text;
    }
    return "";
  };
  const isTwofold = payer >= 0 && payee >= 0;
  const known = (column: number) => (column < 0 ? [] : [column]);
  // who pays what goes out is the holder
  const whenSpent = [...(isTwofold ? [payee, payer] : []), ...names, ...known(payee)];
  const whenReceived = [
    ...(isTwofold ? [payer, payee] : []),
    ...names,
    ...known(payee),
    ...known(payer),
  ];
  return {
    counterparty: (row, isSpent) => firstOf(row, isSpent ? whenSpent : whenReceived),
    description: (row) => {
      if (only === undefined) return "";
      const told =
        parts.length === 0
          ? at(row, only)
          : described
              .map((column) => at(row, column))
              .filter(Boolean)
              .join(" ");
      return told || firstOf(row, insteadOfText);
    },
    category: (row) => firstOf(row, categories),
  };
}

/**
 * The columns that make one description (`Omschrijving-1`, `Omschrijving-2`), and those that stand in where it is
 * empty.
 */
function descriptionColumns(columns: Columns): readonly (readonly number[])[] {
  const told = columns.of("description").filter((column) => isTold(columns, column));
  const described = told.toSorted(
    (a, b) => Number(isWhole(columns, b)) - Number(isWhole(columns, a)),
  );
  const [best] = described;
  const others = [...columns.of("note")];
  if (best === undefined) {
    const texts = [...columns.of("text"), ...columns.of("security"), ...columns.of("symbol")];
    if (texts.length > 0)
      return [withUnnamed(columns, texts.slice(0, 1)), ...others.map((column) => [column])];
    const named = columns.first("counterparty", "payee", "payer") >= 0;
    return [...others, ...(named && others.length > 0 ? [] : columns.of("type"))].map((column) => [
      column,
    ]);
  }
  const stem = plainHeading(columns.name(best));
  const stems = described.filter(
    (column) => stem !== "" && plainHeading(columns.name(column)) === stem,
  );
  const parts = stems.filter((column) => !isOwn(columns, column)).sort((a, b) => a - b);
  const rest = described.filter((column) => column !== best && !parts.includes(column));
  return [
    withUnnamed(columns, parts.length > 1 ? parts : [best]),
    ...[...rest, ...others].map((column) => [column]),
  ];
}

/** `Descrizione_Completa` beside `Descrizione`: the one that leaves nothing out. */
const isWhole = (columns: Columns, column: number): boolean =>
  /\b(complet\w*|full|estesa|extended)\b/.test(plainHeading(columns.name(column)));

/** With the columns behind that have texts and no name: the rest of the same text. */
function withUnnamed(columns: Columns, parts: readonly number[]): readonly number[] {
  const more = [...parts];
  for (let column = parts.at(-1)! + 1; column < columns.count; column++) {
    const {texts, filled} = columns.profiles[column]!;
    if (columns.isNamed(column) || (filled > 0 && texts < 0.5)) break;
    more.push(column);
  }
  return columns.isNamed(parts[0]!) ? more : parts;
}

/** A column that is mostly empty describes nothing where another one has a text in every row. */
function isTold(columns: Columns, column: number): boolean {
  const {filled} = columns.profiles[column]!;
  const other = columns.profiles[columns.first("text")];
  return !other || filled >= 0.6 || other.filled < 0.9 || other.isRepeating;
}

/** Whether one text stands in every row, as the holder's name or the account's. */
function isOwn(columns: Columns, column: number): boolean {
  const {distinct, filled, isRepeating} = columns.profiles[column]!;
  return distinct === 1 && filled > 0.9 && isRepeating;
}

/** The holder's own name comes last. */
function othersFirst(columns: Columns, list: readonly number[]): readonly number[] {
  const own = list.filter((column) => isOwn(columns, column));
  return [...list.filter((column) => !own.includes(column)), ...own];
}
