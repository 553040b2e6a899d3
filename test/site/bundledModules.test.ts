import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {FrameworkConfig} from "@observablehq/framework/dist/config.js";
import {getModuleInfo} from "@observablehq/framework/dist/javascript/module.js";
import {resolvePath} from "@observablehq/framework/dist/path.js";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type BundledSite, bundledSite} from "../../scripts/site/bundledModules.js";

const sources = {
  "index.md": 'import {one} from "./lib/one.js";\n',
  "people/a.md": "import {two} from '../lib/two.js';\nconst late = import(\"./a/late.js\");\n",
  "people/b.md":
    '<script type="module" src="b/own.js"></script>\nimport {two} from "/lib/two.js";\n',
  "people/a/late.ts": 'export const late: string = "late";\n',
  "components/frame/frame.ts": 'import {shared} from "../../lib/deep/shared.js";\nshared();\n',
  "lib/one.ts": 'import {shared} from "./deep/shared.js";\nexport const one = shared();\n',
  "lib/two.ts":
    'import {shared} from "/lib/deep/shared.js";\nexport const two = [shared(), shared()];\n',
  "lib/deep/shared.ts": `import {FileAttachment} from "observablehq:stdlib";
import {plain} from "../../plain/plain.js";
export const rows = FileAttachment("../../data/rows.json");
export const shared = (id = "x") => [\`FileAttachment("../data/\${id}.csv")\`, plain, rows];
`,
  "plain/plain.js": 'import {typed} from "../lib/deep/typed.js";\nexport const plain = typed;\n',
  "lib/deep/typed.ts": `export const typed: () => Worker = () => new Worker(import.meta.resolve("../../work/worker.js"));
`,
  "work/worker.ts": 'import {kind} from "./kind.js";\npostMessage(kind);\n',
  "work/kind.ts": 'export const kind = "worker";\n',
  "work/unused.ts": 'export const unused = "nobody asks";\n',
  "style/index.css": "p { color: red }\n",
  "data/rows.json": "[]\n",
};

const roots: string[] = [];

function configOf(files: Readonly<Record<string, string>>): FrameworkConfig {
  const root = mkdtempSync(join(tmpdir(), "countinghouse-bundled-"));
  roots.push(root);
  for (const folder of [".observablehq", "data"]) mkdirSync(join(root, folder));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(root, file, ".."), {recursive: true});
    writeFileSync(join(root, file), text);
  }
  const paths = async function* () {};
  return {root, output: "dist", home: "", loaders: {root} as never, paths};
}

/** The files and programs that a module names, by their paths from the root, as Framework reads it. */
function namedIn(root: string, path: string): string[] {
  const info = getModuleInfo(root, path)!;
  const names = [...info.files, ...info.localDynamicImports];
  return names.map((name) => resolvePath(path, name)).sort();
}

let site: BundledSite;
const textOf = (path: string) => readFileSync(join(site.config.root, path), "utf8");

beforeAll(async () => {
  site = await bundledSite(configOf(sources));
});
afterAll(() => {
  for (const root of roots) rmSync(root, {recursive: true});
});

describe("bundledSite(config)", () => {
  it("has a module for each that is asked for by name, and what these share once", () => {
    const isChunk = (path: string) => path.startsWith("/chunks/");
    expect(site.modules.filter((path) => !isChunk(path)).sort()).toEqual([
      "/components/frame/frame.js",
      "/lib/one.js",
      "/lib/two.js",
      "/people/a/late.js",
      "/work/worker.js",
    ]);
    expect(site.modules.filter((path) => textOf(path).includes("rows.json"))).toHaveLength(1);
    expect(site.modules.map(textOf).join("")).not.toContain("nobody asks");
  });

  it("leaves the names of files and programs what they were, wherever their module has come to stand", () => {
    const {root} = site.config;
    const named = site.modules.flatMap((path) => namedIn(root, path));
    expect(named.sort()).toEqual(["/data/rows.json", "/work/worker.js"]);
  });

  it("leaves a text that reads like a call as it is", () => {
    expect(site.modules.map(textOf).join("")).toContain("../data/${");
  });

  it("has the pages, the styles and the data of the sources, and no TypeScript of their modules", () => {
    for (const file of ["index.md", "people/b.md", "style/index.css", "data/rows.json"])
      expect(textOf(file)).toBe(sources[file as keyof typeof sources]);
    expect(existsSync(join(site.config.root, "lib/one.ts"))).toBe(false);
  });

  it("names file and line of an import that leads nowhere", async () => {
    const config = configOf({
      ...sources,
      "lib/two.ts": '\nexport {three as two} from "./three.js";\n',
    });
    await expect(bundledSite(config)).rejects.toThrow(
      /lib\/two\.ts:2:\d+: ERROR: Could not resolve "\.\/three\.js"/,
    );
  });
});
