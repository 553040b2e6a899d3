import {type DuckDBResult, DuckDBTypeId} from "@duckdb/node-api";
import {csvText} from "../../../src/lib/csvText.js";
import {exactCellConverter, readRows} from "../../rows.js";

/**
 * A result as RFC 4180 CSV: a header, `\n` at each line's end, quotes only where they are needed; decimals with
 * all their digits, nulls as empty fields. Throws on lists and structs.
 */
export async function formatCsv(result: DuckDBResult): Promise<{text: string; rowCount: number}> {
  const nested = result
    .columnTypes()
    .find(({typeId}) => typeId === DuckDBTypeId.LIST || typeId === DuckDBTypeId.STRUCT);
  if (nested) throw new Error(`csv holds no ${nested} (name it .json.sql)`);
  const rows = await readRows(result, exactCellConverter);
  return {text: csvText(rows, result.deduplicatedColumnNames()), rowCount: rows.length};
}
