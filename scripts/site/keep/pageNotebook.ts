/**
 * The notebook that a page is, if it was kept from one: its fences say which cells they were. What somebody has written
 * into the page since, text or SQL, is in the notebook too; what no cell could be, such as imports, is left out.
 */
import {readFrontMatter} from "@observablehq/framework/dist/frontMatter.js";
import {inputOf} from "../../../src/lib/notebook/keptInput.js";
import {answersHeading, limits} from "../../../src/lib/notebook/keptPage.js";
import {leadingTables, withoutCells} from "../../../src/lib/notebook/keptSql.js";
import {keptFileOf} from "../../../src/lib/notebook/keptTable.js";
import {
  type Cell,
  freeName,
  type Notebook,
  type NotebookFile,
} from "../../../src/lib/notebook/notebook.js";
import {fromPageText} from "../../../src/lib/notebook/pageText.js";
import {type Fence, pageFences} from "./pageFences.js";

/**
 * The notebook of a page of markdown; undefined for a page that was not kept from one. `readLoader` gives the text of
 * `src/data/ID.csv.sql`, or undefined where there is none.
 */
export function pageNotebook(
  markdown: string,
  readLoader: (id: string) => string | undefined,
): Notebook | undefined {
  const {content} = readFrontMatter(markdown.replace(/\r\n?/g, "\n"));
  const parts = pageFences(content);
  const names = parts.flatMap((part) =>
    typeof part === "string" || part.attributes.cell === undefined ? [] : [part.attributes.cell],
  );
  if (names.length === 0) return undefined;
  const asked = new Map<string, string>();
  const inputs = inputVariables(parts);
  const cells: Cell[] = [];
  let title: string | undefined;
  for (const [at, part] of parts.entries()) {
    if (typeof part === "string") {
      const heading = title === undefined ? /^# (.*)$/m.exec(part) : null;
      title ??= heading?.[1]?.trim();
      const text = heading ? part.replace(/^# .*$/m, "") : part;
      const own = withoutOurs(text, parts[at + 1]);
      const source = fromPageText(own);
      if (source !== "") cells.push({name: freeName(cells, "text"), kind: "text", source});
      continue;
    }
    const {tag, attributes, source} = part;
    const {cell: name, figure, input, chart} = attributes;
    if (name === undefined) continue;
    if (tag === "sql") asked.set(name, withInputs(source, inputs));
    else if (input !== undefined) {
      const lines = inputOf(input);
      if (lines !== undefined) cells.push({name, kind: "input", source: lines});
    } else if (figure !== undefined) {
      const sql = asked.get(name) ?? withoutHeader(readLoader(figure) ?? "");
      cells.push({name, kind: "sql", source: sql, ...(chart ? {chart} : {})});
    }
  }
  const files = new Map(
    cells.flatMap(({source}) => fileTables(source, cells).map(({file}) => [file.name, file])),
  );
  return {
    title: title ?? "A notebook",
    cells: withOwnQueries(cells),
    ...(files.size > 0 ? {files: [...files.values()]} : {}),
  };
}

/**
 * What its author has written of a text of a page, `next` to which stands another part: the heading over figures is the
 * last line before one. Blank lines around it are left out; blanks before its first word may make code of it.
 */
function withoutOurs(text: string, next: Fence | string | undefined): string {
  const withoutBlanks = (text: string) => text.replace(/^(?:[ \t]*\n)+|\s+$/g, "");
  const own = withoutBlanks(text.replace(limits, ""));
  const isOverFigure = typeof next === "object" && next.attributes.figure !== undefined;
  if (!isOverFigure || own.split("\n").at(-1) !== answersHeading) return own;
  return withoutBlanks(own.slice(0, -answersHeading.length));
}

/** The tables in the `with` of a query that are of dropped files. */
function fileTables(sql: string, cells: readonly Cell[]): {file: NotebookFile; sql: string}[] {
  return leadingTables(sql)
    .filter(({name}) => !cells.some((cell) => cell.name === name))
    .flatMap(({name, body}) => {
      const file = keptFileOf(name, body);
      return file ? [{file, sql: body.trim()}] : [];
    });
}

/** Queries without the files and cells that stand in their `with`: those that read nothing first. */
function withOwnQueries(cells: readonly Cell[]): Cell[] {
  const own = new Map<string, string>();
  const queries = cells
    .filter(({kind}) => kind === "sql")
    .map((cell) => ({...cell, tables: leadingTables(cell.source).length}))
    .sort((a, b) => a.tables - b.tables);
  for (const {name, source} of queries) {
    const files = fileTables(source, cells).map(({file, sql}) => [file.name, sql] as const);
    own.set(name, withoutCells(source, new Map([...own, ...files])));
  }
  return cells.map((cell) => (cell.kind === "sql" ? {...cell, source: own.get(cell.name)!} : cell));
}

/** A loader without the comment at its head, which `keptPage.ts` has written: it ends with the columns. */
function withoutHeader(loader: string): string {
  const lines = loader.trimEnd().split("\n");
  const last = lines.findIndex((line) => line.startsWith("-- Columns:"));
  return lines.slice(last + 1).join("\n");
}

/** The cells of inputs by the variables that the page has for them. */
function inputVariables(parts: readonly (Fence | string)[]): ReadonlyMap<string, string> {
  return new Map(
    parts.flatMap((part) => {
      if (typeof part === "string" || part.attributes.input === undefined) return [];
      const variable = /^const (\w+) = view\(/.exec(part.source)?.[1];
      const {cell} = part.attributes;
      return variable !== undefined && cell !== undefined ? [[variable, cell] as const] : [];
    }),
  );
}

/** `${leastValue}` becomes `$least` again. */
function withInputs(sql: string, inputs: ReadonlyMap<string, string>): string {
  return sql
    .replace(
      /cast\(\$\{(\w+)\} as date\)|(?<!\\)\$\{(\w+)\}/g,
      (whole, date?: string, other?: string) => {
        const name = inputs.get(date ?? other ?? "");
        return name === undefined ? whole : `$${name}`;
      },
    )
    .replace(/\\([\\`]|\$(?=\{))/g, "$1");
}
