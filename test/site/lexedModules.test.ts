/** What Framework reads of modules by a lexer is what it reads of them parsed whole. */
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {readConfig} from "@observablehq/framework/dist/config.js";
import {findFiles} from "@observablehq/framework/dist/javascript/files.js";
import {findExports, findImports} from "@observablehq/framework/dist/javascript/imports.js";
import {parseProgram} from "@observablehq/framework/dist/javascript/parse.js";
import {rewriteNpmImports} from "@observablehq/framework/dist/npm.js";
import {beforeAll, describe, expect, it} from "vitest";
import {projectRoot} from "../../loaders/environment.js";
import {bundledSite} from "../../scripts/site/bundledModules.js";

/** Modules of a few lines, and whether a lexer is enough for them. */
const modules: readonly (readonly [name: string, text: string, isLexed: boolean])[] = [
  ["a static import", 'import {a, b as c} from "./a.js";\nexport {a, c};', true],
  ["one for its effect", "import './a.js';\nexport default 1;", true],
  ["a name with an escape", 'import a from "./\\u0061%20b.js";\nexport default a;', true],
  [
    "what is handed on",
    'export * from "./a.js";\nexport {b} from "npm:b";\nexport * as c from "./c.js";',
    true,
  ],
  ["what is asked for later", 'export const a = () => import("./a.js");', true],
  ["with spaces", "export const a = () => import( /* why */ './a.js' );", true],
  ["by a template", "export const a = () => import(`./a.js`);", true],
  [
    "the same twice",
    'import "./a.js";\nexport const a = import("./a.js"), b = import("./a.js");',
    true,
  ],
  [
    "in words and in regular expressions",
    'export const a = "import x from \'./x.js\'", b = /import("y")/, c = `import("z")`;',
    true,
  ],
  ["its own address", "export const here = import.meta.url;", true],
  ["the address of another", 'export const there = import.meta.resolve("./a.js");', false],
  ["by two words", 'export const a = () => import("./a" + ".js");', false],
  ["by an expression", "export const a = (name) => import(name);", false],
  ["by a template with an expression", "export const a = (name) => import(`./${name}.js`);", false],
  [
    "a file",
    'import {FileAttachment} from "observablehq:stdlib";\nexport const a = FileAttachment("a.csv");',
    false,
  ],
  ["a parameter of its page", "export const a = observable.params.key;", false],
  ["nothing to others", 'import {a} from "./a.js";\nconsole.log(a, FileAttachment);', false],
];

/** What Framework takes of the module at a path, and the module with other names for what it imports. */
function readingOf(path: string, text: string) {
  const program = parseProgram(text);
  return {
    imports: findImports(program, path, text),
    files: findFiles(program, path, text).map(({name, method}) => ({name, method})),
    exports: findExports(program).length > 0,
    rewritten: rewriteNpmImports(text, (name) => `${name}?again`),
  };
}

const packages = join(projectRoot, "src/.observablehq/cache/_npm");
const texts = new Map(modules.map(([name, text]) => [`/lib/${name}`, text]));
const parsedWhole = new Map<string, ReturnType<typeof readingOf>>();
let importsAlone: (text: string) => unknown;

beforeAll(async () => {
  // fills the packages
  const {config, modules: bundles} = await bundledSite(await readConfig());
  for (const path of bundles) texts.set(path, readFileSync(join(config.root, path), "utf8"));
  for (const name of readdirSync(packages, {recursive: true, encoding: "utf8"}))
    if (name.endsWith(".js")) texts.set(name, readFileSync(join(packages, name), "utf8"));
  for (const [name, text] of texts) parsedWhole.set(name, readingOf(name, text));
  ({importsAlone} = await import("../../scripts/site/lexedModules.js"));
}, 60_000);

describe("a module that is read by a lexer", () => {
  it.each(modules)("is read as when it is parsed whole: %s", (name, text, isLexed) => {
    expect(importsAlone(text) !== undefined).toBe(isLexed);
    const path = `/lib/${name}`;
    expect(readingOf(path, text)).toEqual(parsedWhole.get(path));
  });

  it("so are the packages of the site, and its bundles", () => {
    const large = [...texts].filter(([, text]) => text.length > 20_000);
    expect(large.length).toBeGreaterThan(10);
    const lexed = large.filter(([, text]) => importsAlone(text));
    expect(lexed.length).toBeGreaterThan(large.length / 2);
    for (const [name, text] of texts) {
      expect(readingOf(name, text), name).toEqual(parsedWhole.get(name));
    }
  });

  it("a mistake that a lexer sees is told by the parser", () => {
    expect(() => parseProgram("export const a = (;")).toThrow("Unexpected token (1:18)");
  });
});
