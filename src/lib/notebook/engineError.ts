/** The engine's word on a query that failed, and where in the query. */
import {nearest} from "../nearest.js";
import {adviceOn} from "./engineAdvice.js";
import {foldedName, type SqlToken, sqlTokens} from "./sqlTokens.js";

export interface EngineError {
  /** In the engine's words, without the line that it repeats. */
  readonly message: string;
  /** What may have been meant. */
  readonly hint?: string;
  /** From where to where in the SQL that was sent. */
  readonly place?: {readonly from: number; readonly to: number};
}

/** Words that a misspelt first or next word may stand for. */
const keywords = (
  "select from where group having order limit offset with union join left right inner outer cross lateral using " +
  "values distinct between interval over partition qualify window describe summarize pivot unpivot exists case " +
  "when then else end and or not in is null as on by asc desc like ilike with using"
).split(" ");

/**
 * Reads a message of DuckDB, which repeats the line and sets a caret below: `LINE 2: select nme` and spaces to `^`.
 * `names` are those of tables, columns and functions that a misspelt name could be.
 */
export function engineError(
  text: string,
  {sql, names = []}: {sql: string; names?: readonly string[]},
): EngineError {
  const lines = plainWords(text).trim().split("\n");
  const quoted = lines.findIndex((line) => /^LINE \d+: /.test(line));
  const words = (quoted < 0 ? lines : lines.slice(0, quoted)).join("\n").trim();
  const caret = quoted < 0 ? undefined : placeOf(sql, lines[quoted]!, lines[quoted + 1] ?? "");
  const advised = adviceOn(words);
  const slip = slipBefore(words, sql, caret);
  const message = advised?.message ?? withoutCandidates(words);
  const place = slip?.place ?? caret ?? placeOfName(words, sql);
  const hint = advised?.hint ?? slip?.hint ?? singleQuotes(sql, caret) ?? hintFor(message, names);
  return {
    message: message || "the query failed without a word",
    ...(hint ? {hint} : {}),
    ...(place ? {place} : {}),
  };
}

/** A query that is sent, not asked at once, fails with its parts as JSON: `{"exception_type": "Parser", …}`. */
function plainWords(text: string): string {
  if (!text.startsWith('{"exception_type"')) return text;
  const {exception_type: type, exception_message: words} = JSON.parse(text) as {
    exception_type: string;
    exception_message: string;
  };
  return `${type} Error: ${words}`;
}

/** Of functions that take other types, the names say nothing; of lists of names, the first line is enough. */
function withoutCandidates(words: string): string {
  return words
    .replace(/\n\s*Candidate functions:[\s\S]*$/, "")
    .replace(/ You might need to add explicit type casts\.$/, "")
    .replace(/(Function with name \S+ does not exist!)\n.*$/, "$1")
    .replaceAll(/\n{2,}/g, "\n")
    .replace("Candidate bindings: :", "Candidate bindings:");
}

/** The grammar breaks one word too late behind a misspelt keyword, and behind a comma that is missing. */
function slipBefore(
  words: string,
  sql: string,
  caret: EngineError["place"],
): Pick<EngineError, "place" | "hint"> | undefined {
  if (!caret || !words.includes("syntax error at or near")) return undefined;
  const tokens = sqlTokens(sql).filter(({kind}) => kind !== "comment");
  const at = tokens.findIndex(({from}) => from === caret.from);
  const [first, before, here] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  if (!before || !here) return undefined;
  const meant = isName(before) ? nearest(before.text, keywords) : undefined;
  if (meant) return {hint: `Did you mean "${meant}"?`, place: {from: before.from, to: before.to}};
  // of `city sum(fee)` the grammar takes both words, and breaks at the parenthesis
  const isCall = here.text === "(" && isName(before);
  const [last, next] = isCall ? [first, before] : [before, here];
  if (!last || !endsValue(last) || !isName(next) || nearest(next.text, keywords)) return undefined;
  return {
    hint: `Is a comma missing before "${next.text}"?`,
    place: {from: next.from, to: next.to},
  };
}

const isName = ({kind, text}: SqlToken) => kind === "word" && !isKeyword(text);

const endsValue = (token: SqlToken) =>
  isName(token) || ["quoted", "text", "number"].includes(token.kind) || token.text === ")";

const isKeyword = (word: string) => keywords.includes(word.toLowerCase());

function singleQuotes(sql: string, place: EngineError["place"]): string | undefined {
  const written = place ? sql.slice(place.from, place.to) : "";
  if (!/^"[^"]+"$/.test(written)) return undefined;
  return `Write a text in single quotes: '${written.slice(1, -1)}'.`;
}

/** Some messages come without a place: the first name that they quote is looked for. */
function placeOfName(words: string, sql: string): EngineError["place"] {
  const quoted = Array.from(words.matchAll(/["']([^"'\n]+)["']|name (\w+) /g), (match) =>
    (match[1] ?? match[2])!.toLowerCase(),
  );
  const tokens = sqlTokens(sql).filter(({kind}) => kind !== "comment");
  for (const name of quoted) {
    const found = tokens.find(
      (token) => foldedName(token) === name || token.text.toLowerCase() === `'${name}'`,
    );
    if (found) return {from: found.from, to: found.to};
  }
  return undefined;
}

function hintFor(message: string, names: readonly string[]): string | undefined {
  if (/did you mean|candidate/i.test(message)) return undefined;
  const [, near] = /syntax error at or near "(\w+)"/.exec(message) ?? [];
  const [, name] =
    /(?:Name|column|Function)(?: with name)? "?(\w+)"? (?:does not exist|not found)/i.exec(
      message,
    ) ?? [];
  const [word, known] = near ? [near, keywords] : [name, names];
  if (word === undefined) return undefined;
  const others = known.filter((each) => each.toLowerCase() !== word.toLowerCase());
  const meant = nearest(word, others);
  return meant && `Did you mean "${meant}"?`;
}

/** The engine cuts long lines, with `...` on either side: what it shows is looked for in its line. */
function placeOf(sql: string, quoted: string, below: string): EngineError["place"] {
  const [prefix, number] = /^LINE (\d+): /.exec(quoted)!;
  const lines = sql.split("\n");
  const at = Number(number) - 1;
  const line = lines[at];
  const caret = below.indexOf("^") - prefix.length;
  if (line === undefined || caret < 0) return undefined;
  const shown = quoted.slice(prefix.length);
  const isCut = shown.startsWith("...");
  const part = shown.slice(isCut ? 3 : 0).replace(/\.\.\.$/, "");
  const start = isCut ? Math.max(0, line.indexOf(part)) : 0;
  const column = Math.min(line.length, start + caret - (isCut ? 3 : 0));
  const from = lines.slice(0, at).reduce((sum, each) => sum + each.length + 1, 0) + column;
  const word =
    /^(?:'[^'\n]*'?|"[^"\n]*$|(?:"[^"]*"|\w+)(?:\.(?:"[^"]*"|\w+))*|\S)/.exec(
      sql.slice(from).split("\n", 1)[0]!,
    )?.[0] ?? "";
  return {from, to: from + word.length};
}
