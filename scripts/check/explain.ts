/**
 * What the compiler says of a page, in the words of the page: columns, options, names. Only what is not there is told; how
 * a value is used is left to the page, which is JavaScript.
 */
import {existsSync, readdirSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import type {PageProblem} from "../../loaders/pages/cells.js";
import {measureNames} from "../../src/lib/measures/measures.js";
import {suggestion} from "../../src/lib/nearest.js";
import type {Diagnostic} from "./compile.js";
import type {DatasetColumns} from "./datasetColumns.js";
import {fileMethods, rowTypeName} from "./pageTypes.js";
import {optionNames, typeFile} from "./sourceTypes.js";

export interface Known {
  /** The folder of the pages. */
  readonly root: string;
  readonly datasets: readonly DatasetColumns[];
  /** The text of those cells of a page that do not parse: what stands in none of them, none declares. */
  readonly broken: ReadonlyMap<string, string>;
}

type Part = string | undefined;
/** The message for what a pattern has found; undefined where it is of no concern. */
type Explanation = (parts: readonly Part[], known: Known, page: string) => string | undefined;

/** A row as the compiler shows it: whose it is, and its columns. */
interface ShownRow {
  readonly whose: string;
  readonly columns: readonly string[];
}

/** The problems of pages by what the compiler says of their modules, each name of a line once. */
export function explain(diagnostics: readonly Diagnostic[], known: Known): PageProblem[] {
  const problems = new Map<string, PageProblem>();
  const lost = new Set<string>();
  for (const {file, line, code, message, details} of diagnostics) {
    const page = file.replace(/\.[jt]s$/, ".md");
    const found = [message, ...details].map((text) => explained(code, text, known, page));
    const first = found.find((problem) => problem !== undefined);
    if (first === undefined) continue;
    // a name that is imported wrong is missed wherever it is used
    if (first.meant !== undefined && isImport.includes(code)) lost.add(`${page}: ${first.meant}`);
    if (isName.includes(code) && lost.has(`${page}: ${first.name}`)) continue;
    // a cell that does not parse may declare it
    if (isName.includes(code) && hasWord(known.broken.get(page) ?? "", first.name)) continue;
    const key = `${page}:${line}: ${first.name}`;
    if (!problems.has(key)) problems.set(key, {file: page, line, message: first.text});
  }
  return [...problems.values()];
}

const hasWord = (text: string, word: string) => text.split(/[^\w$]+/).includes(word);

function explained(
  code: number,
  text: string,
  known: Known,
  page: string,
): {name: string; meant: string | undefined; text: string} | undefined {
  for (const [codes, pattern, words] of explanations) {
    const match = codes.includes(code) ? pattern.exec(text) : null;
    const said = match && words(match.slice(1), known, page);
    const meant = match?.at(-1);
    if (said) return {name: match[1] ?? "", meant, text: said};
  }
  return undefined;
}

const isName: readonly number[] = [2304, 2552, 18004];
const isImport: readonly number[] = [2305, 2724, 2614];

/** The compiler offers every name of the browser too, as Promise for prise. */
const isCapital = (name: string) => /^[A-Z]/.test(name);

const noName: Explanation = ([name = "", near], {root}, page) => {
  if (near !== undefined && isCapital(near) === isCapital(name)) {
    return `no such name: ${name} (did you mean ${near}?)`;
  }
  const up = "../".repeat(page.split("/").length - 1) || "./";
  return existsSync(join(root, `components/${name}.ts`))
    ? `no such name: ${name} (import {${name}} from "${up}components/${name}.js")`
    : `no such name: ${name} (declare it in a cell, or import it)`;
};

const noModule: Explanation = ([path = ""], {root}, page) => {
  if (!path.startsWith("."))
    return `no such package: ${path} (npm install ${path}, or import a file)`;
  const folder = join(root, dirname(page), dirname(path));
  const modules = existsSync(folder)
    ? readdirSync(folder).flatMap((name) => /^(.+)(?<!\.d)\.ts$/.exec(name)?.[1] ?? [])
    : [];
  const hint = suggestion(
    basename(path),
    modules.map((name) => `${name}.js`),
  );
  return `no such module: ${path}${hint}`;
};

const noMember: Explanation = ([name = "", module = "", near]) =>
  `${module} has no ${name}${near === undefined ? "" : ` (did you mean ${near}?)`}`;

const noProperty: Explanation = ([name = "", type = "", near], known) => {
  if (type.startsWith("__Attachment<"))
    return `a file has no ${name}${suggestion(name, fileMethods)}`;
  const row = shownRow(type, known);
  if (row !== undefined) return noColumn(name, row);
  return near === undefined ? undefined : `no such name: ${name} (did you mean ${near}?)`;
};

const noOption: Explanation = ([name = "", type = ""], known) => {
  const row = shownRow(type, known);
  return row
    ? noColumn(name, row)
    : `no option ${name}${suggestion(name, optionNames(known.root, type))}`;
};

const noLiteral: Explanation = ([name = "", type = "", near], known) => {
  const channel = /Channel<((?:[^<>,{}]|\{[^{}]*\})+),/.exec(type)?.[1];
  const row = channel === undefined ? undefined : shownRow(channel, known);
  if (row) return noColumn(name, row);
  const literals = Array.from(type.matchAll(/"([^"]*)"/g), ([, literal]) => literal!);
  const isMeasure = type.includes("MeasureName") || literals.includes(measureNames[0]!);
  if (isMeasure) return `no measure ${name}${suggestion(name, measureNames)}`;
  if (literals.length > 0) return `not among the choices: ${name}${suggestion(name, literals)}`;
  const file = typeFile(known.root, type);
  if (near === undefined && file === undefined) return undefined;
  return `not among the choices: ${name}${near ? suggestion(name, [near]) : ` (${type} in ${file})`}`;
};

const missing: Explanation = ([names = "", source = "", type = ""], known) => {
  if (/Options\b/.test(type)) return `missing option: ${names}`;
  const row = shownRow(source, known);
  const needs = type.replace(/^readonly |\[\]$/g, "");
  return (
    row &&
    `no column ${names} in ${row.whose}, but ${needs} has one${suggestion(names, row.columns)}`
  );
};

const noColumn = (name: string, {whose, columns}: ShownRow) =>
  `no column ${name} in ${whose}${suggestion(name, columns)}`;

function shownRow(type: string, {datasets}: Known): ShownRow | undefined {
  const bare = type.replace(/^readonly |\[\]$/g, "").trim();
  const dataset = datasets.find(({target}) => rowTypeName(target) === bare);
  if (dataset?.columns) return {whose: dataset.target, columns: Object.keys(dataset.columns)};
  if (!bare.startsWith("{")) return undefined;
  const names = Array.from(
    bare.matchAll(/[{;] (?:readonly )?"?([\w$]+)"?\??:/g),
    ([, name]) => name!,
  );
  return names.length === 0 ? undefined : {whose: "the rows", columns: names};
}

const explanations: readonly (readonly [readonly number[], RegExp, Explanation])[] = [
  [[2304, 2552], /^Cannot find name '(.*?)'\.(?: Did you mean '(.*?)'\?)?/, noName],
  [[18004], /shorthand property '(.*?)'/, noName],
  [[2307, 2792], /^Cannot find module '(.*?)'/, noModule],
  [
    isImport,
    /^(?=(?:Module )?'"(?<module>.*?)"').*no exported member(?: named)? '(.*?)'\.(?: Did you mean '(.*?)'\?)?/,
    ([module, name, near], known, page) => noMember([name, module, near], known, page),
  ],
  [
    [2339, 2551],
    /^Property '(.*?)' does not exist on type '(.*?)'\.(?: Did you mean '(.*?)'\?)?$/,
    noProperty,
  ],
  [[2353, 2561], /^Object literal may only .*? '(.*?)' does not exist in type '(.*?)'\./, noOption],
  [
    [2322, 2345, 2820, 2769],
    /^(?:Type|Argument of type) '"(.*?)"' is not assignable to (?:type|parameter of type) '(.*?)'\.(?: Did you mean '"(.*?)"'\?)?$/,
    noLiteral,
  ],
  [
    [2741, 2322, 2345],
    /Property '(.*?)' is missing in type '(.*?)' but required in type '(.*?)'\.$/,
    missing,
  ],
  [
    [2739, 2740, 2322, 2345],
    /Type '(.*?)' is missing the following properties from type '(.*?)': (.*?)(?:, and \d+ more)?\.?$/,
    ([source, type, names], known, page) => missing([names, source, type], known, page),
  ],
  [[2451, 2300], /'(.*?)'/, ([name]) => `declared twice: ${name} (a name belongs to one cell)`],
  [[2554, 2555], /^(Expected .*?)\.?$/, ([text]) => text?.toLowerCase()],
];
