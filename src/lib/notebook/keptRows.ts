import {codeText} from "./codeLines.js";
import type {Column} from "./columns.js";

/** What reads the rows of an answer from the file that its loader makes, and the modules of what it imports. */
export function keptRows(
  file: string,
  columns: readonly Column[],
): {code: string; imports: Readonly<Record<string, string>>} {
  const texts = columns.filter(isMistaken).map(({name}) => codeText(name));
  if (texts.length === 0)
    return {code: `FileAttachment("${file}").csv({typed: true})`, imports: {}};
  return {
    code: `typedRows(FileAttachment("${file}").csv(), [${texts.join(", ")}])`,
    imports: {typedRows: "components/typedRows.js"},
  };
}

/** Whether a reader of CSV would take a text of it for a number, a day or a truth. */
function isMistaken({kind, values}: Column): boolean {
  if (kind !== "text") return false;
  return values.some(
    (value) =>
      typeof value === "string" &&
      (value.trim() !== value ||
        /^(true|false|NaN)$/.test(value) ||
        (value !== "" && !Number.isNaN(Number(value))) ||
        /^[-+]?\d{4,6}-\d\d/.test(value)),
  );
}
