/**
 * Pages of which there is one for each row of a query: `src/places/[city].md` is the page, `src/places/[city].sql` beside it
 * the query, whose column `city` holds their names. Framework knows the pages by `dynamicPaths`; a loader
 * `src/data/places/[city].csv.sql` makes a dataset for each, and reads the name as `$city`.
 */
import {existsSync} from "node:fs";
import {join, relative} from "node:path";
import {suggestion} from "../../src/lib/nearest.js";
import {projectRoot} from "../environment.js";
import {readRows} from "../rows.js";
import type {SnapshotReader} from "../snapshot/reader.js";
import {sourceFiles} from "../sourceFiles.js";
import {explainSqlError, readSql, type SqlText} from "../sqlText.js";

/** The values of what stands in brackets, by its name: `{city: "Porto"}`. */
export type Parameters = Readonly<Record<string, string>>;

export interface PagePath {
  /** As in the address: `/places/Porto`. */
  readonly path: string;
  readonly parameters: Parameters;
}

const root = join(projectRoot, "src");
const bracket = /\[([a-z_]\w*)\]/gi;

/** What stands in brackets in a path, each name once. */
export function parameterNames(path: string): string[] {
  return [...new Set(Array.from(path.matchAll(bracket), ([, name]) => name!))];
}

/** The path with the values in place of the brackets. */
export function filledPath(path: string, parameters: Parameters): string {
  return path.replace(bracket, (written, name: string) => parameters[name] ?? written);
}

/** The queries of such pages. */
export function pathQueries(): SqlText[] {
  const files = sourceFiles(root)
    .filter((file) => /^(?!data\/).*\.sql$/.test(file) && parameterNames(file)[0])
    .filter((file) => existsSync(join(root, file.replace(/\.sql$/, ".md"))));
  return files.map((file) => readSql(join(root, file)));
}

/** The pages of all such queries over a snapshot. Throws where a query is wrong, or a name that no address can have. */
export async function pagePaths(
  reader: Pick<SnapshotReader, "connection" | "own">,
): Promise<PagePath[]> {
  const paths: PagePath[] = [];
  for (const text of pathQueries()) {
    const page = relative(root, text.file)
      .replaceAll("\\", "/")
      .replace(/\.sql$/, "");
    const rows = await rowsOf(reader, text);
    for (const parameters of rows)
      paths.push({path: `/${filledPath(page, parameters)}`, parameters});
    assertDistinct(paths, text);
  }
  return paths;
}

async function rowsOf(
  {connection, own}: Pick<SnapshotReader, "connection" | "own">,
  text: SqlText,
): Promise<Parameters[]> {
  try {
    await own.load(text);
    const result = await connection.run(text.sql);
    assertColumns(text, result.columnNames());
    const rows = await readRows(result);
    return rows.map((row) =>
      Object.fromEntries(
        parameterNames(text.file).map((name) => [name, addressable(name, row[name])]),
      ),
    );
  } catch (error) {
    throw explainSqlError(error, text, own.strays(text));
  }
}

/** Throws where a query lacks a column that its file has in brackets. */
export function assertColumns({file}: SqlText, columns: readonly string[]): void {
  const missing = parameterNames(file).find((name) => !columns.includes(name));
  if (missing !== undefined)
    throw new Error(
      `no column ${missing}, which the file's name asks for${suggestion(missing, columns)}`,
    );
}

/** What an address, a file of every system and Framework's own rules leave to a name; umlauts and spaces are no trouble. */
const refused: readonly (readonly [RegExp, string])[] = [
  [/^$/, "it is empty"],
  [/[/\\]/, "it holds a slash"],
  [/[?#%]/, "it holds a mark that ends or changes an address: ? # %"],
  [/["*:<>|[\]\p{Cc}]/u, "it holds a mark that a file cannot have"],
  [/^[\s.]|[\s.]$/, "it begins or ends with a space or a dot"],
  [/\.\w/, "it would be taken for a file with an ending"],
  [/^index$/i, "that is the first page of a folder"],
];

function addressable(name: string, value: unknown): string {
  const text = String(value ?? "").normalize();
  const reason = refused.find(([pattern]) => pattern.test(text))?.[1];
  if (reason === undefined) return text;
  const step = `leave it out, or write it otherwise: replace(${name}, '/', '-') as ${name}`;
  throw new Error(`no page can be called ${JSON.stringify(text)}: ${reason} (${step})`);
}

function assertDistinct(paths: readonly PagePath[], {file}: SqlText): void {
  const seen = new Set<string>();
  for (const {path} of paths) {
    // some systems, and Framework, take capitals for small letters
    const folded = path.toLowerCase();
    if (seen.has(folded))
      throw new Error(
        `${relative(projectRoot, file)}: two pages are called ${path} (add distinct)`,
      );
    seen.add(folded);
  }
}
