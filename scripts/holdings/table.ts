import {readFileSync} from "node:fs";
import {CsvError, parse} from "csv-parse/sync";

/** One row of a file: its line (the header is line 1) and its values by column. */
export interface FileRow {
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

/** A mistake in a file, in one line that says where. */
export class FileError extends Error {
  override readonly name = "FileError";
}

/** A mistake in one value of a row. */
export function invalidValue(
  file: string,
  {line, column, value, reason}: {line: number; column: string; value: string; reason: string},
): FileError {
  const found = `invalid ${column}: ${JSON.stringify(value)}`;
  return new FileError(`row ${line} of ${file}: ${found} (${reason})`);
}

/**
 * The rows of a CSV file with a header (RFC 4180; a BOM, Windows line ends, spaces around values, other columns
 * and empty lines are no errors). Throws `FileError` on a file that cannot be read, a missing column, or a row with
 * another number of values than the header.
 */
export function readTable(file: string, columns: readonly string[]): FileRow[] {
  const [header, ...rows] = records(file);
  if (!header) throw new FileError(`${file}: missing header: ${columns.join(",")}`);
  const missing = columns.filter((column) => !header.values.includes(column));
  if (missing.length > 0) throw new FileError(`${file}: missing columns: ${missing.join(", ")}`);
  return rows.map(({line, values}) => {
    if (values.length !== header.values.length) {
      const found = `${values.length} values, the header has ${header.values.length}`;
      throw new FileError(`row ${line} of ${file}: invalid length: ${found}`);
    }
    return {line, values: Object.fromEntries(header.values.map((name, i) => [name, values[i]!]))};
  });
}

function records(file: string): {line: number; values: string[]}[] {
  const options = {bom: true, trim: true, skip_empty_lines: true, relax_column_count: true};
  try {
    const rows = parse(readFileSync(file), {...options, info: true}) as unknown as {
      info: {lines: number};
      record: string[];
    }[];
    return rows.map(({info, record}) => ({line: info.lines, values: record}));
  } catch (error) {
    if (error instanceof CsvError) throw new FileError(`${file}: invalid CSV: ${error.message}`);
    const {code} = error as NodeJS.ErrnoException;
    if (code) throw new FileError(`cannot read ${file}: ${reasons[code] ?? code}`);
    throw error;
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  EACCES: "permission denied",
  EISDIR: "it is a folder",
};
