/**
 * The bank's tables in MariaDB with their types and nothing else: no keys, no constraints, so that they can
 * hold the rows that a check must find.
 */
import {readFileSync} from "node:fs";
import {parse} from "csv-parse/sync";
import type {Connection} from "../../loaders/mariadb/connect.js";
import {type ColumnType, tableNamed, tables} from "../../src/lib/bank/schema.js";

const types: Record<ColumnType, string> = {
  id: "varchar(32) collate utf8mb4_bin",
  text: "varchar(160)",
  integer: "int",
  serial: "bigint",
  money: "decimal(14,2)",
  quantity: "decimal(14,6)",
  price: "decimal(12,4)",
  rate: "decimal(10,6)",
  ratio: "double",
  boolean: "boolean",
  day: "date",
  instant: "datetime",
};

export async function createPlainTables(connection: Connection): Promise<void> {
  for (const {name, columns} of tables) {
    const list = columns.map((column) => `${column.name} ${types[column.type]}`).join(", ");
    await connection.query(
      `create table ${name} (${list}) default character set utf8mb4 collate utf8mb4_nopad_bin`,
    );
  }
}

/** Puts the rows of a CSV file into a plain table. */
export async function fillPlainTable(
  connection: Connection,
  table: string,
  file: string,
): Promise<void> {
  const {columns} = tableNamed(table);
  const rows = (parse(readFileSync(file), {fromLine: 2}) as string[][]).map((fields) =>
    fields.map((text, index) => {
      if (text === "" && columns[index]!.nullable) return null;
      return columns[index]!.type === "boolean" ? text === "true" : text;
    }),
  );
  if (rows.length > 0) await connection.query(`insert into ${table} values ?`, [rows]);
}
