/**
 * JSON without the loss of `JSON.parse`, which rounds whole numbers beyond 2^53 and makes infinity of what is beyond a
 * double. Its source text access, which tells the digits, is not in all browsers: here the numbers are read again as texts.
 */
type Row = Readonly<Record<string, unknown>>;

/** A number that may lose something has 16 digits in a row, or three in its exponent; so may texts, at the cost of time. */
const maybeLong = /\d{16}|\d[eE]\+?\d{3}/;

/**
 * The object on a line, given what `JSON.parse` makes of it. Whole numbers beyond 2^53 are of the type bigint, numbers
 * beyond a double are text as written, and what is nested is JSON with its numbers as written.
 */
export function exactRow(line: string, parsed: Row): Row {
  if (!maybeLong.test(line)) return parsed;
  const texts = JSON.parse(line.replace(numberOrText, withQuotes)) as Row;
  return Object.fromEntries(
    Object.entries(parsed).map(([name, value]) => [name, exact(value, texts[name])]),
  );
}

const numberOrText = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;
const withQuotes = (part: string) => (part.startsWith('"') ? part : `"${part}"`);

/** A value, given the same with its numbers as texts. */
function exact(value: unknown, text: unknown): unknown {
  if (typeof value === "object" && value !== null) return exactText(value, text);
  if (typeof value !== "number" || Number.isSafeInteger(value)) return value;
  if (/^-?\d+$/.test(text as string)) return BigInt(text as string);
  return Number.isFinite(value) ? value : text;
}

function exactText(value: unknown, text: unknown): string {
  if (typeof value === "number") return text as string;
  if (Array.isArray(value))
    return `[${value.map((item, at) => exactText(item, (text as unknown[])[at])).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, item]) => `${JSON.stringify(name)}:${exactText(item, (text as Row)[name])}`,
  );
  return `{${members.join(",")}}`;
}
