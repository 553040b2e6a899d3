import {mkdirSync, rmSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {describe, expect, it, onTestFinished, vi} from "vitest";
import {bundle, moduleHash} from "../../loaders/bundle.js";
import {projectRoot} from "../../loaders/environment.js";

const inputsOf = async (...modules: string[]) => Object.keys((await bundle(...modules)).inputs);

describe("bundle(...modules)", () => {
  it("notes what a module imports, statically or on demand, and what those import", async () => {
    const inputs = await inputsOf("src/data/freshness.json.ts");
    expect(inputs).toContain("src/data/freshness.json.ts");
    expect(inputs).toContain("loaders/datasets/bank.ts");
    expect(inputs).toContain("loaders/csv/source.ts");
    expect(inputs).toContain("src/lib/bank/schema.ts");
  });

  it("leaves out packages, types, and what only others import", async () => {
    const inputs = await inputsOf("loaders/datasets/sqlDataset.ts");
    expect(inputs.filter((file) => file.includes("node_modules"))).toEqual([]);
    expect(inputs).not.toContain("loaders/snapshot/snapshot.ts");
    expect(await inputsOf("loaders/snapshot/measures.ts")).not.toContain("loaders/sqlText.ts");
  });

  it("says file, line and column of what it does not understand", async () => {
    await expect(bundle("README.md")).rejects.toThrow(/README\.md/);
  });
});

describe("moduleHash(module)", () => {
  it("is that of the module and its imports, the same each time", async () => {
    const hash = await moduleHash("src/lib/money.ts");
    expect(hash).toBe(await moduleHash("src/lib/money.ts"));
    expect(hash).not.toBe(await moduleHash("src/lib/day.ts"));
  });

  it("is another where an import has changed, also for a process that bundles it for the first time", async () => {
    const folder = join(projectRoot, "src/.observablehq/module-hash-test");
    mkdirSync(folder, {recursive: true});
    onTestFinished(() => rmSync(folder, {recursive: true}));
    const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
    const next = async () => {
      vi.resetModules();
      const process = await import("../../loaders/bundle.js");
      return process.moduleHash(relative(projectRoot, join(folder, "rate.ts")));
    };
    write("rate.ts", 'export {rate} from "./table.js";');
    write("table.ts", "export const rate = 2;");
    const hash = await next();
    expect(await next()).toBe(hash);
    write("table.ts", "export const rate = 3;");
    expect(await next()).not.toBe(hash);
    write("table.ts", "export const rate = 2;");
    expect(await next()).toBe(hash);
    write("rate.ts", 'export {rate} from "./other.js";');
    write("other.ts", "export const rate = 2;");
    expect(await next()).not.toBe(hash);
  });
});
