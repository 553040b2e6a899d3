/**
 * Which tables a query names: words where SQL expects a table, that is after `from`, `join`, a comma of a from clause,
 * `describe`, `summarize` and the like. A name that `with` makes is none, nor is a function. Columns that are called
 * like a table do not count, which a search for words would get wrong.
 */
import {foldedName, type SqlToken, sqlTokens} from "./sqlTokens.js";

const opens = new Set([
  "from",
  "join",
  "describe",
  "desc",
  "summarize",
  "table",
  "pivot",
  "unpivot",
]);
/** What ends the from clause, so that a comma no longer stands between tables. */
const closes = new Set(
  "where group having order limit offset qualify window union except intersect select with set values returning".split(
    " ",
  ),
);
/** Functions that write `from` between their arguments. */
const withFrom = new Set(["extract", "substring", "trim", "overlay"]);
/** What may follow a table and is no alias of it. */
const joins = new Set(
  "on using inner left right full outer cross natural asof positional semi anti tablesample".split(
    " ",
  ),
);
const between = new Set(["lateral", "only", "if", "exists"]);
/** Catalogs and schemas in which the tables of a notebook are. */
const own = new Set(["memory", "main", "temp"]);

interface Level {
  inFrom: boolean;
  expectsTable: boolean;
  readonly isArguments: boolean;
}

/** The names of tables that the SQL reads outside of other databases, lower-case, each once, in their order. */
export function tablesRead(sql: string): string[] {
  const ownPaths = pathsRead(sql).filter(isOwnPath);
  return [...new Set(ownPaths.map((path) => path.at(-1)!))];
}

/** Whether a table is one of the notebook, in no other database. */
export const isOwnPath = (path: readonly string[]): boolean =>
  path.slice(0, -1).every((part) => own.has(part));

/** The tables that the SQL reads, each in its parts as written, lower-case: `bank.users` is `["bank", "users"]`. */
export function pathsRead(sql: string): (readonly string[])[] {
  const tokens = withoutComments(sql);
  const made = namesOfWith(tokens);
  return read(tokens)
    .uses.filter(({path}) => !(path.length === 1 && made.has(path[0]!)))
    .map(({path}) => path);
}

/** Where a query names a table. */
export interface TableUse {
  /** In its parts as written, lower-case. */
  readonly path: readonly string[];
  /** What the query calls it, lower-case: its alias, else its last part. */
  readonly name: string;
  readonly isAliased: boolean;
  /** Where its path begins; from where to where its last part stands. */
  readonly begin: number;
  readonly from: number;
  readonly to: number;
}

/** Where the SQL names tables, those that `with` makes among them. */
export const tableUses = (sql: string): TableUse[] => read(withoutComments(sql)).uses;

/** The names that `with` makes, lower-case. */
export const namesMade = (sql: string): string[] => [...namesOfWith(withoutComments(sql))];

/** Whether a table is expected behind the SQL. */
export const expectsTable = (sql: string): boolean => read(withoutComments(sql)).expectsTable;

const withoutComments = (sql: string) => sqlTokens(sql).filter(({kind}) => kind !== "comment");

function read(tokens: readonly SqlToken[]): {uses: TableUse[]; expectsTable: boolean} {
  const uses: TableUse[] = [];
  const levels: Level[] = [levelOf({})];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const level = levels.at(-1)!;
    if (token.kind === "mark") {
      if (token.text === "(") levels.push(levelAfter(tokens, at, level));
      else if (token.text === ")" && levels.length > 1) levels.pop();
      else if (token.text === ",") level.expectsTable = level.inFrom;
      else if (token.text === ";") levels.splice(0, levels.length, levelOf({}));
      continue;
    }
    const word = token.kind === "word" ? token.text.toLowerCase() : "";
    if (
      level.expectsTable &&
      isName(token) &&
      !opens.has(word) &&
      !between.has(word) &&
      !closes.has(word)
    ) {
      const path = pathFrom(tokens, at);
      at += 2 * (path.length - 1);
      level.expectsTable = false;
      const isCall = tokens[at + 1]?.text === "(";
      if (!isCall) uses.push(useOf(path, token.from, tokens, at));
    } else if (closes.has(word)) Object.assign(level, {inFrom: false, expectsTable: false});
    else if (opens.has(word) && isOpening(tokens, at, level))
      Object.assign(level, {inFrom: true, expectsTable: true});
    else if (!between.has(word)) level.expectsTable = false;
  }
  return {uses, expectsTable: levels.at(-1)!.expectsTable};
}

/** A table whose path begins at `begin` and has its last part `at` a token. */
function useOf(
  path: readonly string[],
  begin: number,
  tokens: readonly SqlToken[],
  at: number,
): TableUse {
  const alias = aliasAt(tokens, at + 1);
  const {from, to} = tokens[at]!;
  return {path, name: alias ?? path.at(-1)!, isAliased: alias !== undefined, begin, from, to};
}

/** The alias that begins there, with `as` or without. */
function aliasAt(tokens: readonly SqlToken[], at: number): string | undefined {
  const hasAs = tokens[at]?.text.toLowerCase() === "as";
  const token = tokens[hasAs ? at + 1 : at];
  if (!token || !isName(token)) return undefined;
  const name = foldedName(token);
  const isWord = token.kind === "word" && [opens, closes, joins].some((words) => words.has(name));
  return isWord ? undefined : name;
}

const isName = ({kind}: SqlToken) => kind === "word" || kind === "quoted";

const levelOf = (level: Partial<Level>): Level => ({
  inFrom: false,
  expectsTable: false,
  isArguments: false,
  ...level,
});

/** What a parenthesis opens: tables, where one is expected; else a query, columns or arguments. */
function levelAfter(tokens: readonly SqlToken[], at: number, outer: Level): Level {
  const before = tokens[at - 1];
  if (outer.expectsTable) {
    outer.expectsTable = false;
    return levelOf({inFrom: true, expectsTable: true});
  }
  return levelOf({
    isArguments: before?.kind === "word" && withFrom.has(before.text.toLowerCase()),
  });
}

/** Not `extract(year from day)`, `is distinct from`, `order by n desc` or `create table`. */
function isOpening(tokens: readonly SqlToken[], at: number, {isArguments}: Level): boolean {
  const word = tokens[at]!.text.toLowerCase();
  const before = tokens[at - 1]?.text.toLowerCase();
  if (before === ".") return false;
  if (word === "from") return !isArguments && before !== "distinct";
  if (word === "desc" || word === "describe" || word === "summarize" || word === "table")
    return before === undefined || before === ";" || before === "(";
  return true;
}

/** The parts of `memory.main.city`, from its first on. */
function pathFrom(tokens: readonly SqlToken[], at: number): string[] {
  const path = [foldedName(tokens[at]!)];
  for (let next = at + 1; tokens[next]?.text === "." && tokens[next + 1]; next += 2) {
    if (!isName(tokens[next + 1]!)) break;
    path.push(foldedName(tokens[next + 1]!));
  }
  return path;
}

/** Names that `with name as (…)` makes, columns or none behind the name. */
function namesOfWith(tokens: readonly SqlToken[]): ReadonlySet<string> {
  const made = new Set<string>();
  const text = (at: number) => tokens[at]?.text.toLowerCase();
  for (let at = 1; at < tokens.length; at++) {
    if (!isName(tokens[at]!) || !["with", "recursive", ","].includes(text(at - 1)!)) continue;
    let next = at + 1;
    if (text(next) === "(") {
      while (next < tokens.length && text(next) !== ")") next++;
      next++;
    }
    if (text(next) !== "as") continue;
    if (text(++next) === "not") next++;
    if (text(next) === "materialized") next++;
    if (text(next) === "(") made.add(foldedName(tokens[at]!));
  }
  return made;
}

/** The names of the inputs that the SQL takes as `$name`, lower-case, each once. */
export function inputsRead(sql: string): string[] {
  const inputs = sqlTokens(sql).filter(({kind}) => kind === "input");
  return [...new Set(inputs.map(({text}) => text.slice(1).toLowerCase()))];
}
