/**
 * The shape of a CSV file: its delimiter, whether its first line has names, how its numbers are written. The engine
 * would guess it too, and falls back to one wide column where a row is cut off; here such a row is an error with its
 * line.
 */
import {csvRecords} from "../csv/csvRecords.js";
import {decimalMarkOf} from "../csv/decimalMark.js";
import {type Delimiter, delimiterName, delimiterOf} from "../csv/delimiter.js";

export interface CsvShape {
  readonly delimiter: Delimiter;
  readonly hasNames: boolean;
  /** Between a number's whole part and its cents. */
  readonly decimalMark: "." | ",";
  readonly columnCount: number;
}

const number = /^\s*[-+]?\d[\d.,]*\s*$/;

/** The shape of the file's text. Throws, naming file and line, where a row has more or fewer values than the first. */
export function csvShape(text: string, file: string): CsvShape {
  if (text.includes("\u0000")) throw new Error(`no text: ${file} (drop CSV in UTF-8)`);
  const from = text.startsWith("\ufeff") ? 1 : 0;
  const delimiter = delimiterOf(text);
  const names: string[] = [];
  const values: string[] = [];
  let first: number | undefined;
  for (const {line, fields, isOpen} of csvRecords(text, {from, delimiter})) {
    if (isOpen)
      throw new Error(
        `${file} line ${line}: a quote is opened and not closed (is the file whole?)`,
      );
    if (first === undefined) names.push(...fields());
    else if (values.length < 4000) values.push(...fields());
    const count = fields.count;
    first ??= count;
    if (count !== first)
      throw new Error(
        `${file} line ${line}: ${count} ${count === 1 ? "value" : "values"} where the first line has ${first} (is the file whole, and each text with a ${delimiterName(delimiter)} in quotes?)`,
      );
  }
  if (first === undefined) throw new Error(`empty file: ${file} (it has lines, but all are blank)`);
  const hasNames =
    names.every((name) => !number.test(name)) && new Set(names).size === names.length;
  if (hasNames && values.length === 0)
    throw new Error(`no rows: ${file} has only its line of names (drop one with rows)`);
  return {delimiter, hasNames, decimalMark: decimalMarkOf(delimiter, values), columnCount: first};
}
