/**
 * How a file parts its cells. Each delimiter is tried on the first lines, and the one under which most rows hold a
 * day beside an amount is taken: a count of delimiters would be misled by decimal commas and by lines before the
 * table.
 */
import {parse} from "csv-parse/browser/esm/sync";
import {delimiters} from "../csv/delimiter.js";
import {isAmount} from "./amountText.js";
import {isDate} from "./dateText.js";

export interface Dialect {
  readonly delimiter: string;
  /** `null` where quotes are letters of the texts. */
  readonly quote: '"' | "'" | null;
}

/** So many first letters tell the dialect. */
const sampleLetters = 60_000;

/** The dialect of a text; also of one without any table. */
export function dialectOf(text: string): Dialect {
  const sample = text.slice(0, sampleLetters);
  const said = /^\ufeff?"?sep=(.)"?\s*$/im.exec(sample.slice(0, 20))?.[1];
  let best: {dialect: Dialect; score: number} | undefined;
  for (const delimiter of delimiters) {
    if (said !== undefined && delimiter !== said) continue;
    const dialect = {delimiter, quote: quoteOf(sample, delimiter)};
    const score = sample.includes(delimiter) ? scoreOf(sample, dialect) : 0;
    if (!best || score > best.score) best = {dialect, score};
  }
  return best?.dialect ?? {delimiter: said ?? ",", quote: '"'};
}

/** Quotes part cells only where they open and close them; single ones, only where they hold most cells. */
function quoteOf(sample: string, delimiter: string): Dialect["quote"] {
  const around = delimiter === "\t" ? "\\t" : `\\${delimiter}`;
  const opened = (quote: string) =>
    sample.match(new RegExp(`(?:^|${around})[ ]*${quote}`, "gm"))?.length ?? 0;
  const closed = (quote: string) =>
    sample.match(new RegExp(`${quote}[ ]*(?=\\r?$|${around})`, "gm"))?.length ?? 0;
  const double = Math.min(opened('"'), closed('"'));
  const cells = sample.split(delimiter).length;
  if (double === 0 && Math.min(opened("'"), closed("'")) > cells * 0.5) return "'";
  return double > 0 || opened('"') === 0 ? '"' : null;
}

function scoreOf(sample: string, {delimiter, quote}: Dialect): number {
  const rows: string[][] = parse(sample, {
    delimiter,
    quote,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    bom: true,
    trim: true,
    max_record_size: sampleLetters,
    to: 300,
  });
  let score = 0;
  for (const cells of rows) {
    if (cells.length < 2) continue;
    const days = cells.filter(isDate).length;
    const amounts = cells.filter(isAmount).length;
    score += (days > 0 && amounts > 0 ? 10 : 0) + Math.min(cells.length, 20) / 20;
  }
  return score;
}
