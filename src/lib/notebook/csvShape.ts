/**
 * The shape of a CSV file: its delimiter, whether its first line has names, how its numbers are written. The engine
 * would guess it too, and falls back to one wide column where a row is cut off; here such a row is an error with its
 * line.
 */
export interface CsvShape {
  readonly delimiter: string;
  readonly hasNames: boolean;
  /** Between a number's whole part and its cents. */
  readonly decimalMark: "." | ",";
  readonly columnCount: number;
}

const delimiters = [",", ";", "\t", "|"] as const;
/** So many first letters tell the delimiter. */
const headLetters = 64_000;
const number = /^\s*[-+]?\d[\d.,]*\s*$/;

/** The shape of the file's text. Throws, naming file and line, where a row has more or fewer values than the first. */
export function csvShape(text: string, file: string): CsvShape {
  if (text.includes("\u0000")) throw new Error(`no text: ${file} (drop CSV in UTF-8)`);
  const from = text.startsWith("\ufeff") ? 1 : 0;
  const delimiter = delimiterOf(text.slice(from, from + headLetters));
  const names: string[] = [];
  const values: string[] = [];
  let first: number | undefined;
  for (const {line, fields, isOpen} of records(text, from, delimiter)) {
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

/** How a message calls it. */
export const delimiterName = (delimiter: string): string =>
  ({",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"})[delimiter] ?? delimiter;

/** The one that parts the first lines into most values, the same number in each. */
function delimiterOf(head: string): string {
  let [best, most]: [string, number] = [",", 1];
  for (const delimiter of delimiters) {
    const counts = Array.from(records(head, 0, delimiter), ({fields}) => fields.count);
    if (counts.length > 2) counts.pop(); // the head may end within it
    const [first = 1] = counts;
    const share = counts.filter((count) => count === first).length / counts.length;
    if (first > 1 && share > 0.8 && first > most) [best, most] = [delimiter, first];
  }
  if (most > 1) return best;
  const [line = ""] = head.split("\n", 1);
  return delimiters.find((delimiter) => line.includes(delimiter)) ?? ",";
}

function decimalMarkOf(delimiter: string, values: readonly string[]): "." | "," {
  if (delimiter === ",") return ".";
  const commas = values.filter((value) => /^\s*-?\d+,\d+\s*$/.test(value)).length;
  return commas > values.filter((value) => /^\s*-?\d+\.\d+\s*$/.test(value)).length ? "," : ".";
}

interface Fields {
  (): string[];
  readonly count: number;
}

interface CsvRecord {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly fields: Fields;
  /** Whether the text ends within quotes. */
  readonly isOpen: boolean;
}

/** The records between line ends outside of quotes; blank lines are none. */
function* records(text: string, from: number, delimiter: string): Generator<CsvRecord> {
  const special = new RegExp(`["\\n\\${delimiter === "\t" ? "t" : delimiter}]`, "g");
  let [start, line, lines, count, isQuoted] = [from, 1, 0, 1, false];
  let fieldStart = from;
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
      // a quote opens only where a value begins; within a value it is a letter
      if (isQuoted || at === fieldStart) isQuoted = !isQuoted;
      else if (text[at - 1] === '"') isQuoted = true; // "" within quotes
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

function split(record: string, delimiter: string): string[] {
  const fields: string[] = [];
  let [from, isQuoted] = [0, false];
  for (let at = 0; at <= record.length; at++) {
    if (record[at] === '"') isQuoted = !isQuoted;
    if (at < record.length && (isQuoted || record[at] !== delimiter)) continue;
    const field = record.slice(from, at);
    fields.push(/^".*"$/s.test(field) ? field.slice(1, -1).replaceAll('""', '"') : field);
    from = at + 1;
  }
  return fields;
}
