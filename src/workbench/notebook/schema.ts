import {tables} from "../../lib/bank/schema.js";
import type {PublishedColumn} from "../../lib/site/publishedColumn.js";

export interface SchemaColumn extends PublishedColumn {
  /** What it holds, for the bank's own tables. */
  readonly holds: string | undefined;
}

/** The columns of the published bank with the words that the bank's schema has for them. */
export function schemaColumns(columns: readonly PublishedColumn[]): SchemaColumn[] {
  return columns.map((column) => ({
    ...column,
    holds: tables
      .find(({name}) => name === column.table)
      ?.columns.find(({name}) => name === column.column)?.comment,
  }));
}
