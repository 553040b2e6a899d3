/** What parts the cells of a CSV file. */
import {csvRecords} from "./csvRecords.js";

/** In the order in which they are likely. */
export const delimiters = [",", ";", "\t", "|"] as const;

export type Delimiter = (typeof delimiters)[number];

/** So many first letters tell the delimiter. */
const headLetters = 64_000;

/**
 * The delimiter of a table that begins with its first line: the one that parts the first lines into most values, the
 * same number in each; a comma where nothing parts them. Lines before a table need another look (`statements/dialect.ts`).
 */
export function delimiterOf(text: string): Delimiter {
  const from = text.startsWith("\ufeff") ? 1 : 0;
  const head = text.slice(from, from + headLetters);
  let [best, most]: [Delimiter, number] = [",", 1];
  for (const delimiter of delimiters) {
    const counts = Array.from(csvRecords(head, {from: 0, delimiter}), ({fields}) => fields.count);
    if (counts.length > 2) counts.pop(); // the head may end within it
    const [first = 1] = counts;
    const share = counts.filter((count) => count === first).length / counts.length;
    if (first > 1 && share > 0.8 && first > most) [best, most] = [delimiter, first];
  }
  if (most > 1) return best;
  const line = /[^\r\n]+/.exec(head)?.[0] ?? "";
  const counts = delimiters.map((mark) => ({mark, count: line.split(mark).length}));
  return counts.reduce((most, next) => (next.count > most.count ? next : most)).mark;
}

/** How a message calls it. */
export const delimiterName = (delimiter: Delimiter): string =>
  ({",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"})[delimiter];
