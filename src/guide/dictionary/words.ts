import {plural} from "../../lib/words.js";
import type {MeasureEntry, TableEntry} from "./entries.js";

/** `29 tables with 209 columns, and 33 measures` */
export function dictionaryText(
  tables: readonly TableEntry[],
  measures: readonly MeasureEntry[],
): string {
  const columns = tables.reduce((sum, table) => sum + table.columns.length, 0);
  return `${plural(tables.length, "table")} with ${plural(columns, "column")}, and ${plural(measures.length, "measure")}`;
}

/** What stays in the house: `2 tables and 3 columns of others are not published`. */
export function withheldText(tables: readonly TableEntry[]): string {
  const whole = tables.filter(({rowCount}) => rowCount === undefined);
  const columns = tables
    .filter(({rowCount}) => rowCount !== undefined)
    .flatMap((table) => table.columns.filter(({published}) => published === undefined));
  return `${plural(whole.length, "table")} and ${plural(columns.length, "column")} of others`;
}
