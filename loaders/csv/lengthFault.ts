import {shownValue} from "./shownValue.js";

/** Why a row has too few or too many fields for its table, in words; undefined where it has as many. */
export function lengthFault(
  fields: readonly string[],
  columns: readonly {readonly name: string}[],
): string | undefined {
  if (fields.length === columns.length) return undefined;
  const found = `${fields.length} fields instead of ${columns.length}`;
  const missing = columns[fields.length];
  if (missing) return `${found}, ${missing.name} is missing after ${shownValue(fields.at(-1)!)}`;
  const spare = fields.slice(columns.length);
  const step = spare.some((field) => field !== "")
    ? "quote a field that holds a comma"
    : `end the row behind ${columns.at(-1)!.name}`;
  return `${found}, ${shownValue(spare[0]!)} is too many (${step})`;
}
