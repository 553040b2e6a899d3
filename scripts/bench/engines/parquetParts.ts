/**
 * The legs as files of Parquet, one a month, in the order of accounts: what an account needs lies in one place of each
 * month, and a reader that knows the footers asks for these ranges of bytes alone.
 */
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {type Row, readRows} from "../../../loaders/rows.js";

/** Rows that stand together: fewer cost more bytes a leg, more are read for one account. */
export const rowGroupSize = 20_480;

/** Writes the legs of the snapshot that is attached as `bank` into `folder`. Comes back with the number of legs. */
export async function writeParquetParts(
  connection: DuckDBConnection,
  folder: string,
): Promise<number> {
  const months = await readRows(
    await connection.run(
      "select distinct strftime(month, '%Y-%m') as month from bank.calendar order by month",
    ),
  );
  let legs = 0;
  for (const {month} of months) {
    const {rowsChanged} = await connection.run(
      `copy (
        select * replace (booked_on::date as booked_on)
        from bank.transactions
        where booked_on >= '${month}-01'::date and booked_on < '${month}-01'::date + interval 1 month
        order by account_id, transaction_id
      ) to '${join(folder, `${month}.parquet`)}' (format parquet, compression zstd, row_group_size ${rowGroupSize})`,
    );
    legs += rowsChanged;
  }
  return legs;
}

/** What a reader of one account's legs fetches, in bytes: all columns of the row groups that may hold the account, and the footers. */
export interface RangesRead {
  readonly ranges: number;
  readonly rows: number;
  readonly footers: number;
}

/** The ranges that one account's legs lie in, by the least and the greatest account of each row group. */
export async function rangesOf(
  connection: DuckDBConnection,
  folder: string,
  account: string,
): Promise<RangesRead> {
  const files = `'${join(folder, "*.parquet")}'`;
  const [row] = (await readRows(
    await connection.run(
      `with groups as (
        select file_name, row_group_id, sum(total_compressed_size) as bytes,
          max(stats_min_value) filter (path_in_schema = 'account_id') as least,
          max(stats_max_value) filter (path_in_schema = 'account_id') as greatest
        from parquet_metadata(${files})
        group by all
      )
      select
        count(*) as ranges,
        coalesce(sum(bytes), 0)::bigint as rows,
        (select sum(footer_size) from parquet_file_metadata(${files}))::bigint as footers
      from groups
      where '${account}' between least and greatest`,
    ),
  )) as [Row];
  return {ranges: Number(row.ranges), rows: Number(row.rows), footers: Number(row.footers)};
}
