import {type DuckDBResult, DuckDBTypeId} from "@duckdb/node-api";
import {csvText} from "../../../src/lib/csvText.js";
import {exactCellConverter, readRows} from "../../rows.js";

/**
 * A result as RFC 4180 CSV: a header, `\n` at each line's end, quotes only where they are needed; decimals with
 * all their digits, nulls as empty fields. Throws on lists and structs, with the column.
 */
export async function formatCsv(result: DuckDBResult): Promise<{text: string; rowCount: number}> {
  const names = result.deduplicatedColumnNames();
  for (const [at, type] of result.columnTypes().entries())
    if (type.typeId === DuckDBTypeId.LIST || type.typeId === DuckDBTypeId.STRUCT)
      throw new Error(`column ${names[at]}: csv holds no ${type} (name it .json.sql)`);
  const rows = await readRows(result, exactCellConverter);
  return {text: csvText(rows, names), rowCount: rows.length};
}
