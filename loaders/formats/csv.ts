import type {DuckDBResult} from "@duckdb/node-api";
import {type Cell, exactCellConverter, readColumns} from "../rows.js";

/**
 * A result as RFC 4180 CSV: a header, `\n` at each line's end, quotes only where they are needed; decimals with
 * all their digits, nulls as empty fields. Throws on lists and structs.
 */
export async function formatCsv(result: DuckDBResult): Promise<{text: string; rowCount: number}> {
  const names = result.deduplicatedColumnNames();
  const columns = await readColumns(result, exactCellConverter);
  const rowCount = columns[0]?.length ?? 0;
  const lines = [names.map(field).join(",")];
  for (let row = 0; row < rowCount; row++) {
    lines.push(columns.map((column) => field(column[row] ?? null)).join(","));
  }
  return {text: `${lines.join("\n")}\n`, rowCount};
}

function field(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "object")
    throw new Error("csv holds no lists and structs (name it .json.sql)");
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
