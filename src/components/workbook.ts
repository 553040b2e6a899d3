import {asDate, type Time} from "../lib/format.js";
import {type Column, type ColumnKind, fullColumn} from "./columns.js";

/** How a spreadsheet shows a kind; what is not here it shows as it is. */
const formats: Partial<Record<ColumnKind, string>> = {
  money: "#,##0.00",
  euros: "#,##0",
  count: "#,##0",
  number: "#,##0.##",
  percent: "0.0%",
  day: "d mmm yyyy",
  month: "mmm yyyy",
  instant: "d mmm yyyy hh:mm",
};

/**
 * The rows as a workbook of one sheet, its header bold and in sight; numbers, shares and days are such. The library that
 * writes it is loaded only now.
 */
export async function workbook<Row extends object>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  name: string,
): Promise<Blob> {
  const {default: write} = await import("write-excel-file/universal");
  const full = columns.map((column) => fullColumn(column, rows));
  const head = full.map(({label}) => ({value: label, fontWeight: "bold" as const}));
  const body = rows.map((row) =>
    full.map(({key, kind}) => {
      const value = cellValue(row[key], kind);
      const format = typeof value === "string" ? undefined : formats[kind];
      return value !== null && format ? {value, format} : value;
    }),
  );
  const widths = full.map(({label, text}) => ({
    width: Math.min(
      40,
      Math.max(label.length, ...rows.slice(0, 50).map((row) => text(row).length)) + 2,
    ),
  }));
  // names of sheets have at most 31 letters
  const sheet = {sheet: name.slice(0, 31), columns: widths, stickyRowsCount: 1};
  return write([head, ...body], sheet).toBlob();
}

function cellValue(value: unknown, kind: ColumnKind): string | number | boolean | Date | null {
  if (value === null || value === undefined || value === "") return null;
  if (kind === "day" || kind === "month" || kind === "instant")
    return asDate(value as Time) ?? String(value);
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "boolean" || value instanceof Date) return value;
  return String(value);
}
