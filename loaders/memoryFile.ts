import {readFileSync} from "node:fs";

/** What a file remembers, by name. One that is missing or torn knows nothing. */
export function readMemory<Value>(file: string): Map<string, Value> {
  try {
    return new Map(Object.entries<Value>(JSON.parse(readFileSync(file, "utf8"))));
  } catch {
    return new Map();
  }
}
