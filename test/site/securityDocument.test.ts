import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {projectRoot} from "../../loaders/environment.js";

const read = (file: string) => readFileSync(join(projectRoot, file), "utf8");
const text = read("docs/security.md");

describe("docs/security.md", () => {
  it("names only files and commands that are there", () => {
    const paths = Array.from(
      text.matchAll(/`((?:test|docker|sql|scripts|loaders)\/[\w./-]+)`/g),
      ([, path]) => path!,
    );
    const own = ["sql/extract/own/"];
    expect(paths.length).toBeGreaterThan(10);
    expect(
      paths.filter((path) => !own.includes(path) && !existsSync(join(projectRoot, path))),
    ).toEqual([]);
    const {scripts} = JSON.parse(read("package.json"));
    const commands = Array.from(text.matchAll(/npm run ([\w:]+)/g), ([, name]) => name!);
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
  });

  it("has a test or a check for each promise", () => {
    const [, promises = ""] = /^## Promises\n([\s\S]*?)^## /m.exec(text)!;
    const rows = promises
      .split("\n")
      .filter((line) => line.startsWith("| "))
      .slice(1);
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter((row) => !/\| (?:the same|.*`test\/.*) \|$/.test(row))).toEqual([]);
  });
});
