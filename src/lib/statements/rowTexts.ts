/** Counterparty, description and the other texts of a row. */
import type {Columns} from "./columns.js";
import {plainHeading} from "./heading.js";
import type {LedgerRow} from "./ledgerRows.js";

/** A text with each run of white space as one blank. */
export const collapsed = (text: string): string => text.replace(/\s+/g, " ").trim();

export interface RowTexts {
  counterparty(row: LedgerRow, isSpent: boolean): string;
  description(row: LedgerRow): string;
  category(row: LedgerRow): string;
}

/** How the texts of a table's rows are found. */
export function rowTexts(columns: Columns): RowTexts {
  const names = columns.of("counterparty");
  const [payer, payee] = [columns.first("payer"), columns.first("payee")];
  const described = descriptionColumns(columns);
  const categories = columns.of("category").slice(0, 1);
  const at = ({cells}: LedgerRow, column: number) => collapsed(cells[column] ?? "");
  const firstOf = (row: LedgerRow, list: readonly number[]) => {
    for (const column of list) {
      const text = at(row, column);
      if (text !== "") return text;
    }
    return "";
  };
  return {
    counterparty: (row, isSpent) =>
      firstOf(row, [
        ...(payer >= 0 && payee >= 0 ? (isSpent ? [payee, payer] : [payer, payee]) : []),
        ...names,
        payee,
        payer,
      ]),
    description: (row) => {
      const [first, ...more] = described;
      if (!first) return "";
      const text = first
        .map((column) => at(row, column))
        .filter(Boolean)
        .join(" ");
      return text || firstOf(row, more.flat());
    },
    category: (row) => firstOf(row, categories),
  };
}

/** The columns that make one description (`Omschrijving-1`, `Omschrijving-2`), and those that stand in where it is empty. */
function descriptionColumns(columns: Columns): readonly (readonly number[])[] {
  const described = columns.of("description");
  const [best] = described;
  const others = [...columns.of("note")];
  if (best === undefined) {
    const named = columns.first("counterparty", "payee", "payer") >= 0;
    return [...others, ...(named && others.length > 0 ? [] : columns.of("type"))].map((column) => [
      column,
    ]);
  }
  const stem = plainHeading(columns.name(best));
  const parts = described
    .filter((column) => plainHeading(columns.name(column)) === stem && stem !== "")
    .sort((a, b) => a - b);
  const rest = described.filter((column) => column !== best && !parts.includes(column));
  return [parts.length > 1 ? parts : [best], ...[...rest, ...others].map((column) => [column])];
}
