/** Why a row of a CSV file cannot be read. */
export interface RecordFault {
  readonly what: string;
  /** The place of the field, from 0, where it is in one. */
  readonly field?: number;
  /** What to do about it. */
  readonly step: string;
}

export const badQuoting = (field: number): RecordFault => ({
  what: "bad quoting",
  field,
  step: "double the quotes in a quoted field, and close it",
});

export const carriageReturn = (field: number): RecordFault => ({
  what: "a carriage return",
  field,
  step: "quote a field that holds one",
});

/** DuckDB's reader knows one kind of line end a file. */
export const otherLineEnd: RecordFault = {
  what: "another line end than the header's",
  step: "save the file with one kind",
};

export const brokenUtf8: RecordFault = {what: "broken UTF-8", step: "save the file as UTF-8"};

/** The fault in one line, with the name of the column. */
export function faultWords(
  {what, field, step}: RecordFault,
  columns: readonly {readonly name: string}[],
): string {
  const place = field === undefined ? "" : ` in ${columns[field]?.name ?? "the last field"}`;
  return `${what}${place} (${step})`;
}
