import {duckdb, formatDialect} from "sql-formatter";

/** The SQL in the house's form: keywords small, one clause a line. Throws on what is no SQL. */
export function formattedSql(sql: string): string {
  return formatDialect(sql, {
    dialect: duckdb,
    keywordCase: "lower",
    functionCase: "lower",
    tabWidth: 2,
    expressionWidth: 80,
    paramTypes: {named: ["$"]},
  });
}
