import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {resolveNodeImport} from "@observablehq/framework/dist/node.js";
import seedrandom from "seedrandom";
import {afterAll, beforeAll, describe, expect, it, vi} from "vitest";
import {projectRoot} from "../../loaders/environment.js";
import {bundleImported, importedNames} from "../../scripts/site/vendor/importedPackages.js";

/** ES modules and CommonJS, with and without a default; files of a package; packages that share others. */
const packages = [
  "@codemirror/lang-sql",
  "@codemirror/view",
  "csv-parse/browser/esm/sync",
  "d3-sankey",
  "markdown-it",
  "saxes",
  "seedrandom",
  "sql-formatter",
  "write-excel-file/universal",
];

const roots: string[] = [];
let own: string;
let theirs: string;
const cacheOf = (root: string) => join(root, "src/.observablehq/cache/_node");
const filesOf = (root: string) =>
  readdirSync(cacheOf(root), {recursive: true, encoding: "utf8"})
    .filter((file) => file.endsWith(".js"))
    .sort();
const load = (root: string, file: string) => import(join(cacheOf(root), file));

function project(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "countinghouse-imported-"));
  roots.push(root);
  symlinkSync(join(projectRoot, "node_modules"), join(root, "node_modules"), "junction");
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(root, file, ".."), {recursive: true});
    writeFileSync(join(root, file), text);
  }
  return root;
}

const importing = (names: readonly string[]) =>
  names.map((name, at) => `import * as p${at} from "${name}";\n`).join("");

beforeAll(async () => {
  own = project({"src/lib/all.ts": importing(packages)});
  await bundleImported(own);
  theirs = project({"src/lib/all.ts": ""});
  for (const name of packages) await resolveNodeImport(join(theirs, "src"), name);
}, 60_000);

afterAll(() => {
  for (const root of roots) rmSync(root, {recursive: true});
});

describe("bundleImported(projectRoot)", () => {
  it("puts each package where Framework puts it, but for what a package of CommonJS requires", () => {
    const required = filesOf(theirs).filter((file) => file.startsWith("xmlchars@"));
    expect(required.length).toBeGreaterThan(0);
    expect([...filesOf(own), ...required].sort()).toEqual(filesOf(theirs));
  });

  it("gives each the names that it has when Framework bundles it", async () => {
    for (const file of filesOf(own)) {
      const names = Object.keys(await load(own, file));
      expect(names.length, file).toBeGreaterThan(0);
      expect(names, file).toEqual(
        expect.arrayContaining(
          Object.keys(await load(theirs, file)).filter((name) => name !== "__moduleExports"),
        ),
      );
    }
  });

  it("leaves nothing to Framework, which finds what another package shares", async () => {
    const said = vi.spyOn(console, "log").mockImplementation(() => {});
    for (const name of [...packages, "@codemirror/state"])
      await resolveNodeImport(join(own, "src"), name);
    expect(said).not.toHaveBeenCalled();
    said.mockRestore();
    const [view, state] = ["view", "state"].map(
      (name) => filesOf(own).find((file) => file.startsWith(`@codemirror/${name}@`))!,
    );
    const {EditorView} = await load(own, view!);
    const {EditorState} = await load(own, state!);
    expect(EditorState.create({extensions: EditorView.lineWrapping}).doc.length).toBe(0);
  });

  it("bundles packages of CommonJS that do what they do in Node", async () => {
    const [saxes, random] = ["saxes", "seedrandom"].map(
      (name) => filesOf(own).find((file) => file.startsWith(`${name}@`))!,
    );
    const {SaxesParser} = await load(own, saxes!);
    const parser = new SaxesParser();
    const names: string[] = [];
    parser.on("opentag", ({name}: {name: string}) => names.push(name));
    parser.write("<a><b/></a>").close();
    expect(names).toEqual(["a", "b"]);
    expect((await load(own, random!)).default("7")()).toBe(seedrandom("7")());
  });

  it("leaves what no browser can have to Framework, and bundles the others", async () => {
    const root = project({
      "src/lib/engine.ts": 'import {DuckDBInstance} from "@duckdb/node-api";\n',
      "src/lib/sum.ts": 'import {sum} from "d3-array";\nimport {no} from "not-installed";\n',
    });
    await bundleImported(root);
    expect(filesOf(root).map((file) => file.split("@")[0])).toEqual(["d3-array"]);
  });

  it("leaves each package to Framework that imports one which cannot be bundled", async () => {
    const root = project({"src/lib/both.ts": importing(["first", "second", "third"])});
    rmSync(join(root, "node_modules"));
    const packages = {
      first: 'export * from "server";',
      second: 'import "third";\nexport * from "server";',
      third: "export const three = 3;",
      server: 'export {readFileSync} from "node:fs";',
    };
    for (const [name, text] of Object.entries(packages)) {
      const folder = join(root, "node_modules", name);
      mkdirSync(folder, {recursive: true});
      writeFileSync(
        join(folder, "package.json"),
        JSON.stringify({name, version: "1.0.0", type: "module", exports: "./index.js"}),
      );
      writeFileSync(join(folder, "index.js"), text);
    }
    await bundleImported(root);
    expect(filesOf(root)).toEqual(["third@1.0.0/index.js"]);
  });

  it("writes nothing anew", async () => {
    const root = project({"src/lib/path.ts": 'import {sum} from "d3-array";\n'});
    await bundleImported(root);
    const file = join(cacheOf(root), filesOf(root).find((file) => file.startsWith("d3-array"))!);
    writeFileSync(file, "export {};");
    await bundleImported(root);
    expect(Object.keys(await import(file))).toEqual([]);
    expect(existsSync(`${file}.${process.pid}.tmp`)).toBe(false);
  });
});

describe("importedNames(projectRoot)", () => {
  it("finds what pages and modules import, in whatever way, and not types, files, or what loaders import", () => {
    const root = project({
      "src/page.md": '```js\nimport {a} from "one";\nconst b = await import("two/part");\n```\n',
      "src/lib/a.ts":
        'import type {T} from "types";\nimport {\n  c,\n  d,\n} from "@three/of";\nexport * from "four";\n',
      "src/lib/b.ts":
        'import {e} from "./own.js";\nimport {f} from "npm:five";\nimport g from "node:fs";\n',
      "src/data/set.csv.ts": 'import {h} from "six";\n',
    });
    expect(importedNames(root)).toEqual(["@three/of", "four", "one", "two/part"]);
  });
});
