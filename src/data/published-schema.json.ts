// What does the published bank hold, table by table?
// Grain: one row per column of each table in sql/publish/, in their order there.
// Size: bounded by tables.
// Private: accounts.iban, because sql/publish masks it; least and most are of numbers and times only.
// Columns: table, row_count (of the table), column, type (DuckDB's), null_count, least and most (as texts; null for
// texts and truths, whose order says nothing).
import {type Queries, queriesOver, withBank} from "../../loaders/datasets/bank.js";
import {publishedTables} from "../../loaders/snapshot/publish.js";
import {openSnapshot} from "../../loaders/snapshot/reader.js";
import type {SqlText} from "../../loaders/sqlText.js";

/** The order of a table's rows, which nothing here depends on: to put the legs in theirs takes longer than all else. */
const order = /\norder by (?!.*\blimit\b).*\n$/;

await withBank(async ({snapshot}) => {
  // an engine of its own, held to a size beside what its process holds
  const reader = await openSnapshot(snapshot.file);
  try {
    await reader.connection.run("set memory_limit = '512MB'");
    const {query} = queriesOver(reader);
    const rows = [];
    for (const table of publishedTables(snapshot, reader.connection))
      rows.push(...(await columnsOf(table, query)));
    return rows;
  } finally {
    reader.close();
  }
});

async function columnsOf({name, sql}: SqlText, query: Queries["query"]) {
  const columns = await query(`describe (${sql})`);
  const parts = columns.map(({column_name, column_type}, at) => {
    const ends = /VARCHAR|BOOLEAN/.test(String(column_type))
      ? `null as least_${at}, null as most_${at}`
      : `min(${column_name})::varchar as least_${at}, max(${column_name})::varchar as most_${at}`;
    return `(count(*) - count(${column_name}))::integer as null_${at}, ${ends}`;
  });
  const [told] = await query(
    `select count(*)::integer as row_count, ${parts.join(", ")} from (${sql.replace(order, "")})`,
  );
  return columns.map(({column_name, column_type}, at) => ({
    table: name,
    row_count: told!.row_count,
    column: column_name,
    type: column_type,
    null_count: told![`null_${at}`],
    least: told![`least_${at}`],
    most: told![`most_${at}`],
  }));
}
