/** A cell as a page holds it. */
export type Cell = string | number | bigint | boolean | object | null | undefined;

/**
 * Rows as RFC 4180 text with a header and `\n` line ends: a date at midnight UTC as `2025-05-01`, another
 * instant as ISO 8601, a list as JSON, a missing value as an empty field. A text that a spreadsheet would run as a
 * formula gets a leading apostrophe (OWASP, "CSV Injection"); a number and an interval, `-3 days`, never do, also where
 * they come as text.
 */
export function csvText(rows: readonly object[], keys: readonly string[]): string {
  const lines = rows.map((row) =>
    keys.map((key) => field((row as Record<string, Cell>)[key])).join(","),
  );
  return `${[keys.map(field).join(","), ...lines].join("\n")}\n`;
}

function field(value: Cell): string {
  if (value === null || value === undefined) return "";
  const text =
    value instanceof Date
      ? dateText(value)
      : typeof value === "object"
        ? JSON.stringify(value)
        : typeof value === "string" && isFormula(value)
          ? `'${value}`
          : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** None for a date that is none. */
const dateText = (date: Date) =>
  Number.isNaN(date.getTime()) ? "" : date.toISOString().replace("T00:00:00.000Z", "");

/** Whether a spreadsheet may run it: what begins so, in full width too, and is no plain number and no interval. */
function isFormula(text: string): boolean {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !plain.test(text);
}

/** `-12.5`, `-1 month -2 days`, `-03:00:00`. */
const plain =
  /^(?:[+-]?\d+(?:\.\d+)?|(?:-?\d+ (?:year|month|day)s? ?)*(?:-?\d+:\d\d:\d\d(?:\.\d+)?)?)$/;
