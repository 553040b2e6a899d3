import type {Column} from "../../src/lib/bank/schema.js";
import {duckdbTypes} from "../extracts.js";

/** Texts of so few characters are kinds and codes: there are few of them, and ClickHouse keeps each once. */
const longestKind = 32;

/** The ClickHouse type of a column of `src/lib/bank/schema.ts`, as `sql/clickhouse/` and the server's catalogue write it. */
export function clickhouseType({type, length, nullable = false}: Column): string {
  const plain = plainType(type);
  const known = nullable ? `Nullable(${plain})` : plain;
  return type === "text" && length! <= longestKind ? `LowCardinality(${known})` : known;
}

/** Days and instants in the wide forms: those of fewer bytes begin in 1970, and companies are older. */
function plainType(type: Column["type"]): string {
  if (type === "day") return "Date32";
  if (type === "instant") return "DateTime64(0, 'UTC')";
  const decimal = /^DECIMAL\((\d+),(\d+)\)$/.exec(duckdbTypes[type]);
  if (decimal) return `Decimal(${decimal[1]}, ${decimal[2]})`;
  switch (duckdbTypes[type] as string) {
    case "VARCHAR":
      return "String";
    case "DOUBLE":
      return "Float64";
    case "BOOLEAN":
      return "Bool";
    default:
      return "Int64";
  }
}
