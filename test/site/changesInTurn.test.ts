import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {LoaderResolver} from "@observablehq/framework/dist/loader.js";
import {describe, expect, it, onTestFinished} from "vitest";
import {readChangesInTurn} from "../../scripts/site/changesInTurn.js";

/** Files of a site whose page reads two of them, and what a preview does that takes a while to read the page anew. */
function site() {
  const root = mkdtempSync(join(tmpdir(), "changes-"));
  onTestFinished(() => rmSync(root, {recursive: true}));
  const write = (file: string, text: string) => writeFileSync(join(root, file), text);
  mkdirSync(join(root, "data"));
  for (const file of ["page.md", "data/a.csv", "data/b.csv"]) write(file, "0");
  const readings: string[] = [];
  const texts: string[] = [];
  let underWay = 0;
  const read = async (what: string) => {
    underWay += 1;
    readings.push(`${what}, ${underWay} at a time`);
    const [a, b] = ["a", "b"].map((name) => readFileSync(join(root, `data/${name}.csv`), "utf8"));
    texts.push(`${a} ${b}`);
    await sleep(200);
    underWay -= 1;
  };
  const loaders = new LoaderResolver({root, interpreters: {}});
  const watch = async ({meanwhile = () => {}} = {}) => {
    const watching = loaders.watchFiles("/page", ["data/a.csv", "data/b.csv"], read);
    meanwhile();
    const files = await watching;
    const page = loaders.watchPage("/page", () => read("page"));
    onTestFinished(() => {
      files.close();
      page.close();
    });
  };
  return {write, watch, readings, texts};
}

describe("readChangesInTurn()", () => {
  readChangesInTurn();

  it("reads a page one change after the other, and what has come meanwhile as one", async () => {
    const {write, watch, readings} = site();
    await watch();
    await expect.poll(() => readings).toEqual(["/page, 1 at a time"]);
    for (const text of ["2", "3", "4", "5"])
      for (const file of ["data/a.csv", "data/b.csv", "page.md"]) write(file, text);
    await sleep(1_500); // a busy machine tells some of them late
    expect(readings.filter((reading) => !reading.endsWith(", 1 at a time"))).toEqual([]);
    expect(readings).toContain("page, 1 at a time");
    expect(readings.length).toBeLessThan(8);
  });

  it("does so also where it is watched twice", async () => {
    const {write, watch, readings, texts} = site();
    await Promise.all([watch(), watch()]);
    write("data/a.csv", "1");
    await expect.poll(() => texts.at(-1)).toBe("1 0");
    expect(readings.filter((reading) => !reading.endsWith(", 1 at a time"))).toEqual([]);
  });

  it("reads what is saved while its files are about to be watched, and otherwise once", async () => {
    const {write, watch, texts} = site();
    await watch({meanwhile: () => write("data/b.csv", "1")});
    await expect.poll(() => texts.at(-1)).toBe("0 1");
    await sleep(500);
    expect(texts).toHaveLength(1);
  });
});
