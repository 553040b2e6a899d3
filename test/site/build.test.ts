import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {runIn} from "../support/project.js";
import {builtProject, copyPart} from "../support/site.js";

describe("npm run build, with the network cut", () => {
  let dist: string;
  let files: string[];

  beforeAll(async () => {
    dist = join(await builtProject(), "dist");
    files = readdirSync(dist, {recursive: true, encoding: "utf8"});
  });

  it("publishes DuckDB for today's browsers and not the build for old ones", () => {
    expect(files.some((file) => file.endsWith("duckdb-eh.wasm"))).toBe(true);
    expect(files.filter((file) => /duckdb.*mvp/.test(file))).toEqual([]);
  });

  it("publishes the analysis that the README adds, and lists it in the sidebar", () => {
    expect(files).toContain(join("people", "customers-by-city.html"));
    expect(readFileSync(join(dist, "index.html"), "utf8")).toContain("Customers by city");
  });

  it("gives every page a language, a skip link and a content security policy", () => {
    for (const file of files.filter((name) => name.endsWith(".html"))) {
      const html = readFileSync(join(dist, file), "utf8");
      expect(html, file).toMatch(/<html lang="en">[\s\S]*Content-Security-Policy[\s\S]*skip-link/);
    }
  });

  it("leaves nothing that is half done", () => {
    const left = readdirSync(join(dist, "../src/.observablehq")).filter((name) =>
      /^(build|bundled)-/.test(name),
    );
    expect(left).toEqual([]);
  });
});

describe("npm run build, with a mistake on a page", () => {
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "countinghouse-build-"));
    await copyPart(folder, {loaders: ["bank.duckdb.ts"]});
    mkdirSync(join(folder, "dist"));
    writeFileSync(join(folder, "dist/index.html"), "the old site");
    writeFileSync(
      join(folder, "src/guide/mistakes.md"),
      '---\nsql:\n  bank: ../data/bank.duckdb\n---\n\n# Mistakes\n\n```js\nconst a = ;\n```\n\n```sql\nselect nothing_such from bank.users\n```\n\n```js\nconst rates = FileAttachment("data/rates.csv");\n```\n',
    );
    writeFileSync(
      join(folder, "src/guide/wrong-names.md"),
      '# Names\n\n```js\nimport {cuont} from "../lib/format.js";\n```\n\n${cuont(prise)}\n',
    );
  });

  afterAll(() => rmSync(folder, {recursive: true}));

  it("fails with page and line of each mistake, and leaves the old site alone", async () => {
    const failure = runIn(folder, ["--import", "tsx", "scripts/build.ts"]);
    await expect(failure).rejects.toThrow("src/guide/mistakes.md:9: Unexpected token");
    await expect(failure).rejects.toThrow(
      'src/guide/mistakes.md:13: Binder Error: Referenced column "nothing_such" not found',
    );
    await expect(failure).rejects.toThrow(
      "src/guide/mistakes.md:17: neither a file nor a loader: src/guide/data/rates.csv",
    );
    await expect(failure).rejects.toThrow(
      "src/guide/wrong-names.md:4: ../lib/format.js has no cuont (did you mean count?)\n" +
        "src/guide/wrong-names.md:7: no such name: prise (declare it in a cell, or import it)",
    );
    expect(readFileSync(join(folder, "dist/index.html"), "utf8")).toBe("the old site");
    expect(existsSync(join(folder, "dist/guide"))).toBe(false);
  });

  it("tells a mistake in a module in one line, with its file, and does not wait for the datasets", async () => {
    writeFileSync(
      join(folder, "src/data/slow.json.ts"),
      "// Waits.\n// One number.\n// Size: bounded.\n" +
        "await new Promise((resolve) => setTimeout(resolve, 500_000));\nprocess.stdout.write('1');\n",
    );
    for (const page of ["mistakes", "wrong-names"]) rmSync(join(folder, `src/guide/${page}.md`));
    writeFileSync(
      join(folder, "src/guide/broken.ts"),
      'import {y} from "./nowhere.js";\nexport const x = y;\n',
    );
    writeFileSync(
      join(folder, "src/guide/broken.md"),
      '# Broken\n\n```js\nimport {x} from "./broken.js";\n```\n\n${x}\n',
    );
    await expect(runIn(folder, ["--import", "tsx", "scripts/build.ts"])).rejects.toThrow(
      /building: datasets\n\s*\S+ +src\/guide\/broken\.ts:1:\d+: ERROR: Could not resolve "\.\/nowhere\.js"\s*$/,
    );
  });
});
