/**
 * A page as a module that a compiler can read. Each line of the module is the line of the page: a cell becomes a function
 * where it stands, from the line of its fence to that of its end, and hands what it declares to the others as Framework
 * does, promises resolved and generators as what they yield. All that is not code is an empty line.
 */
import type {PageCell, PageCells} from "../../loaders/pages/cells.js";

export interface PageModule {
  /** Relative to the folder of all modules: `bank/sectors.js`; `.ts` where a cell is TypeScript. */
  readonly file: string;
  readonly text: string;
}

const importStatement = /^[ \t]*import\s*(?:[\w*{][^;"']*?\bfrom\s*)?["'][^"'\n]+["'];?/gm;

export function pageModule({file, cells}: PageCells): PageModule {
  const lines: string[] = [];
  cells.forEach((cell, at) => {
    const parts = cell.tag === "inline" ? [inlineText(cell)] : blockText(cell, `__cell${at}`);
    const first = cell.tag === "inline" ? cell.line : cell.line - 1; // a block begins with its fence
    parts
      .join("\n")
      .split("\n")
      .forEach((text, offset) => {
        const line = first - 1 + offset;
        lines[line] = (lines[line] ?? "") + text;
      });
  });
  const isTyped = cells.some(({tag}) => tag === "ts");
  return {
    file: file.replace(/\.md$/, isTyped ? ".ts" : ".js"),
    text: `${Array.from(lines, (line) => line ?? "").join("\n")}\nexport {};\n`,
  };
}

const inlineText = ({text}: PageCell) => `void (async () => (${text.replaceAll("\n", " ")}));`;

const blank = (text: string) => text.replace(/[^\n]/g, " ");

/** A parameter of the page within a text, as it stands in the name of a file that is not yet of one city. */
const parameter = /\$\{\s*observable\.params\.(\w+)\s*\}/g;

/** The line of the fence, the lines of the cell, and the line of the fence that ends it. */
function blockText({text, names, isExpression}: PageCell, name: string): [string, string, string] {
  const body = text.replace(/\n$/, "").replace(parameter, "[$1]");
  if (isExpression) return [`const ${name} = async () => (`, body, ");"];
  const statements = Array.from(body.matchAll(importStatement));
  const code = body.replace(importStatement, blank);
  const firstCode = code.replace(/\/\/.*$/gm, blank).search(/\S/);
  const isLeading = ({index}: {index: number}) => firstCode < 0 || index < firstCode;
  const last = statements.findLast(isLeading);
  const start = last ? last.index + last[0].length : 0;
  const later = statements.filter((statement) => !isLeading(statement));
  const rest = code.slice(start);
  const open = `const ${name} = async () => {`;
  const imported = statements.map(([statement]) => statement).join("\n");
  const own = names.filter(
    (name) => !new RegExp(`(?<![\\w$])${name.replaceAll("$", "\\$")}(?![\\w$])`).test(imported),
  );
  const shared = own.join(", ");
  const close = [
    `return {${shared}}; };`,
    shared === "" ? "" : `const {${shared}} = __values(${name});`,
    ...later.map(([statement]) => statement.replaceAll("\n", " ")),
  ].join(" ");
  return last ? ["", body.slice(0, start) + open + rest, close] : [open, rest, close];
}
