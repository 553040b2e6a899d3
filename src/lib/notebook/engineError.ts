/** The engine's word on a query that failed, and where in the query. */
import {nearest} from "../nearest.js";

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
  "when then else end"
).split(" ");

/**
 * Reads a message of DuckDB, which repeats the line and sets a caret below: `LINE 2: select nme` and spaces to `^`.
 * `names` are those of tables, columns and functions that a misspelt name could be.
 */
export function engineError(
  text: string,
  {sql, names = []}: {sql: string; names?: readonly string[]},
): EngineError {
  const lines = text.trim().split("\n");
  const quoted = lines.findIndex((line) => /^LINE \d+: /.test(line));
  const message = (quoted < 0 ? lines : lines.slice(0, quoted)).join("\n").trim();
  const place = quoted < 0 ? undefined : placeOf(sql, lines[quoted]!, lines[quoted + 1] ?? "");
  const hint = /did you mean|candidate/i.test(message) ? undefined : hintFor(message, names);
  return {
    message: message || "the query failed without a word",
    ...(hint ? {hint} : {}),
    ...(place ? {place} : {}),
  };
}

function hintFor(message: string, names: readonly string[]): string | undefined {
  const [, near] = /syntax error at or near "(\w+)"/.exec(message) ?? [];
  const [, name] =
    /(?:Name|column|Function) "?(\w+)"? (?:does not exist|not found)/i.exec(message) ?? [];
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
  const word = /^(?:(?:"[^"]*"|\w+)(?:\.(?:"[^"]*"|\w+))*|\S)/.exec(sql.slice(from))?.[0] ?? "";
  return {from, to: from + word.length};
}
