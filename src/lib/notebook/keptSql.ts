/**
 * The SQL of a cell on a kept page. There no cell is a table: what a cell reads stands before it, in its `with`. A page
 * that is edited as a notebook again takes it away by the same names.
 */
import {quotedName} from "../quotedSql.js";
import {reservedWords} from "./reservedWords.js";
import {foldedName, type SqlToken, sqlTokens, statements} from "./sqlTokens.js";

/** A cell's name and the one query that it is. */
export interface NamedSql {
  readonly name: string;
  readonly sql: string;
}

/** The one query of a cell, without its last semicolon. Throws where it is none, or several. */
export function onlyQuery({name, sql}: NamedSql): string {
  const all = statements(sql);
  const [only] = all;
  if (!only) throw new Error(`nothing to keep in the cell ${name} (write a query, or remove it)`);
  if (all.length > 1)
    throw new Error(
      `several statements in the cell ${name} (a page keeps one query a cell: give each a cell)`,
    );
  if (!/^(select|with|from|values)?$/.test(only.verb))
    throw new Error(
      `no query in the cell ${name}: ${only.verb} (a page keeps select, with, from and values)`,
    );
  return sql.slice(0, only.from + only.sql.length).trim();
}

/** A query with those that it reads, each after those that it reads itself. */
export function withCells(sql: string, read: readonly NamedSql[]): string {
  if (read.length === 0) return sql;
  const tables = read.map(({name, sql}) => `${tableWord(name)} as (\n${indented(sql)}\n)`);
  const own = ownWith(sql);
  const word = own?.isRecursive ? "with recursive" : "with";
  const rest = own ? `, ${sql.slice(own.end).trimStart()}` : `\n${sql}`;
  const comments = own ? sql.slice(0, own.begin) : "";
  return `${comments}${word} ${tables.join(", ")}${rest}`;
}

/** A notebook made by hand may have a cell by a reserved word, which others read in quotes. */
const tableWord = (name: string) => (reservedWords.has(name) ? quotedName(name) : name);

/** A query that names the tables of a database without it: `files.sales` is `sales`. */
export function withoutDatabase(sql: string, database: string): string {
  const tokens = sqlTokens(sql).filter(({kind}) => kind !== "comment");
  let written = "";
  let end = 0;
  const isNamed = (at: number, name: string) =>
    tokens[at] !== undefined && foldedName(tokens[at]) === name && tokens[at + 1]?.text === ".";
  for (const [at, {from}] of tokens.entries()) {
    if (!isNamed(at, database) || tokens[at - 1]?.text === ".") continue;
    const first = tokens[isNamed(at + 2, "main") && tokens[at + 4] ? at + 4 : at + 2];
    if (!first) continue;
    written += sql.slice(end, from);
    end = first.from;
  }
  return written + sql.slice(end);
}

/**
 * The query without the tables that `withCells` has put before it: those of its `with`, from the first on, that are
 * cells as they stand in `own`.
 */
export function withoutCells(sql: string, own: ReadonlyMap<string, string>): string {
  const word = ownWith(sql);
  if (!word) return sql;
  let end = word.end;
  let isMore = true;
  for (const {name, body, to, isLast} of leadingTables(sql)) {
    const cell = own.get(name);
    if (cell === undefined || body !== `\n${indented(cell)}\n`) break;
    [end, isMore] = [to, !isLast];
  }
  if (end === word.end) return sql;
  const rest = sql.slice(end).replace(/^\s+/, "");
  const before = isMore ? (word.isRecursive ? "with recursive " : "with ") : "";
  return `${sql.slice(0, word.begin)}${before}${rest}`;
}

interface LeadingTable {
  readonly name: string;
  /** What stands between its parentheses. */
  readonly body: string;
  /** Where what follows begins, behind the comma if there is one. */
  readonly to: number;
  readonly isLast: boolean;
}

/** The tables that a query's own `with` makes, `name as ( … )`, in their order. */
export function leadingTables(sql: string): LeadingTable[] {
  const word = ownWith(sql);
  if (!word) return [];
  const tokens = sqlTokens(sql).filter(({kind, from}) => kind !== "comment" && from >= word.end);
  const found: LeadingTable[] = [];
  for (let at = 0; ; ) {
    const [called, as, open] = tokens.slice(at, at + 3);
    const end = open?.text === "(" ? closing(tokens, at + 2) : undefined;
    if (!called || as?.text.toLowerCase() !== "as" || !open || end === undefined) return found;
    const isLast = tokens[end + 1]?.text !== ",";
    found.push({
      name: foldedName(called),
      body: sql.slice(open.to, tokens[end]!.from),
      to: tokens[isLast ? end : end + 1]!.to,
      isLast,
    });
    if (isLast) return found;
    at = end + 2;
  }
}

/** Where the query's own `with` begins and ends. */
function ownWith(sql: string): {begin: number; end: number; isRecursive: boolean} | undefined {
  const [first, second] = sqlTokens(sql).filter(({kind}) => kind !== "comment");
  if (first?.kind !== "word" || first.text.toLowerCase() !== "with") return undefined;
  const isRecursive = second?.kind === "word" && second.text.toLowerCase() === "recursive";
  return {begin: first.from, end: (isRecursive ? second : first).to, isRecursive};
}

/** The place of the mark that closes the one at `open`; undefined where nothing does. */
function closing(tokens: readonly SqlToken[], open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    const {kind, text} = tokens[at]!;
    if (kind !== "mark") continue;
    if (text === "(") depth++;
    if (text === ")" && --depth === 0) return at;
  }
  return undefined;
}

/** Lines within a text or a comment that goes on stay as they are: blanks there would be another value. */
function indented(sql: string): string {
  const inside = sqlTokens(sql).filter(({text}) => text.includes("\n"));
  let from = 0;
  return sql
    .split("\n")
    .map((line) => {
      const begin = from;
      from += line.length + 1;
      const isWithin = inside.some((token) => token.from < begin && begin < token.to);
      return isWithin || line === "" ? line : `  ${line}`;
    })
    .join("\n");
}
