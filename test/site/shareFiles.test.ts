import {mkdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {shareFiles} from "../../scripts/site/shareFiles.js";
import {temporaryFolder} from "../support/tinyBank.js";

it("makes large files of two sites that hold the same one file, and leaves all others their own", () => {
  const root = temporaryFolder("shared");
  const large = (letter: string) => letter.repeat(100_000);
  const write = (site: string, files: Readonly<Record<string, string>>) => {
    mkdirSync(join(root, site, "code"), {recursive: true});
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, site, name), text);
  };
  write("one", {"code/engine": large("a"), data: large("b"), small: "s"});
  write("two", {"code/engine": large("a"), data: large("c"), small: "s", own: large("d")});
  shareFiles(join(root, "two"), join(root, "one"));
  const isOne = (name: string) =>
    statSync(join(root, "one", name)).ino === statSync(join(root, "two", name)).ino;
  expect(isOne("code/engine")).toBe(true);
  expect([isOne("data"), isOne("small")]).toEqual([false, false]);
  expect(readFileSync(join(root, "two/data"), "utf8")).toBe(large("c"));
  expect(readFileSync(join(root, "one/data"), "utf8")).toBe(large("b"));
  expect(readFileSync(join(root, "two/own"), "utf8")).toBe(large("d"));
});
