import type {DuckDBResult} from "@duckdb/node-api";
import {readRows} from "../../rows.js";

/** A result as a JSON array of objects, a row a line. */
export async function formatJson(result: DuckDBResult): Promise<{text: string; rowCount: number}> {
  const rows = await readRows(result);
  return {text: jsonText(rows), rowCount: rows.length};
}

/**
 * JSON with a line for each row of an array, or for each entry of an object, so that two versions of a
 * dataset can be compared by eye. Throws on NaN and infinities, which JSON would silently make null.
 */
export function jsonText(value: object): string {
  if (Array.isArray(value)) return lines("[", value.map(entry), "]");
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return lines(
    "{",
    members.map(([name, member]) => `${JSON.stringify(name)}: ${entry(member)}`),
    "}",
  );
}

function lines(open: string, entries: readonly string[], close: string): string {
  if (entries.length === 0) return `${open}${close}\n`;
  return `${open}\n${entries.join(",\n")}\n${close}\n`;
}

function entry(value: unknown): string {
  assertFinite(value, "");
  return JSON.stringify(value);
}

/** A walk of its own: a replacer, which is called for each value, takes several times as long. */
function assertFinite(value: unknown, key: string | number): void {
  if (typeof value === "number" && !Number.isFinite(value))
    throw new Error(`not a finite number: ${value} in ${key === "" ? "the dataset" : key}`);
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) for (let at = 0; at < value.length; at++) assertFinite(value[at], at);
  else for (const [name, member] of Object.entries(value)) assertFinite(member, name);
}
