/**
 * Whether the first line of a CSV file names its columns. Texts do, where no two are alike. A number among texts is a name
 * in `city,2025,2026` and a value in `Vienna,3,4`; two like texts are one name twice in `date,amount,amount` and two values
 * in `Rome,Rome`. Such a line is taken for names where the lines below are of another kind. Where they are not, as below
 * numbers that are neither years nor counted up, it is taken for values: a row too many is seen, one that is missing is not.
 */

/** Whether the cells of the first line are names; `columns` has the values below each of them. */
export function isHeader(
  cells: readonly string[],
  columns: readonly (readonly string[])[],
): boolean {
  const numbers = cells.flatMap((cell, at) => (isNumber(cell) ? [at] : []));
  if (numbers.length === 0 && new Set(cells).size === cells.length) return true;
  if (!isText(cells[0]!) && !isMost(cells, isText)) return false;
  return (
    cells.some((cell, at) => isNameOfValues(cell, columns[at]!)) ||
    areYears(cells, columns, numbers) ||
    areCounted(cells, columns, numbers)
  );
}

const isNumber = (cell: string) => /^\s*[-+]?\d[\d.,]*\s*$/.test(cell);
const isDate = (cell: string) => /^\s*\d{1,4}[-/]\d{1,2}[-/]\d{1,4}/.test(cell);
const isYear = (cell: string) => /^\s*(19|20|21)\d\d\s*$/.test(cell);
const isFilled = (cell: string) => cell.trim() !== "";
const isText = (cell: string) => isFilled(cell) && !isNumber(cell) && !isDate(cell);

/** A text above numbers or dates. One that comes again below, as `n/a` does, is a value. */
function isNameOfValues(cell: string, below: readonly string[]): boolean {
  return (
    isText(cell) &&
    !below.includes(cell) &&
    isMost(below, (value) => isNumber(value) || isDate(value))
  );
}

/** `city,2025,2026` above other values than years. */
function areYears(
  cells: readonly string[],
  columns: readonly (readonly string[])[],
  numbers: readonly number[],
): boolean {
  return (
    numbers.length > 0 &&
    numbers.every((at) => isYear(cells[at]!) && isMost(columns[at]!, (value) => !isYear(value)))
  );
}

/** `category,1,2,3` above rows of which none counts up: months, days, ages. Two numbers may do so by chance. */
function areCounted(
  cells: readonly string[],
  columns: readonly (readonly string[])[],
  numbers: readonly number[],
): boolean {
  const isCounted = (valueAt: (column: number) => string) =>
    numbers.every((column, at) => at === 0 || +valueAt(column) === +valueAt(numbers[at - 1]!) + 1);
  const rows = columns[0]!;
  return (
    numbers.length >= 3 &&
    rows.length > 0 &&
    isCounted((column) => cells[column]!) &&
    !rows.some((_, row) => isCounted((column) => columns[column]![row]!))
  );
}

/** Whether a rule holds for more than half of the values that there are. */
function isMost(values: readonly string[], rule: (value: string) => boolean): boolean {
  const filled = values.filter(isFilled);
  return filled.filter(rule).length > filled.length / 2;
}
