/** The queries of a notebook as a kept page asks them. */
import {fileDatabase, filesRead} from "./filesRead.js";
import {keptInput} from "./keptInput.js";
import {type NamedSql, onlyQuery, withCells, withoutDatabase} from "./keptSql.js";
import type {KeptTable} from "./keptTable.js";
import {type Cell, inOrder, reads} from "./notebook.js";
import {sqlTokens} from "./sqlTokens.js";
import {inputsRead} from "./tablesRead.js";

export interface KeptQuery {
  /** With what it reads before it, and placeholders for its inputs. */
  readonly sql: string;
  /** Whether it takes an input, and so is asked in the browser. */
  readonly isAsked: boolean;
  /** The dropped files that it reads, itself or by another cell. */
  readonly tables: readonly KeptTable[];
}

/** The queries of a notebook by the name of their cells. Throws on a cell that is no query of a page. */
export function keptQueries(
  cells: readonly Cell[],
  tables: readonly KeptTable[],
): ReadonlyMap<string, KeptQuery> {
  const byName = new Map(cells.map((cell) => [cell.name, cell]));
  const inputs = new Map(
    cells.flatMap((cell) => (cell.kind === "input" ? [[cell.name, keptInput(cell).sql]] : [])),
  );
  const own = new Map<string, NamedSql>();
  const read = new Map<string, readonly string[]>();
  for (const name of inOrder(cells).order) {
    const cell = byName.get(name)!;
    const sql = withoutDatabase(onlyQuery({name, sql: cell.source}), fileDatabase);
    own.set(name, {name, sql});
    const direct = reads(cell, cells).filter((each) => own.has(each));
    read.set(name, [...new Set(direct.flatMap((each) => [...read.get(each)!, each]))]);
  }
  return new Map(
    Array.from(own, ([name, {sql}]) => {
      const before = read.get(name)!;
      const isAsked = [...before, name].some((each) => inputsRead(own.get(each)!.sql).length > 0);
      const sources = [...before, name].map((each) => byName.get(each)!);
      if (isAsked && /<(?:\/script|!--)/i.test(own.get(name)!.sql))
        throw new Error(
          `the end of a script in the cell ${name}: </script or <!-- (a page cannot hold it: part it, as '<' || '/script')`,
        );
      const opened = filesRead(sources, tables);
      const whole = withCells(sql, [
        ...opened.map(({name, table}) => ({
          name,
          sql: isAsked ? `from ${table}` : `from own.${table}`,
        })),
        ...before.map((each) => own.get(each)!),
      ]);
      return [
        name,
        {sql: isAsked ? withPlaceholders(whole, inputs) : whole, isAsked, tables: opened},
      ];
    }),
  );
}

/** `$least` becomes `${leastValue}`; what a template literal would read otherwise is written so that it does not. */
function withPlaceholders(sql: string, inputs: ReadonlyMap<string, string>): string {
  let written = "";
  let end = 0;
  const literal = (part: string) => part.replace(/[\\`]|\$(?=\{)/g, "\\$&");
  for (const {kind, text, from, to} of sqlTokens(sql)) {
    const value = kind === "input" ? inputs.get(text.slice(1).toLowerCase()) : undefined;
    if (value === undefined) continue;
    written += literal(sql.slice(end, from)) + value;
    end = to;
  }
  return written + literal(sql.slice(end));
}
