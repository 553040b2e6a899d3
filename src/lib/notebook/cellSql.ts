/** What an SQL cell sends to the engine: its statements, the last of which becomes a table of the cell's name. */

import {nearest} from "../nearest.js";
import {quotedName} from "../quotedSql.js";
import {boundSql} from "./boundSql.js";
import {type Statement, statements} from "./sqlTokens.js";

export interface SentSql {
  readonly sql: string;
  /** The place in the cell of a place in `sql`. */
  placeOf(at: number): number;
}

export interface CellSql {
  /** Run one after the other, for what they do. */
  readonly before: readonly SentSql[];
  /** Makes the table; undefined where the last statement gives none. */
  readonly table: SentSql | undefined;
  /** The last statement by itself; undefined where the cell says nothing. */
  readonly last: SentSql | undefined;
  /** Whether it can be asked while somebody types: one statement that changes nothing, or no statement at all yet. */
  readonly isHarmless: boolean;
}

const queries = new Set(["", "select", "with", "from", "values", "table", "pivot", "unpivot"]);
const descriptions = new Set(["describe", "desc", "show", "summarize"]);

/** A word like `selct` begins no statement: the engine says so, and changes nothing. */
const isAnswered = (verb: string) =>
  queries.has(verb) ||
  descriptions.has(verb) ||
  nearest(verb, [...queries, ...descriptions]) !== undefined;

/** Where the tables of cells are: never in the bank, which is read-only. */
export const cellTable = (name: string): string => `memory.main.${quotedName(name)}`;

/** The statements of a cell with the values of its inputs, by name and as SQL. */
export function cellSql(
  name: string,
  source: string,
  inputs: ReadonlyMap<string, string>,
): CellSql {
  const bound = boundSql(source, inputs);
  const all = statements(bound.sql);
  const last = all.at(-1);
  const sent = ({sql, from}: Statement, before = "", after = ""): SentSql => ({
    sql: `${before}${sql}${after}`,
    placeOf: (at) => bound.placeOf(from + Math.min(Math.max(0, at - before.length), sql.length)),
  });
  const make = `create or replace table ${cellTable(name)} as`;
  return {
    before: all.slice(0, -1).map((statement) => sent(statement)),
    last: last && sent(last),
    isHarmless: last !== undefined && all.length === 1 && isAnswered(last.verb),
    table: !last
      ? undefined
      : queries.has(last.verb)
        ? sent(last, `${make}\n`)
        : descriptions.has(last.verb)
          ? sent(last, `${make} from (\n`, "\n)")
          : undefined,
  };
}
