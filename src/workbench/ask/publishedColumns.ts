import {tables} from "../../lib/bank/schema.js";

/** A column as the published file describes itself. */
export interface FileColumn {
  readonly table_name: string;
  readonly row_count: number;
  readonly column_name: string;
  readonly data_type: string;
}

export interface PublishedColumn {
  readonly table: string;
  readonly row_count: number;
  readonly column: string;
  readonly type: string;
  /** What it holds, for the bank's own tables; nothing for those that are made from them. */
  readonly holds: string | undefined;
}

/** The columns of a file with the words that the bank's schema has for them, in the order of the file. */
export function publishedColumns(columns: readonly FileColumn[]): PublishedColumn[] {
  return columns.map(({table_name, row_count, column_name, data_type}) => ({
    table: table_name,
    row_count,
    column: column_name,
    type: data_type,
    holds: tables
      .find(({name}) => name === table_name)
      ?.columns.find(({name}) => name === column_name)?.comment,
  }));
}
