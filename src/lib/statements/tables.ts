/**
 * The tables inside a file. Before the first head stand account data and notes, after the rows sums and more notes;
 * two files saved into one have two heads. A head is a row of names, among them one of a day and one of money.
 */
import {isAmount} from "./amountText.js";
import type {Role} from "./columnWords.js";
import {isDate} from "./dateText.js";
import {meaningsOf} from "./heading.js";
import type {SourceRow} from "./sourceRows.js";

export interface Table {
  /** Undefined where the file has no names for its columns. */
  readonly head: SourceRow | undefined;
  readonly rows: readonly SourceRow[];
}

export interface Tables {
  readonly before: readonly SourceRow[];
  readonly tables: readonly Table[];
}

const dayRoles: readonly Role[] = ["bookedOn", "date", "madeOn", "valuedOn"];
const moneyRoles: readonly Role[] = [
  "amount",
  "netAmount",
  "debit",
  "credit",
  "balance",
  "originalAmount",
  "quantity",
  "price",
];

/** The tables of a file in their order, and the rows before the first. */
export function tablesIn(rows: readonly SourceRow[]): Tables {
  const heads = rows.flatMap((row, at) => (isHead(row) ? [at] : []));
  if (heads.length > 0)
    return {
      before: rows.slice(0, heads[0]),
      tables: heads.map((at, index) => ({
        head: rows[at]!,
        rows: rows.slice(at + 1, heads[index + 1]),
      })),
    };
  const first = rows.findIndex(isData);
  if (first < 0) return {before: rows, tables: []};
  const before = rows[first - 1];
  const width = rows[first]!.cells.length;
  const hasNames = before !== undefined && isNames(before, width);
  return {
    before: rows.slice(0, hasNames ? first - 1 : first),
    tables: [{head: hasNames ? before : undefined, rows: rows.slice(first)}],
  };
}

/** Whether a row holds a day and an amount. */
export function isData({cells}: SourceRow): boolean {
  return cells.some(isDate) && cells.some((cell) => isAmount(cell) && !isDate(cell));
}

function isHead({cells}: SourceRow): boolean {
  if (cells.length < 2 || cells.length > 150) return false;
  // most rows are told by their first cell
  if (cells.some((cell) => /\d/.test(cell) && (isDate(cell) || isAmount(cell)))) return false;
  const names = cells.filter((cell) => cell !== "");
  if (names.length < 2 || names.some((cell) => cell.length > 80)) return false;
  const meanings = names.map(meaningsOf);
  const has = (roles: readonly Role[], least: number) =>
    meanings.some((list) => list.some(({role, share}) => share > least && roles.includes(role)));
  const known = meanings.filter((list) => list.some(({share}) => share > 0.3)).length;
  return has(dayRoles, 0.15) && has(moneyRoles, 0.3) && known >= Math.max(2, names.length * 0.4);
}

/** A row above the data of the same width that holds nothing but words. */
function isNames({cells}: SourceRow, width: number): boolean {
  const names = cells.filter((cell) => cell !== "");
  return (
    Math.abs(cells.length - width) <= 1 &&
    names.length >= cells.length * 0.6 &&
    names.every(
      (cell) => /\p{L}/u.test(cell) && cell.length < 40 && !isDate(cell) && !isAmount(cell),
    )
  );
}
