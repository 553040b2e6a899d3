/**
 * What the site says: the prose of its pages, and the texts in its code. A text in code is a string or a template that
 * holds words (two of them, or one with a capital letter) and is no message of an error, no SQL and no attribute.
 * Comments, names of things and the addresses of modules are not read to anybody.
 */

import {parseSync} from "vite";

export interface Passage {
  readonly file: string;
  readonly line: number;
  /** One line; what is computed stands as `…`. */
  readonly text: string;
  /** Of a heading, of `title:` in the front matter, or of an option `finding`. */
  readonly isTitle: boolean;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value;

const lineOf = (text: string, at: number) => text.slice(0, at).split("\n").length;
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** The texts of a module; `at` is the line of the file on which the code begins. */
export function codeProse(file: string, code: string, at = 1): Passage[] {
  const passages: Passage[] = [];
  const {program, errors} = parseSync("module.ts", code);
  if (errors[0]) throw new Error(`${file}:${at}: ${errors[0].message}`);

  const visit = (node: Node, isTitle: boolean): void => {
    if (isSilent(node)) return;
    const text = textOf(node);
    if (text !== undefined) {
      const line = at - 1 + lineOf(code, node.start);
      if (isProse(text)) passages.push({file, line, text: oneLine(text), isTitle});
      for (const part of computedParts(node)) visit(part, false);
      return;
    }
    for (const [child, name] of childrenOf(node)) visit(child, name === "finding");
  };
  visit(program as unknown as Node, false);
  return passages;
}

/** Attributes and style are not read; nor are messages to developers. */
const silentKeys = /^(class|style|d|transform|id|role|type|for|viewBox|autocomplete|aria-hidden)$/;

function isSilent(node: Node): boolean {
  if (/^(Import|Export(All|Named))/.test(node.type)) return node.type !== "ExportNamedDeclaration";
  if (/^TS/.test(node.type)) return !/^TS(As|Satisfies|NonNull)/.test(node.type);
  if (node.type === "NewExpression") return /Error$/.test(nameOf(node.callee));
  if (node.type === "Property") return silentKeys.test(nameOf(node.key));
  return node.type === "TaggedTemplateExpression";
}

function nameOf(node: unknown): string {
  return isNode(node) ? String(node.name ?? node.value ?? "") : "";
}

function* childrenOf(node: Node): Generator<[Node, string]> {
  const own = node.type === "Property" ? nameOf(node.key) : "";
  for (const [key, value] of Object.entries(node)) {
    if (node.type === "Property" && key === "key") continue;
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) yield [child, own];
  }
}

/** A literal, a template, or what `+` makes of them. */
function textOf(node: Node): string | undefined {
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type === "TemplateLiteral") {
    const quasis = node.quasis as {value: {cooked: string}}[];
    return quasis.map(({value}) => value.cooked).join("…");
  }
  if (node.type !== "BinaryExpression" || node.operator !== "+") return undefined;
  const [left, right] = [textOf(node.left as Node), textOf(node.right as Node)];
  return left === undefined && right === undefined ? undefined : `${left ?? "…"}${right ?? "…"}`;
}

function computedParts(node: Node): Node[] {
  if (node.type === "TemplateLiteral") return node.expressions as Node[];
  if (node.type !== "BinaryExpression") return [];
  return [node.left as Node, node.right as Node].flatMap((side) =>
    textOf(side) === undefined ? [side] : computedParts(side),
  );
}

const sql = /^\s*(--|select\b|with\b \w+ as\b)|\b(cast|coalesce|sum|avg|count|filter)\s?\(/i;
const css = /^[\w-]+:\s?[\S ]+;$|\{[^}]*:[^}]*\}|\bvar\(--|color-(mix|scheme)|^[.#:*[]|=>/;

function isProse(text: string): boolean {
  if (sql.test(text) || css.test(text)) return false;
  return /\p{L}[\p{L}’'-]*[\s…,.;:]+\p{L}{2}/u.test(text) || /^\p{Lu}\p{L}{3,}$/u.test(text);
}

/** The paragraphs, headings and list items of a page, and the texts in its cells. */
export function pageProse(file: string, page: string): Passage[] {
  const passages: Passage[] = [];
  const lines = page.split("\n");
  let paragraph: {line: number; text: string} | undefined;
  let fence: {line: number; opening: string; ticks: string; code: string[]} | undefined;

  const flush = () => {
    if (!paragraph) return;
    const {line, text} = paragraph;
    paragraph = undefined;
    passages.push(...paragraphProse(file, text, line));
  };
  for (const [index, line] of lines.entries()) {
    const ticks = /^(`{3,})/.exec(line)?.[1];
    if (fence) {
      if (ticks !== fence.ticks) fence.code.push(line);
      else {
        const isRun = /^`+js(?!.*run=false)/.test(fence.opening);
        if (isRun) passages.push(...codeProse(file, fence.code.join("\n"), fence.line + 1));
        fence = undefined;
      }
    } else if (ticks) {
      flush();
      fence = {line: index + 1, opening: line, ticks, code: []};
    } else if (/^\s*$|^---$/.test(line)) flush();
    else {
      if (/^\s*([-*>]|\d+\.)\s|^#/.test(line)) flush();
      paragraph = paragraph
        ? {...paragraph, text: `${paragraph.text}\n${line}`}
        : {line: index + 1, text: line};
    }
  }
  flush();
  return passages;
}

function paragraphProse(file: string, text: string, line: number): Passage[] {
  const computed: Passage[] = [];
  const words = withoutComputed(text, (code) =>
    computed.push(...codeProse(file, `(${code})`, line)),
  )
    .replace(/<(code|style)\b.*?<\/\1>|`[^`]*`/gs, "…")
    .replace(/<[^>]+>/g, "")
    .replace(/\]\([^)]*\)/g, "")
    .replace(/[[\]*_■]/g, "");
  if (/^(toc|sql| {2}\w+):/.test(words)) return computed;
  const isTitle = /^#|^title:/.test(words);
  const plain = oneLine(words.replace(/^(#+|title:|[-*>]|\d+\.)\s+/, ""));
  return [{file, line, text: plain, isTitle}, ...computed];
}

/** The text with each `${…}` as `…`; what stands within is handed over. */
function withoutComputed(text: string, take: (code: string) => void): string {
  let plain = "";
  for (let at = 0; at < text.length; at++) {
    if (!text.startsWith("${", at)) {
      plain += text[at];
      continue;
    }
    let depth = 1;
    let end = at + 2;
    while (depth > 0 && end < text.length) {
      if (text[end] === "{") depth++;
      if (text[end] === "}") depth--;
      end++;
    }
    take(text.slice(at + 2, end - 1));
    plain += "…";
    at = end - 1;
  }
  return plain;
}
