import {existsSync, readFileSync} from "node:fs";
import {dirname, join, relative} from "node:path";
import {describe, expect, it} from "vitest";
import {findDatasets} from "../loaders/datasets/dataset.js";
import {needsLegs} from "../loaders/datasets/legsNeeded.js";
import {sizeOf} from "../loaders/datasets/size.js";
import {projectRoot} from "../loaders/environment.js";
import {legTables} from "../loaders/extracts.js";
import {lostPageFile} from "../loaders/pages/pageFiles.js";
import {sourceFiles} from "../loaders/sourceFiles.js";

const rooms = ["src", "loaders", "scripts", "test"] as const;

function filesIn(folder: string, ending: RegExp): string[] {
  return sourceFiles(join(projectRoot, folder))
    .map((file) => `${folder}/${file}`)
    .filter((file) => ending.test(file));
}

const read = (file: string) => readFileSync(join(projectRoot, file), "utf8");
const code = rooms.flatMap((room) => filesIn(room, /\.m?ts$/));

interface Import {
  readonly from: string;
  /** The module as a path from the project's root, without ending. */
  readonly target: string;
}

const specifier = /(?:\bfrom\s+|\bimport\s*\(?\s*)["'](\.{1,2}\/[^"']+)["']/g;

const importsOf = (from: string): Import[] =>
  Array.from(read(from).matchAll(specifier), ([, path]) => ({
    from,
    target: relative(projectRoot, join(projectRoot, dirname(from), path!))
      .replaceAll("\\", "/")
      .replace(/\.(js|ts)$/, ""),
  }));

const imports = [...code, "observablehq.config.ts"].flatMap(importsOf);
const pageImports = filesIn("src", /\.md$/).flatMap(importsOf);

const show = ({from, target}: Import) => `${from} → ${target}`;
const isLoader = (file: string) => /^src\/data\//.test(file);

describe("doors between rooms", () => {
  it("src/ imports nothing from outside of src/; its data loaders, which run in Node, may use loaders/", () => {
    const wrong = imports.filter(
      ({from, target}) =>
        from.startsWith("src/") &&
        !target.startsWith("src/") &&
        !(isLoader(from) && target.startsWith("loaders/")),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  it("loaders/ and scripts/ import of src/ only src/lib/", () => {
    const wrong = imports.filter(
      ({from, target}) => /^(loaders|scripts)\//.test(from) && /^src\/(?!lib\/)/.test(target),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  it("src/lib/ imports only src/lib/, and neither Node nor a component", () => {
    const wrong = imports.filter(
      ({from, target}) => from.startsWith("src/lib/") && !target.startsWith("src/lib/"),
    );
    expect(wrong.map(show)).toEqual([]);
    const node = code.filter(
      (file) => file.startsWith("src/lib/") && /from "node:/.test(read(file)),
    );
    expect(node).toEqual([]);
  });

  it("a page and the folder of its name import only components/, lib/ and themselves; loaders of data, any page's", () => {
    const pages = filesIn("src", /\.md$/).map((file) => file.slice(0, -".md".length));
    const ownerOf = (path: string) =>
      pages.find((page) => path === `${page}.md` || path.startsWith(`${page}/`));
    const wrong = [...imports, ...pageImports].filter(({from, target}) => {
      const owner = ownerOf(from);
      const isShared = /^src\/(components|lib)\//.test(target);
      return owner ? !isShared && ownerOf(target) !== owner : ownerOf(target) && !isLoader(from);
    });
    expect(wrong.filter(({from}) => from.startsWith("src/")).map(show)).toEqual([]);
  });

  it("src/watches/ imports only src/lib/", () => {
    const wrong = imports.filter(
      ({from, target}) => from.startsWith("src/watches/") && !target.startsWith("src/lib/"),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  it("loaders/ imports nothing from scripts/", () => {
    const wrong = imports.filter(
      ({from, target}) => from.startsWith("loaders/") && target.startsWith("scripts/"),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  it("loaders/: its rooms are entered in one order, and the sources only by the file that chooses", () => {
    const sources = ["csv", "mariadb", "clickhouse"];
    const floors = ["", ...sources, "snapshot", "datasets", "pages", "lineage", "editions"];
    const roomOf = (file: string) => /^loaders\/(\w+)\//.exec(file)?.[1] ?? "";
    const wrong = imports.filter(({from, target}) => {
      if (!from.startsWith("loaders/") || !target.startsWith("loaders/")) return false;
      if (from === "loaders/openSource.ts") return false;
      const [room, other] = [roomOf(from), roomOf(target)];
      const isSideways = sources.includes(room) && sources.includes(other) && room !== other;
      return isSideways || floors.indexOf(other) > floors.indexOf(room);
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it("a data loader reads files by loaders/ only, which notes what the dataset is made of", () => {
    const reads = code.filter((file) => isLoader(file) && /from "node:fs/.test(read(file)));
    expect(reads).toEqual([]);
  });

  it("no files import each other in a circle", () => {
    const targets = new Map<string, string[]>();
    for (const {from, target} of imports) {
      const file = from.replace(/\.ts$/, "");
      targets.set(file, [...(targets.get(file) ?? []), target]);
    }
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]) => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
      if (done.has(file)) return;
      done.add(file);
      for (const target of targets.get(file) ?? []) visit(target, [...path, file]);
    };
    for (const file of targets.keys()) visit(file, []);
    expect(circles).toEqual([]);
  });

  it("nothing imports a script", () => {
    expect(imports.filter(({target}) => /^scripts\/[^/]+$/.test(target)).map(show)).toEqual([]);
  });

  it("nothing outside of test/ imports from it", () => {
    const wrong = imports.filter(
      ({from, target}) => !from.startsWith("test/") && target.startsWith("test/"),
    );
    expect(wrong.map(show)).toEqual([]);
  });
});

describe("what is impure", () => {
  it("src/lib/ asks neither clock nor chance", () => {
    const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(/;
    expect(code.filter((file) => file.startsWith("src/lib/") && impure.test(read(file)))).toEqual(
      [],
    );
  });

  it("only loaders/environment.ts reads process.env", () => {
    const reads = [...code.filter((file) => !file.startsWith("test/")), "observablehq.config.ts"];
    const withEnv = reads.filter((file) => /(?<!["'`])\bprocess\.env\b(?!`)/.test(read(file)));
    expect(withEnv).toEqual(["loaders/environment.ts"]);
  });
});

describe("tests", () => {
  it("hold no `.only`", () => {
    const only = /\b(?:it|test|describe)(?:\.\w+)*\.only\b/;
    expect(code.filter((file) => file.endsWith(".test.ts") && only.test(read(file)))).toEqual([]);
  });

  it("wait on a page for what they tell, not for a time", () => {
    const waiting = code.filter((file) => /\bwaitForTimeout\(/.test(read(file)));
    expect(waiting.filter((file) => /^test\/(?!tidy)/.test(file))).toEqual([]);
  });
});

describe("datasets", () => {
  const readers = filesIn("src", /\.md$|^src\/(?!data\/|lib\/).*\.ts$/)
    .map(read)
    .join("\n")
    .replace(/\$\{observable\.params\.(\w+)\}/g, "[$1]");

  it.each(findDatasets().map(({target}) => target))("%s is used by a page", (target) => {
    expect(readers).toContain(target);
  });

  it.each(filesIn("src/data", /\.sql$/))("%s says its question, grain and columns", (file) => {
    const header = /^(?:--.*\n)+/.exec(read(file))?.[0] ?? "";
    expect(header.split("\n")[0]).toMatch(/\?$/);
    expect(header).toMatch(/^-- Grain: .*\S/m);
    expect(header).toMatch(/^-- Columns: .*\S/m);
  });

  it.each(findDatasets().map(({loader}) => loader))("%s says how its size grows", (file) => {
    expect(
      sizeOf(read(file)),
      "-- Size: bounded | by key | by person | by company | by posting",
    ).toBeDefined();
    if (file.includes(".keyed.")) expect(sizeOf(read(file))).toBe("by key");
  });

  it.each(findDatasets().filter(({language}) => language === "sql"))(
    "$loader says whether it needs the legs",
    (dataset) => {
      const readsLegs = new RegExp(`\\bbank\\.(?:${legTables.join("|")})\\b`).test(
        read(dataset.loader),
      );
      expect(needsLegs(dataset), "-- Legs: needed.").toBe(readsLegs);
    },
  );
});

describe("pages", () => {
  const pages = filesIn("src", /\.md$/).filter(
    (file) => !["src/index.md", `src/${lostPageFile}`].includes(file),
  );

  it("stand on the first page's map of the site", () => {
    const index = read("src/index.md");
    const missing = pages
      .filter((file) => !file.includes("["))
      .map((file) => `](./${file.slice("src/".length, -".md".length)})`)
      .filter((link) => !index.includes(link));
    expect(missing.map((link) => `- [Title${link}: what it tells (in src/index.md)`)).toEqual([]);
  });

  it.each(pages)("%s says where its figures come from", (file) => {
    expect(read(file)).toMatch(/^freshness\(/m);
  });
});

describe("what a page is made of", () => {
  const pages = filesIn("src", /\.md$/);
  /** The bench shows five questions whole, and the guide each part of a figure: their figures are written in the page. */
  const workshops = ["src/workbench/ask.md", "src/guide/figures.md"];
  const prose = pages.filter((file) => !workshops.includes(file));

  it.each(pages)("%s has no line above 120 characters", (file) => {
    const long = read(file)
      .split("\n")
      .flatMap((line, at) => (line.length > 120 ? [`${at + 1}: ${line.slice(0, 40)}…`] : []));
    expect(long).toEqual([]);
  });

  it.each(prose)("%s imports at most six modules", (file) => {
    expect(read(file).match(/ from "[^"]+";$/gm)?.length ?? 0).toBeLessThanOrEqual(6);
  });

  it("is of median length at most 142 lines", () => {
    const lengths = pages.map((file) => read(file).split("\n").length).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(142);
  });
});

describe("figures", () => {
  const pages = filesIn("src", /\.md$/).map((file) => file.slice(0, -".md".length));

  it.each(pages)("%s names each of its figures in the fence that draws it", (page) => {
    const sources = [`${page}.md`, ...code.filter((file) => file.startsWith(`${page}/`))];
    const ids = new Set(
      sources.flatMap((file) =>
        Array.from(
          read(file)
            .replace(/^```js run=false\n[\s\S]*?^```$/gm, "")
            .matchAll(/^\s*(?:figure\(\{\s*)?id: "([\w-]+)",/gm),
          ([, id]) => id!,
        ),
      ),
    );
    const named = Array.from(
      read(`${page}.md`).matchAll(
        /^```js (?:echo )?figure=([\w-]+)(?: room=(?:low|middle|high))?$/gm,
      ),
      ([, id]) => id!,
    );
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
    expect([...ids].filter((id) => !named.includes(id))).toEqual([]);
  });
});

describe("package.json", () => {
  const {scripts} = JSON.parse(read("package.json")) as {scripts: Record<string, string>};

  it("names only scripts that are there", () => {
    const files = Object.values(scripts).flatMap(
      (command) => command.match(/scripts\/\S+\.ts/g) ?? [],
    );
    expect(files.filter((file) => !existsSync(join(projectRoot, file)))).toEqual([]);
  });

  it("has each command in the README", () => {
    const readme = read("README.md");
    const missing = Object.keys(scripts).filter(
      (name) => !readme.includes(name === "test" ? "npm test" : `npm run ${name}`),
    );
    expect(missing).toEqual([]);
  });
});

describe("README.md", () => {
  it("names only paths that are there, or that a command makes", () => {
    // the files of the example are made by test/support/project.ts, what is somebody's own by nobody
    const made =
      /^(dist|data\/(seed|stream|imports|snapshot|rejects)|sql\/extract\/own\/|\.env$|bank\.|own\.|.*\bmy-list\.|.*\b(customers-by-city|customersByCity)\.)/;
    const paths = Array.from(read("README.md").matchAll(/`([\w.@-]+(?:\/[\w.@-]*)+|[\w-]+\.\w+)`/g))
      .map(([, path]) => path!)
      .filter((path) => !made.test(path));
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
  });
});

interface LockedPackage {
  readonly version: string;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly optionalDependencies?: Record<string, string>;
  readonly integrity?: string;
  /** Part of another package, whose hash holds it too. */
  readonly inBundle?: boolean;
}

describe("package-lock.json", () => {
  const {packages} = JSON.parse(read("package-lock.json")) as {
    packages: Record<string, LockedPackage>;
  };

  it("holds the hash of every package, none of which runs a program of its own while it is installed", () => {
    const unhashed = Object.entries(packages).filter(
      ([path, {integrity, inBundle}]) =>
        path !== "" && !inBundle && !/^sha512-/.test(integrity ?? ""),
    );
    expect(unhashed.map(([path]) => path)).toEqual([]);
    expect(read(".npmrc")).toMatch(/^ignore-scripts=true$/m);
  });

  it("holds every optional package that it names, so that npm ci works on other systems", () => {
    const missing = Object.entries(packages).flatMap(([path, {optionalDependencies = {}}]) =>
      Object.keys(optionalDependencies).filter((name) => !findUpwards(path, name)),
    );
    expect(missing).toEqual([]);
  });

  it.each([
    "@duckdb/node-bindings-linux-x64",
    "@duckdb/node-bindings-linux-arm64",
    "@duckdb/node-bindings-darwin-arm64",
    "@duckdb/node-bindings-darwin-x64",
    "@duckdb/node-bindings-win32-x64",
    "@esbuild/linux-x64",
    "@esbuild/linux-arm64",
    "@esbuild/darwin-arm64",
    "@esbuild/darwin-x64",
    "@esbuild/win32-x64",
    "@rollup/rollup-linux-x64-gnu",
    "@rollup/rollup-linux-arm64-gnu",
    "@rollup/rollup-darwin-arm64",
    "@rollup/rollup-darwin-x64",
    "@rollup/rollup-win32-x64-msvc",
  ])("holds %s", (name) => {
    expect(packages[`node_modules/${name}`]).toMatchObject({os: [expect.any(String)]});
  });

  /** As npm resolves: in the package's own folder, then in those around it. */
  function findUpwards(path: string, name: string): boolean {
    for (
      let folder = path;
      ;
      folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules") - 1))
    ) {
      if (`${folder && `${folder}/`}node_modules/${name}` in packages) return true;
      if (folder === "") return false;
    }
  }
});
