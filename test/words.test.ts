import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {projectRoot} from "../loaders/environment.js";
import {codeProse, pageProse} from "./support/prose.js";
import {wordFaults} from "./support/wording.js";

const files = (
  readdirSync(join(projectRoot, "src"), {recursive: true, encoding: "utf8"}) as string[]
)
  .map((file) => `src/${file.replaceAll("\\", "/")}`)
  .filter(
    (file) => /\.(md|ts)$/.test(file) && !/^src\/\.observablehq\/|bank\/schema\.ts$/.test(file),
  )
  .sort();

describe("what the site says", () => {
  it.each(files)("%s is said as English is spoken", (file) => {
    const text = readFileSync(join(projectRoot, file), "utf8");
    const passages = file.endsWith(".md") ? pageProse(file, text) : codeProse(file, text);
    const faults = passages.flatMap(({line, text, isTitle}) =>
      wordFaults(text, {isTitle}).map((fault) => `${file}:${line}: ${fault}: ${text}`),
    );
    expect(faults).toEqual([]);
  });
});
