/**
 * Which mark parts the cents. A cell with both marks, or with one that no three digits follow, says it; `1.280`
 * alone does not, and is read as the other cells of its column are, then as those of the file.
 */
import type {Decimal} from "../investing/decimal.js";
import {type AmountText, maybeAmount} from "./amountText.js";
import type {SourceRow} from "./sourceRows.js";

export type DecimalMark = "." | ",";

interface Votes {
  readonly point: number;
  readonly comma: number;
}

const sampleRows = 2000;

function votesIn(rows: readonly SourceRow[], column: number): Votes {
  let [point, comma] = [0, 0];
  for (const {cells} of rows.slice(0, sampleRows)) {
    const mark = markOf(maybeAmount(cells[column] ?? "")?.number ?? "");
    if (mark === ".") point++;
    if (mark === ",") comma++;
  }
  return {point, comma};
}

/** The mark that certainly parts the cents of this number; undefined where it has none, or where that is open. */
function markOf(number: string): DecimalMark | undefined {
  const last = Math.max(number.lastIndexOf("."), number.lastIndexOf(","));
  if (last < 0) return undefined;
  const mark = number[last] as DecimalMark;
  const other = mark === "." ? "," : ".";
  if (number.includes(other)) return number.indexOf(mark) === last ? mark : other;
  if (number.indexOf(mark) !== last) return other;
  const isOpen = number.length - last === 4 && /^[1-9]\d{0,2}$/.test(number.slice(0, last));
  return isOpen ? undefined : mark;
}

const most = ({point, comma}: Votes): DecimalMark | undefined =>
  point === comma ? undefined : point > comma ? "." : ",";

/** The mark of each of these columns; undefined for one that nothing settles, where such a mark parts thousands. */
export function decimalMarks(
  rows: readonly SourceRow[],
  columns: readonly number[],
): ReadonlyMap<number, DecimalMark | undefined> {
  const votes = columns.map((column) => ({column, votes: votesIn(rows, column)}));
  const all = votes.reduce(
    (sum, {votes: {point, comma}}) => ({point: sum.point + point, comma: sum.comma + comma}),
    {point: 0, comma: 0},
  );
  const rest = most(all) ?? (endInZero(rows, columns) ? "." : undefined);
  return new Map(votes.map(({column, votes}) => [column, most(votes) ?? rest]));
}

/**
 * Whether all numbers have a point, two digits and a zero (`-99.950`): amounts in thousandths, as some Swedish banks write
 * them, and no thousands.
 */
function endInZero(rows: readonly SourceRow[], columns: readonly number[]): boolean {
  const numbers = rows
    .slice(0, sampleRows)
    .flatMap(({cells}) =>
      columns.flatMap((column) => maybeAmount(cells[column] ?? "")?.number ?? []),
    );
  return (
    numbers.length >= 6 &&
    numbers.every((number) => /\.\d\d0$/.test(number)) &&
    numbers.some((number) => !number.endsWith("00"))
  );
}

/** The signed number of an amount, where `mark` parts the cents in what is open. */
export function signedNumber(
  {number, isNegative}: AmountText,
  mark: DecimalMark | undefined,
): Decimal {
  const cents = markOf(number) ?? mark;
  const at = cents === undefined ? -1 : number.lastIndexOf(cents);
  const isWhole = at < 0 || number.indexOf(cents!) !== at;
  const size = number.length > safeLetters ? longSize(number) : BigInt(safeSize(number));
  return {
    digits: isNegative ? -size : size,
    decimals: isWhole ? 0 : number.length - at - 1,
  };
}

/** So many digits are exact as a plain number. */
const safeLetters = 15;

const longSize = (number: string): bigint => BigInt(number.replace(/[.,]/g, "") || "0");

/** The digits of a short number without its marks. */
function safeSize(number: string): number {
  let size = 0;
  for (let at = 0; at < number.length; at++) {
    const digit = number.charCodeAt(at) - 48;
    if (digit >= 0) size = size * 10 + digit;
  }
  return size;
}
