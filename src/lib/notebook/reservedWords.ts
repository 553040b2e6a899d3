import {sqlTokens} from "./sqlTokens.js";

/**
 * Words that no query reads as a table without quotes: those that DuckDB keeps for itself (`duckdb_keywords()`), and a
 * few that it would take, but which `tablesRead` reads as the language's own.
 */
export const reservedWords: ReadonlySet<string> = new Set([
  ...["analyze", "authorization", "summarize"],
  ...`all analyse and anti any array as asc asof asymmetric at binary both by case cast check collate collation column
  concurrently constraint create cross default deferrable desc describe distinct do else end except exists false
  fetch for foreign freeze from full glob group having if ilike in initially inner intersect into is isnull join
  lambda lateral leading left like limit natural not notnull null offset on only or order outer overlaps pivot
  pivot_longer pivot_wider placing positional primary qualify references returning right select semi set show
  similar some symmetric table tablesample then to trailing true union unique unpack unpivot using
  values variadic verbose when where window with`.split(/\s+/),
]);

/** The first of these tables that a query reads by a reserved word without quotes; undefined where there is none. */
export function reservedRead(sql: string, tables: ReadonlySet<string>): string | undefined {
  const words = sqlTokens(sql)
    .filter(({kind}) => kind !== "comment")
    .map(({text}) => text.toLowerCase());
  return words.find(
    (word, at) =>
      reservedWords.has(word) && tables.has(word) && /^(?:from|join)$/.test(words[at - 1] ?? ""),
  );
}
