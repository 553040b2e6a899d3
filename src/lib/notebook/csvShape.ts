/**
 * The shape of a CSV file: its delimiter, whether its first line has names, how its numbers are written. The engine
 * would guess it too, and falls back to one wide column where a row is cut off; here such a row is an error with its
 * line.
 */
import {csvRecords} from "../csv/csvRecords.js";
import {decimalMarkOf} from "../csv/decimalMark.js";
import {type Delimiter, delimiterName, delimiterOf} from "../csv/delimiter.js";
import {repeatedColumn} from "../csv/repeatedColumn.js";
import {isHeader} from "./csvHeader.js";

export interface CsvShape {
  readonly delimiter: Delimiter;
  readonly hasNames: boolean;
  /** Between a number's whole part and its cents. */
  readonly decimalMark: "." | ",";
  readonly columnCount: number;
}

/**
 * The shape of the file's text. Throws, naming file and line, where a row has more or fewer values than the first, or a name
 * stands twice in the first line.
 */
export function csvShape(text: string, file: string): CsvShape {
  if (text.includes("\u0000")) throw new Error(`no text: ${file} (drop CSV in UTF-8)`);
  const from = text.startsWith("\ufeff") ? 1 : 0;
  const delimiter = delimiterOf(text);
  const names: string[] = [];
  const values: string[] = [];
  let [first, firstLine]: [number | undefined, number] = [undefined, 1];
  for (const {line, fields, isOpen} of csvRecords(text, {from, delimiter})) {
    if (isOpen)
      throw new Error(
        `${file} line ${line}: a quote is opened and not closed (is the file whole?)`,
      );
    if (first === undefined) {
      names.push(...fields());
      firstLine = line;
    } else if (values.length < 4000) values.push(...fields());
    const count = fields.count;
    first ??= count;
    if (count !== first)
      throw new Error(
        `${file} line ${line}: ${count} ${count === 1 ? "value" : "values"} where the first line has ${first} (is the file whole, and each text with a ${delimiterName(delimiter)} in quotes?)`,
      );
  }
  if (first === undefined) throw new Error(`empty file: ${file} (it has lines, but all are blank)`);
  const hasNames = isHeader(names, columnsOf(values, first));
  const repeated = hasNames ? repeatedColumn(names) : undefined;
  if (repeated !== undefined) throw new Error(`${file} line ${firstLine}: ${repeated}`);
  if (hasNames && values.length === 0)
    throw new Error(`no rows: ${file} has only its line of names (drop one with rows)`);
  return {delimiter, hasNames, decimalMark: decimalMarkOf(delimiter, values), columnCount: first};
}

/** The values of rows that follow each other, by column. */
function columnsOf(values: readonly string[], count: number): string[][] {
  const rowCount = values.length / count;
  return Array.from({length: count}, (_, at) =>
    Array.from({length: rowCount}, (_, row) => values[row * count + at]!),
  );
}
