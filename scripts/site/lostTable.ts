/** What a query asks for that its page does not name, in the words of somebody who is to name it. */
import {dirname, relative} from "node:path/posix";
import type {PageCells} from "../../loaders/pages/cells.js";
import {nearest} from "../../src/lib/nearest.js";

/** These are in every engine. */
const ownSchemas = /^(main|temp|system|information_schema|pg_catalog)$/i;

const noCatalog = /^Binder Error: Catalog "(?<catalog>.*?)" does not exist/;
const noEntry = /^Catalog Error: (?<kind>[\w ]+) with name (?<name>\w+) does not exist/;

/**
 * What a query asks for and its page, which has `tables`, does not have, by what the engine says of it: the first name of
 * `bank.users`, or that of a table of its own. Undefined where something else is wrong, as a table that the bank lacks.
 */
export function lostTable(message: string, tables: readonly string[]): string | undefined {
  const {catalog} = noCatalog.exec(message)?.groups ?? {};
  const {kind, name} = noEntry.exec(message)?.groups ?? {};
  const before = name && nameBefore(name, message);
  const lost = catalog ?? before ?? name;
  if (lost === undefined || ownSchemas.test(lost)) return undefined;
  if (tables.some((table) => table.toLowerCase() === lost.toLowerCase())) return undefined;
  // a function may stand behind a value too: `city.lower()`
  const isTable = catalog !== undefined || kind === "Table" || lost === "bank";
  // the engine offers the right one, `bank.users` for `users`
  const isOffered = !before && tables.some((table) => message.includes(`"${table}.${name}"`));
  return isTable && !isOffered ? lost : undefined;
}

/** `bank`, where the engine points at `bank.users` or `"bank"."users"`. */
function nameBefore(name: string, message: string): string | undefined {
  const [, line = "", blanks = ""] = /^(LINE \d+: .*)\n( *)\^/m.exec(message) ?? [];
  return new RegExp(`^"?(\\w+)"?\\s*\\.\\s*"?${name}\\b`, "i").exec(line.slice(blanks.length))?.[1];
}

/** That a page does not name a table, with the nearest that it names, or with what to write and the file that is called so. */
export function unnamed(
  lost: string,
  {
    file,
    tables,
    dataFile,
  }: {
    file: string;
    tables: PageCells["tables"];
    dataFile: (path: string) => string | undefined;
  },
): string {
  const what = lost === "bank" ? "the bank" : `the table ${lost}`;
  const near = nearest(lost, Object.keys(tables));
  if (near !== undefined) return `this page does not name ${what} (did you mean ${near}?)`;
  const path = [".duckdb", ".csv", ".arrow"]
    .map((kind) => `data/${lost.replaceAll("_", "-")}${kind}`)
    .find((path) => dataFile(path) !== undefined);
  const from = path === undefined ? "FILE" : relative(dirname(file), path).replace(/^(?!\.)/, "./");
  return `this page does not name ${what} (add \`sql: {${lost}: ${from}}\` to its front matter)`;
}
