/**
 * Which columns a SELECT reads, as DuckDB itself plans it: its optimizer drops the columns that nobody asks for, and the
 * scans of the plan name those that are left. Off is what would make the answer depend on the rows, or take a column out of
 * sight: a filter that is pushed into a scan, a join that is found to be of no use. The others stay on, since DuckDB 1.5
 * crashes on an `asof join` after a CTE without them.
 */
import type {DuckDBConnection} from "@duckdb/node-api";
import {readRows} from "../../rows.js";

const hiding = [
  "empty_result_pullup",
  "filter_pushdown",
  "join_elimination",
  "join_filter_pushdown",
  "late_materialization",
  "statistics_propagation",
] as const;

/** The columns of each table of `bank` by name, as DuckDB lists them. */
export type BankColumns = ReadonlyMap<string, readonly string[]>;

export interface ColumnsRead {
  readonly columns: BankColumns;
  /** `transactions.amount_eur`, sorted. Throws what DuckDB says where it cannot plan the SELECT. */
  columnsRead(sql: string): Promise<string[]>;
}

/** Makes a connection tell what is read, and what there is to read. Queries of its whole database are slow from then on. */
export async function openColumnsRead(connection: DuckDBConnection): Promise<ColumnsRead> {
  const ask = async (sql: string) => readRows(await connection.run(sql));
  await connection.run(`set disabled_optimizers = '${hiding.join(",")}'`);
  await connection.run("use bank");
  const listed = await ask(
    `select table_name, column_name from duckdb_columns()
    where database_name = 'bank' and table_name not like 'snapshot%'
    order by table_name, column_index`,
  );
  const columns = new Map<string, string[]>();
  for (const {table_name, column_name} of listed) {
    const table = String(table_name);
    columns.set(table, [...(columns.get(table) ?? []), String(column_name)]);
  }
  const planned = async (sql: string) => {
    const [plan] = await ask(`explain (format json) ${sql}`);
    const read = new Set<string>();
    for (const operator of JSON.parse(String(plan!.explain_value)) as Operator[])
      for (const column of scanned(operator, columns)) read.add(column);
    return [...read].sort();
  };
  // several loaders have the same SELECT
  const known = new Map<string, Promise<string[]>>();
  return {
    columns,
    columnsRead(sql) {
      const found = known.get(sql) ?? planned(sql);
      known.set(sql, found);
      return found;
    },
  };
}

/** An operator of a plan, as `explain (format json)` writes it. */
interface Operator {
  readonly children?: readonly Operator[];
  readonly extra_info: {readonly Table?: string; readonly Projections?: string | readonly string[]};
}

function* scanned({extra_info, children = []}: Operator, columns: BankColumns): Generator<string> {
  const {Table: name, Projections: read = []} = extra_info;
  const table = name?.replaceAll('"', "").split(".").at(-1);
  const known = table === undefined ? undefined : columns.get(table);
  for (const column of [read].flat()) if (known?.includes(column)) yield `${table}.${column}`;
  for (const child of children) yield* scanned(child, columns);
}
