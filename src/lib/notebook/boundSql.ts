import {sqlTokens} from "./sqlTokens.js";

export interface BoundSql {
  readonly sql: string;
  /** The place in what was written of a place in `sql`. */
  placeOf(at: number): number;
}

/** What a value beside it would be one with: `1$x` is no number, nor `'a'$x` a text. */
const joins = /[^\s()[\],;=<>+*/%|:-]/;

/**
 * The SQL with the values of its inputs in place of `$name`; `values` has them as SQL, by name. Others stay as
 * they are.
 */
export function boundSql(written: string, values: ReadonlyMap<string, string>): BoundSql {
  let sql = "";
  let end = 0;
  const shifts: {after: number; by: number}[] = [];
  for (const {kind, text, from, to} of sqlTokens(written)) {
    const value = kind === "input" ? values.get(text.slice(1).toLowerCase()) : undefined;
    if (value === undefined) continue;
    sql += written.slice(end, from);
    if (joins.test(sql.at(-1) ?? "")) sql += " ";
    sql += value;
    if (joins.test(written[to] ?? "")) sql += " ";
    end = to;
    shifts.push({after: sql.length, by: to - sql.length});
  }
  sql += written.slice(end);
  return {
    sql,
    placeOf: (at) => {
      const shift = shifts.findLast(({after}) => after <= at)?.by ?? 0;
      const next = shifts.find(({after}) => after > at);
      return Math.min(at + shift, next ? next.after + next.by : written.length);
    },
  };
}
