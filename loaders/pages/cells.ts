import {dirname, join} from "node:path/posix";
import {readFrontMatter} from "@observablehq/framework/dist/frontMatter.js";
import {parseInfo} from "@observablehq/framework/dist/info.js";
import {
  createMarkdownIt,
  type MarkdownContext,
  type MarkdownToken,
} from "@observablehq/framework/dist/markdown.js";
import {suggestion} from "../../src/lib/nearest.js";
import {parameterNames} from "../datasets/pagePaths.js";
import {readInput} from "../inputFiles.js";
import {withSqlCells} from "./sqlCells.js";

/** What is wrong on a page, and where; `line` counts from 1 in the markdown file. */
export interface PageProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** A query of a page, from a ```sql cell or a sql`…` in JavaScript. */
export interface PageQuery {
  readonly file: string;
  /** The line on which the query starts. */
  readonly line: number;
  /** The query with `?` for each `${…}`. */
  readonly sql: string;
}

/** A file that a page reads, `FileAttachment("../data/x.csv")`. */
export interface PageFile {
  /** The line on which its cell starts. */
  readonly line: number;
  /** Relative to the site's root. */
  readonly path: string;
}

/** A piece of a page that runs, as it is written, or as Framework makes JavaScript of it. */
export interface PageCell {
  /** The first line of its text. */
  readonly line: number;
  /** `js`, `ts`, `sql`, `html`, …; `inline` for a `${…}` in the text. */
  readonly tag: string;
  readonly text: string;
  readonly isExpression: boolean;
  /** What it declares for other cells. */
  readonly names: readonly string[];
  /** The files that it names, relative to the site's root. */
  readonly files: readonly string[];
  /** Its queries, with `?` for each `${…}`. */
  readonly queries: readonly string[];
  /** What it is made of: its declarations, one by one, and all else that it does. */
  readonly parts: readonly CellPart[];
  /** The id of the figure that it draws, as its fence says. */
  readonly figure: string | undefined;
}

export interface CellPart {
  /** What it declares; none where it only does or shows something. */
  readonly names: readonly string[];
  /** Every name that it uses. */
  readonly references: readonly string[];
  readonly files: readonly string[];
  readonly queries: readonly string[];
}

export interface PageCells {
  readonly file: string;
  readonly cells: readonly PageCell[];
  readonly problems: readonly PageProblem[];
  /** The cells that do not parse, with the words of their fences: which names they declare is not known. */
  readonly broken: readonly string[];
  readonly files: readonly PageFile[];
  readonly queries: readonly PageQuery[];
  /** The tables of the front matter: name to file, relative to the site's root. */
  readonly tables: Readonly<Record<string, string>>;
}

const errorCell = /observablehq--error"[^>]*>SyntaxError: (?<message>[\s\S]*?)</;
const position =
  /\s*\((?<line>\d+):(?<column>\d+)\)$|^Transform failed[^<]*<stdin>:(?<stdinLine>\d+):(?<stdinColumn>\d+): ERROR: /;
const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#x27": "'",
};

/**
 * The cells of a page, read with Framework's own parser. Framework itself does not fail on a cell that is no
 * JavaScript or TypeScript; here it is a problem, with its line.
 */
export function readCells(root: string, file: string): PageCells {
  const text = readInput(join(root, file));
  const {content, data} = readFrontMatter(text);
  const md = createMarkdownIt({markdownIt: withSqlCells});
  // half of the time that a page takes, and cells have nothing of it
  md.core.ruler.disable("anchor");
  const params = standIns(file);
  const context: MarkdownContext = {
    code: [],
    startLine: 0,
    currentLine: 0,
    path: `/${file}`,
    ...(params && {params}),
  };
  const offset = text.slice(0, text.length - content.length).split("\n").length;
  const problems: PageProblem[] = [];
  const isRead = content !== text || !/^---\r?\n/.test(text);
  if (!isRead) {
    problems.push({
      file,
      line: 1,
      message: "front matter that is no YAML (between two lines of ---)",
    });
  }
  const queries: PageQuery[] = [];
  const broken: string[] = [];
  const files: PageFile[] = [];
  const cells: PageCell[] = [];
  for (const {token, line, tag, figure} of cellTokens(md.parse(content, context), text, offset)) {
    const {content: written, info} = token;
    const known = context.code.length;
    const rule = md.renderer.rules[token.type]!;
    const html = rule([token], 0, md.options, context, md.renderer);
    const message = errorCell.exec(html)?.groups?.message;
    if (message !== undefined) {
      const said = withNearest(decode(message), params);
      problems.push({file, ...located(said, {line, tag, text: written})});
      if (tag !== "inline") broken.push(`${info}\n${written}`);
    }
    for (const {node} of context.code.slice(known)) {
      cells.push({
        line,
        tag,
        text: /^(js|ts|inline)$/.test(tag) ? written : node.input,
        isExpression: node.expression,
        names: (node.declarations ?? []).map(({name}) => name),
        files: node.files.map(({name}) => join(dirname(file), name)),
        queries: [...taggedQueries(node.body)],
        parts: partsOf(node.body).map((part) => ({
          ...part,
          files: part.files.map((name) => join(dirname(file), name)),
        })),
        figure,
      });
      const cell = cells.at(-1)!;
      queries.push(...cell.queries.map((sql) => ({file, line, sql})));
      files.push(...cell.files.map((path) => ({line, path})));
    }
  }
  const tables = Object.entries(data.sql ?? {}).map(([name, source]) => [
    name,
    join(dirname(file), source),
  ]);
  return {
    ...{file, cells, problems, broken, files},
    // front matter that cannot be read does not say which tables they may ask
    queries: isRead ? queries : [],
    tables: Object.fromEntries(tables),
  };
}

/** For the parameters of a page they themselves, `[city]`, as its files are called before they are of one city. */
function standIns(file: string): Readonly<Record<string, string>> | undefined {
  const names = parameterNames(file);
  if (names.length === 0) return undefined;
  return Object.fromEntries(names.map((name) => [name, `[${name}]`]));
}

function withNearest(message: string, params: Readonly<Record<string, string>> = {}): string {
  return message.replace(
    /^undefined parameter: (\w+)/,
    (said, name: string) => said + suggestion(name, Object.keys(params)),
  );
}

/** Fenced cells start on the line below their fence; an inline `${…}` where it stands in its paragraph. */
export function* cellTokens(
  tokens: readonly MarkdownToken[],
  text: string,
  offset: number,
): Generator<{token: MarkdownToken; line: number; tag: string; figure: string | undefined}> {
  const lines = text.split("\n");
  let line = offset;
  for (const token of tokens) {
    if (token.map) line = token.map[0] + offset;
    if (token.type === "fence") {
      const {tag, attributes} = parseInfo(token.info);
      yield {token, line: line + 1, tag, figure: attributes.figure};
      line += token.content.split("\n").length;
    }
    for (const child of token.children ?? []) {
      if (child.type !== "placeholder") continue;
      const first = `\${${child.content.split("\n")[0]}`;
      const at = lines.findIndex((text, at) => at >= line - 1 && text.includes(first));
      if (at >= 0) line = at + 1;
      yield {token: child, line, tag: "inline", figure: undefined};
    }
  }
}

/** The languages whose errors are of the text as it is written; of others the parser reads what is made of them. */
const asWritten = /^(js|jsx|ts|tsx|inline)$/;

/** An error of the parser with its line of the page and, where it is of the text as written, the place and the text. */
function located(
  message: string,
  cell: {line: number; tag: string; text: string},
): {line: number; message: string} {
  const {line, column, stdinLine, stdinColumn} = position.exec(message)?.groups ?? {};
  const within = Number(line ?? stdinLine ?? 1) - 1;
  const said = message.replace(position, "");
  const place = {line: cell.line + within, message: said};
  if (!asWritten.test(cell.tag)) return place;
  const [text = "", ...later] = cell.text.split("\n").slice(within);
  const at = Number(column ?? stdinColumn);
  if (Number.isNaN(at)) return {...place, message: `${said}: ${text.trim()}`};
  const token = /^(?:[\w$]+|\S)/.exec(text.slice(at))?.[0];
  const isUnexpected = said === "Unexpected token";
  if (isUnexpected && token === undefined && later.join("").trim() === "") {
    return {...place, message: "unexpected end of the cell (close what is open in it)"};
  }
  const what = isUnexpected && token !== undefined ? `${said} "${token}"` : said;
  return {...place, message: `${what} at column ${at + 1}: ${text.trim()}`};
}

function decode(html: string): string {
  return html.replace(/&(#?\w+);/g, (entity, name: string) => entities[name] ?? entity);
}

interface SyntaxNode {
  readonly type: string;
  readonly name?: string;
  readonly id?: SyntaxNode | null;
  readonly body?: unknown;
  readonly declarations?: readonly SyntaxNode[];
  readonly callee?: SyntaxNode;
  readonly arguments?: readonly {readonly value?: unknown}[];
  readonly tag?: {readonly name?: string};
  readonly quasi?: {readonly quasis: readonly {readonly value: {readonly cooked: string}}[]};
}

/** The statements of a cell, and the declarators of each on their own: `const a = …, b = …` are two parts. */
function partsOf(body: unknown): CellPart[] {
  const {type, body: statements} = body as SyntaxNode;
  const nodes = type === "Program" ? (statements as readonly SyntaxNode[]) : [body as SyntaxNode];
  return nodes
    .flatMap((node) => node.declarations ?? [node])
    .map((node) => {
      const within = [...nodesIn(node)];
      return {
        names: node.id ? namesOf(nodesIn(node.id)) : [],
        references: namesOf(within),
        files: within.flatMap(({type, callee, arguments: [file] = []}) =>
          type === "CallExpression" && callee?.name === "FileAttachment" ? String(file?.value) : [],
        ),
        queries: [...taggedQueries(node)],
      };
    });
}

const namesOf = (nodes: Iterable<SyntaxNode>) =>
  Array.from(nodes).flatMap(({type, name}) => (type === "Identifier" && name ? name : []));

function* nodesIn(node: unknown): Generator<SyntaxNode> {
  if (typeof node !== "object" || node === null) return;
  if ("type" in node) yield node as SyntaxNode;
  for (const child of Object.values(node)) yield* nodesIn(child);
}

function* taggedQueries(node: unknown): Generator<string> {
  if (typeof node !== "object" || node === null) return;
  const {type, tag, quasi} = node as SyntaxNode;
  if (type === "TaggedTemplateExpression" && tag?.name === "sql" && quasi) {
    yield quasi.quasis.map(({value}) => value.cooked).join("?");
  }
  for (const child of Object.values(node)) yield* taggedQueries(child);
}
