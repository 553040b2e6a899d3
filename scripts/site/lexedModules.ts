/**
 * Framework parses each module of a site, and each package, two or three times over, to find what it imports and which files it
 * names. A lexer finds the imports in a hundredth of the time, and of a module that names no file there is nothing more to
 * find. This makes the parser that Framework uses read such modules so. It is for modules that esbuild has written: a lexer
 * sees no mistakes. It has to be imported before Framework builds.
 */
import {type Node, Parser, type Program} from "acorn";
import {type Import, init, parse} from "es-module-lexer";

await init();

const parseWhole = Parser.parse;
Parser.parse = function (text, options) {
  return (this === Parser && importsAlone(text)) || parseWhole.call(this, text, options);
};

/** What Framework looks for besides what a module imports. */
const moreThanImports = /\bFileAttachment\b|\bobservable\s*\.\s*params\b/;

/**
 * A module as a program of its imports, at their places, and a named export; none of a text that exports nothing, such as
 * a cell of a page, of one with a mistake, and of one of which Framework has to know more.
 */
export function importsAlone(text: string): Program | undefined {
  if (moreThanImports.test(text)) return undefined;
  try {
    const [imports, exports] = parse(text);
    if (!exports.length || imports.some((found) => isMoreThanAnImport(found, text)))
      return undefined;
    const body = imports.flatMap((found) => statementOf(found) ?? []);
    const named = exports.find((found) => !("name" in found && found.name === "default"));
    if (named)
      body.push({type: "ExportNamedDeclaration", start: named.exportStart} as Partial<Node>);
    return {type: "Program", body} as unknown as Program;
  } catch {
    return undefined;
  }
}

/** Whether it asks for the address of a module, or imports what an expression says: Framework works out some of them. */
const isMoreThanAnImport = (found: Import, text: string): boolean =>
  found.type === "import-meta"
    ? /^\s*\.\s*resolve\b/.test(text.slice(found.end, found.end + 100))
    : found.type === "dynamic" && (found.specifier === undefined || found.glob);

/** As acorn would tell it, with as much of it as Framework asks for. */
function statementOf({type, specifier, start, end}: Import): Partial<Node> | undefined {
  if (type === "import-meta") return undefined;
  const literal = (from: number, to: number) => ({
    type: "Literal",
    value: specifier,
    raw: JSON.stringify(specifier),
    start: from,
    end: to,
  });
  if (type === "dynamic") {
    const expression = {type: "ImportExpression", source: literal(start, end)};
    return {type: "ExpressionStatement", expression} as Partial<Node>;
  }
  // its place is given without the quotation marks
  return {
    type: "ImportDeclaration",
    specifiers: [],
    source: literal(start - 1, end + 1),
  } as Partial<Node>;
}
