import {asDate, type Time} from "../lib/format.js";
import {type Column, type ColumnKind, type FullColumn, fullColumn} from "./columns.js";

/** How a spreadsheet shows a kind; what is not here it shows as it is. */
const formats: Partial<Record<ColumnKind, string>> = {
  money: '"€"#,##0.00',
  euros: '"€"#,##0',
  count: "#,##0",
  number: "#,##0.00##",
  percent: "0.0%",
  day: "d mmm yyyy",
  month: "mmm yyyy",
  instant: "d mmm yyyy hh:mm",
};

/** The last text and the first day that Excel takes: it counts a 29 February 1900, and nothing before that year. */
const mostLetters = 32_767;
const firstDay = Date.UTC(1900, 2, 1);

/**
 * The rows as a workbook of one sheet, its header bold and in sight; numbers, shares and days are such, and a text is
 * never a formula. The library that writes it is loaded only now.
 */
export async function workbook<Row extends object>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  name: string,
): Promise<Blob> {
  const {default: write} = await import("write-excel-file/universal");
  const full = columns.map((column) => fullColumn(column, rows));
  const head = full.map(({label}) => ({value: textValue(label), fontWeight: "bold" as const}));
  const body = rows.map((row) =>
    full.map((column) => {
      const value = cellValue(row, column);
      const format = formatOf(value, column.kind);
      return value !== null && format !== undefined ? {value, format} : value;
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

type CellValue = string | number | boolean | Date | null;

/** What a column writes as a text, and lists and the like, are the words that its table has. */
function cellValue<Row extends object>(row: Row, {key, kind, format, text}: FullColumn<Row>) {
  const value: unknown = row[key];
  if (value === null || value === undefined || value === "") return null;
  const isTime = kind === "day" || kind === "month" || kind === "instant";
  const given = (isTime && asDate(value as Time)) || value;
  if (given instanceof Date) return dateValue(given);
  if (typeof given === "object" || (format && kind === "text")) return textValue(text(row));
  if (typeof given === "bigint" && Number.isSafeInteger(Number(given))) return Number(given);
  if (typeof given === "number") return Number.isFinite(given) ? given : null;
  return typeof given === "boolean" ? given : textValue(String(given));
}

function dateValue(date: Date): CellValue {
  const time = date.getTime();
  if (Number.isNaN(time)) return null;
  return time < firstDay ? date.toISOString().slice(0, 10) : date;
}

/** `write-excel-file` looks texts up in an object, where `constructor` is there already: such a name gets a mark of no width. */
const textValue = (text: string) => (text in {} ? `${text}\u200b` : text.slice(0, mostLetters));

function formatOf(value: CellValue, kind: ColumnKind): string | undefined {
  if (value instanceof Date) return formats[kind] ?? formats.instant;
  return typeof value === "number" ? formats[kind] : undefined;
}
