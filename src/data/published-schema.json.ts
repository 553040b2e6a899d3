// What does the published bank hold, table by table?
// Grain: one row per column of each table in sql/publish/, in their order there.
// Size: bounded by tables.
// Columns: table, row_count (of the table), column, type (DuckDB's), null_count, least and most (as texts; null for
// texts and truths, whose order says nothing).
import {withBank} from "../../loaders/datasets/bank.js";
import {projectRoot} from "../../loaders/environment.js";
import {readSqlFolder} from "../../loaders/sqlText.js";

await withBank(async ({query}) => {
  const rows = [];
  for (const {name, sql} of readSqlFolder(`${projectRoot}/sql/publish`)) {
    const columns = await query(`describe (${sql})`);
    const parts = columns.map(({column_name, column_type}, at) => {
      const ends = /VARCHAR|BOOLEAN/.test(String(column_type))
        ? `null as least_${at}, null as most_${at}`
        : `min(${column_name})::varchar as least_${at}, max(${column_name})::varchar as most_${at}`;
      return `(count(*) - count(${column_name}))::integer as null_${at}, ${ends}`;
    });
    const [told] = await query(
      `select count(*)::integer as row_count, ${parts.join(", ")} from (${sql})`,
    );
    for (const [at, {column_name, column_type}] of columns.entries())
      rows.push({
        table: name,
        row_count: told!.row_count,
        column: column_name,
        type: column_type,
        null_count: told![`null_${at}`],
        least: told![`least_${at}`],
        most: told![`most_${at}`],
      });
  }
  return rows;
});
