import type {Column, Table} from "../../src/lib/bank/schema.js";

/** The MariaDB type of a column of `src/lib/bank/schema.ts`, as `sql/migrations/` write it. */
export function mariadbType({type, length}: Column): string {
  switch (type) {
    case "id":
      return `varchar(${length}) collate utf8mb4_bin`;
    case "text":
      return `varchar(${length}) collate utf8mb4_nopad_bin`;
    case "integer":
      return "int(11)";
    case "serial":
      return "bigint(20)";
    case "money":
      return "decimal(14,2)";
    case "quantity":
      return "decimal(14,6)";
    case "price":
      return "decimal(12,4)";
    case "rate":
      return "decimal(10,6)";
    case "ratio":
      return "double";
    case "boolean":
      return "tinyint(1)";
    case "day":
      return "date";
    case "instant":
      return "datetime";
  }
}

/** The columns and the key of a table, as they stand in a CREATE TABLE. */
export function tableBody({columns, key}: Table): string {
  const lines = columns.map(
    (column) => `${column.name} ${mariadbType(column)}${column.nullable ? "" : " not null"}`,
  );
  return [...lines, `primary key (${key.join(", ")})`].join(", ");
}
