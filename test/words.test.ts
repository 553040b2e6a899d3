import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {projectRoot} from "../loaders/environment.js";
import {sourceFiles} from "../loaders/sourceFiles.js";
import {cities} from "../scripts/seed/places.js";
import {keptPictures, titleOf} from "./support/pictures.js";
import {codeProse, pageProse} from "./support/prose.js";
import {wordFaults} from "./support/wording.js";

const files = sourceFiles(join(projectRoot, "src"))
  .map((file) => `src/${file}`)
  .filter((file) => /\.(md|ts)$/.test(file) && !file.endsWith("bank/schema.ts"));

describe("findings of the small bank", () => {
  const titles = keptPictures().flatMap((file) => {
    const title = titleOf(readFileSync(file, "utf8"));
    return title === undefined ? [] : [[file.slice(file.indexOf("pictures/")), title] as const];
  });

  it("are kept with the pictures", () => expect(titles.length).toBeGreaterThan(60));

  it.each(titles)("%s is told in fifteen words", (_, title) => {
    expect(wordFaults(title, {isTitle: true})).toEqual([]);
  });
});

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

describe("cities", () => {
  it.each(cities.map(({name}) => name))("%s is called by its English name", (name) => {
    expect(wordFaults(name)).toEqual([]);
  });
});

describe("wordFaults(text)", () => {
  it.each([
    ["The account stands below its cost", "stands"],
    ["What lies between the lines is the market", "lies"],
    ["What it hangs on", "hangs on"],
    ["€299 was missing", "was missing"],
    ["The usual person has three contracts", "usual"],
    ["310 invoices were never paid so far", "never paid so far"],
    ["Paid by whoever is there", "whoever"],
    ["Who buys so little is left out", "Who"],
    ["Savings elsewhere are not here: who saves may grow richer", ": who"],
    ["€200 below zero on checking", "on checking"],
    ["Two salaries on one account", "on one account"],
    ["He took in €1,886, as in September 2026", "as in September"],
    ["Saved of salary", "Saved of salary"],
    ["Income a month, median", "a month, median"],
    ["Clients have realized gains", "realized"],
    ["The color of money", "color"],
    ["A canceled payment", "canceled"],
    ["An industry's sum", "y's"],
    ['He calls it "profit"', '"profit"'],
    ["People in Köln pay more", "Köln"],
  ])("finds “%s”", (text, turn) => {
    expect(wordFaults(text)).toEqual([expect.stringContaining(`“${turn}”`)]);
  });

  it.each([
    "Who saves, and how much?",
    "No month stands out: ASML stands for a whole sector",
    "More than usual, and unusual at that",
    "Interest on savings is paid in outstanding amounts",
    "The size of a prize that somebody seized",
    "The balance so far",
  ])("lets “%s” be", (text) => expect(wordFaults(text)).toEqual([]));

  it("holds titles to fifteen words and one semicolon", () => {
    const words = (count: number) => Array.from({length: count}, () => "word").join(" ");
    expect(wordFaults(words(15), {isTitle: true})).toEqual([]);
    expect(wordFaults(words(16), {isTitle: true})).toEqual(["16 words in a title: at most 15"]);
    expect(wordFaults(words(16))).toEqual([]);
    expect(wordFaults("Rents rose; wages fell", {isTitle: true})).toEqual([]);
    expect(wordFaults("Rents rose; wages fell; so what", {isTitle: true})).toEqual([
      "2 semicolons in a title: at most one",
    ]);
  });
});

describe("pageProse(file, page) and codeProse(file, code)", () => {
  const page = [
    "---",
    "title: A page",
    "---",
    "# A heading",
    "",
    "Text over `code` and",
    '${count(1, "a text in it")} lines',
    "",
    "```js figure=x",
    "// a comment about nothing",
    'figure({finding: "One " + name + " thing", class: "no prose here"});',
    "```",
    "```sql",
    "select one thing",
    "```",
  ].join("\n");

  it("read headings, paragraphs and the texts in cells, with their lines", () => {
    expect(pageProse("page.md", page)).toEqual([
      {file: "page.md", line: 2, text: "A page", isTitle: true},
      {file: "page.md", line: 4, text: "A heading", isTitle: true},
      {file: "page.md", line: 6, text: "Text over … and … lines", isTitle: false},
      {file: "page.md", line: 6, text: "a text in it", isTitle: false},
      {file: "page.md", line: 11, text: "One … thing", isTitle: true},
    ]);
  });

  it("read no errors, no SQL, no styles and no types", () => {
    const code = [
      'throw new RangeError("invalid thing: no");',
      'const sql = "select a from b";',
      'const type: "two words" | null = null;',
      "const text = `Two ${type} words`;",
    ].join("\n");
    expect(codeProse("a.ts", code).map(({line, text}) => `${line}: ${text}`)).toEqual([
      "4: Two … words",
    ]);
  });
});
