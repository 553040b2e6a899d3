/**
 * The small CSV files that commands are given: trades, splits, series. All are read in one way, as exports and
 * spreadsheets write them.
 */
import {CsvError, parse} from "csv-parse/sync";
import {delimiterOf} from "../../src/lib/csv/delimiter.js";
import {FileError} from "./fileError.js";
import {fileText} from "./fileText.js";

/** One row of a file: its line (the header is line 1) and its values by column. */
export interface FileRow {
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * The rows of a CSV file with a header (RFC 4180). No errors are: UTF-16, a byte order mark, line ends of
 * any system, semicolons or tabs instead of commas, capitals in the header, other columns, spaces around values,
 * empty lines. Throws `FileError` on a file that cannot be read, a column that is missing or stands there twice, or
 * a row with another number of values than the header.
 */
export function readTable(file: string, columns: readonly string[]): FileRow[] {
  const [header, ...rows] = records(fileText(file), file);
  if (!header) throw new FileError(`${file}: missing header: ${columns.join(",")}`);
  const places = columnPlaces(header.values, columns, file);
  return rows.map(({line, values}) => {
    if (values.length !== header.values.length) {
      const found = `${values.length} values, the header has ${header.values.length}`;
      throw new FileError(`row ${line} of ${file}: invalid length: ${found}`);
    }
    return {line, values: Object.fromEntries(places.map(([name, at]) => [name, values[at]!]))};
  });
}

function columnPlaces(
  header: readonly string[],
  columns: readonly string[],
  file: string,
): [name: string, at: number][] {
  const found = header.map((name) => name.toLowerCase());
  const missing = columns.filter((column) => !found.includes(column));
  if (missing.length > 0) {
    const names = header.join(", ");
    throw new FileError(`${file}: missing columns: ${missing.join(", ")} (found: ${names})`);
  }
  return columns.map((column) => {
    const [at, again] = [found.indexOf(column), found.lastIndexOf(column)];
    if (at === again) return [column, at];
    const places = `columns ${at + 1} and ${again + 1} of ${header.length}; keep one`;
    throw new FileError(`${file}: repeated column: ${column} (${places})`);
  });
}

function records(text: string, file: string): {line: number; values: string[]}[] {
  try {
    const rows = parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: ["\r\n", "\n", "\r"],
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      info: true,
    }) as unknown as {info: {lines: number}; record: string[]}[];
    return rows
      .map(({info, record}) => ({line: info.lines, values: record}))
      .filter(({values}) => values.some((value) => value !== ""));
  } catch (error) {
    if (error instanceof CsvError) throw new FileError(`${file}: invalid CSV: ${error.message}`);
    throw error;
  }
}
