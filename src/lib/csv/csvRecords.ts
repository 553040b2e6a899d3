/** The records of a CSV text, found without reading their values: for looks at files of any size. */

export interface CsvFields {
  (): string[];
  readonly count: number;
}

export interface CsvRecord {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly fields: CsvFields;
  /** Whether the text ends within quotes. */
  readonly isOpen: boolean;
}

/** The records between line ends outside of quotes; blank lines are none. */
export function* csvRecords(
  text: string,
  {from, delimiter}: {readonly from: number; readonly delimiter: string},
): Generator<CsvRecord> {
  const special = new RegExp(`["\\n\\${delimiter === "\t" ? "t" : delimiter}]`, "g");
  let [start, line, lines, count, isQuoted] = [from, 1, 0, 1, false];
  let [fieldStart, closed] = [from, -1];
  const record = (end: number): CsvRecord => {
    const written = text.slice(start, end).replace(/\r$/, "");
    const fields = () => split(written, delimiter);
    return {line, fields: Object.assign(fields, {count}), isOpen: isQuoted};
  };
  const isBlank = (end: number) => end <= start || (end === start + 1 && text[start] === "\r");
  special.lastIndex = from;
  for (let match = special.exec(text); match; match = special.exec(text)) {
    const [mark] = match;
    const at = match.index;
    if (mark === '"') {
      if (isQuoted) closed = at;
      isQuoted = !isQuoted && isOpening(at, fieldStart, closed);
      continue;
    }
    if (mark === "\n") lines++;
    if (isQuoted) continue;
    if (mark === "\n") {
      if (!isBlank(at)) yield record(at);
      [start, line, count] = [at + 1, lines + 1, 1];
    } else count++;
    fieldStart = at + 1;
  }
  if (!isBlank(text.length)) yield record(text.length);
}

/**
 * Whether a quote begins a text in quotes, or goes on with one, as the second of two that stand for one. Within a value
 * that began without one it is a letter, which RFC 4180 does not know and DuckDB reads so.
 */
const isOpening = (at: number, fieldStart: number, closed: number) =>
  at === fieldStart || at === closed + 1;

function split(record: string, delimiter: string): string[] {
  const fields: string[] = [];
  let [from, closed, isQuoted] = [0, -1, false];
  for (let at = 0; at <= record.length; at++) {
    if (record[at] === '"') {
      if (isQuoted) closed = at;
      isQuoted = !isQuoted && isOpening(at, from, closed);
    }
    if (at < record.length && (isQuoted || record[at] !== delimiter)) continue;
    const field = record.slice(from, at);
    fields.push(/^".*"$/s.test(field) ? field.slice(1, -1).replaceAll('""', '"') : field);
    from = at + 1;
  }
  return fields;
}
