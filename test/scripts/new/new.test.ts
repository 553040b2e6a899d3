import {spawnSync} from "node:child_process";
import {cpSync, mkdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeEach, describe, expect, it} from "vitest";
import {projectRoot} from "../../../loaders/environment.js";
import {readCells} from "../../../loaders/pages/cells.js";
import {analysisFiles} from "../../../scripts/new/files.js";
import {writeAnalysis} from "../../../scripts/new/write.js";
import {analysisName} from "../../../src/lib/site/analysisName.js";
import {filesIn} from "../../support/filesIn.js";
import {readmeExample, runIn} from "../../support/project.js";
import {pageProse} from "../../support/prose.js";
import {temporaryFolder} from "../../support/tinyBank.js";
import {wordFaults} from "../../support/wording.js";

/** A project with the first page, one group with one page, and a dataset. */
let root: string;
beforeEach(() => {
  root = temporaryFolder("new");
  for (const folder of ["src/bank", "src/person", "src/data", "src/components", "src/treasury"])
    mkdirSync(join(root, folder), {recursive: true});
  cpSync(join(projectRoot, "src/index.md"), join(root, "src/index.md"));
  for (const file of ["src/bank/sectors.md", "src/person/overview.md", "src/data/rates.json.ts"])
    writeFileSync(join(root, file), "here before\n");
  writeFileSync(join(root, "src/components/figure.ts"), "");
});

const read = (file: string) => readFileSync(join(root, file), "utf8");

describe("writeAnalysis(root, title, group)", () => {
  it("writes loader, page, test and a line on the map, below the last of its group", () => {
    const {files} = writeAnalysis(root, "Fee income by city", "bank");
    expect(files).toEqual([
      "src/data/fee-income-by-city.csv.sql",
      "src/bank/fee-income-by-city.md",
      "test/data/feeIncomeByCity.test.ts",
      "src/index.md",
    ]);
    expect(read("src/bank/fee-income-by-city.md")).toMatch(/^# Fee income by city\n/);
    const map = /<div class="site-map">\n\n([\s\S]*?)\n\n<\/div>/.exec(read("src/index.md"))![1]!;
    const entries = map.split("\n").map((line) => /\]\(\.\/(.*?)\)/.exec(line)![1]!);
    expect(entries.filter((path) => path.startsWith("bank/")).at(-1)).toBe(
      "bank/fee-income-by-city",
    );
    expect(readCells(join(root, "src"), "bank/fee-income-by-city.md").problems).toEqual([]);
  });

  it("makes folders that all may read, as those of sources are", () => {
    writeAnalysis(root, "Fee income by city", "bank");
    const rights = (folder: string) => statSync(join(root, folder)).mode & 0o777;
    expect(rights("test/data")).toBe(rights("src/data"));
  });

  it("puts the first page of a new group at the end of the map", () => {
    writeAnalysis(root, "Cash at hand", "treasury");
    expect(read("src/index.md")).toMatch(
      /\n- \[Cash at hand\]\(\.\/treasury\/cash-at-hand\)\n\n<\/div>/,
    );
  });

  it("writes what the house calls English", () => {
    writeAnalysis(root, "Fee income by city", "bank");
    const page = "src/bank/fee-income-by-city.md";
    const faults = pageProse(page, read(page)).flatMap(({text, isTitle}) =>
      wordFaults(text, {isTitle}),
    );
    expect(faults).toEqual([]);
  });

  it.each([
    ["", "bank", 'no title (npm run new -- "Fee income by city" --group bank)'],
    ["   ", "bank", 'no title (npm run new -- "Fee income by city" --group bank)'],
    ["Fees <b>", "bank", /^invalid character in the title: "<" \(use letters/],
    ["Fees $1", "bank", /^invalid character in the title: "\$"/],
    ["../../etc/passwd", "bank", /^invalid character in the title: "\/"/],
    ["Fees\nand more", "bank", /^invalid character in the title: "\\n"/],
    ["Έσοδα", "bank", /^no file name in the title: Έσοδα/],
    ["Fees in Αθήνα", "bank", /^no file name in the title/],
    ["2026 fees", "bank", /^no file name in the title: 2026 fees/],
    ["Index", "bank", /^taken title: Index/],
    ["F".repeat(61), "bank", /^title of 61 characters: F+ \(use at most 60\)$/],
    ["Sectors", "bank", "exists already: src/bank/sectors.md (choose another title)"],
    ["Rates", "bank", "exists already: src/data/rates.json.ts (choose another title)"],
    ["Fees", "bnak", "unknown group: bnak (did you mean bank?)"],
    [
      "Fees",
      "markets",
      "unknown group: markets (there are bank, treasury); a new one begins with mkdir src/markets",
    ],
    ["Fees", "../bank", /^unknown group: \.\.\/bank/],
    ...["components", "data"].map((group): [string, string, string] => [
      "Fees",
      group,
      `not for new pages: ${group} (src/${group} holds no pages; use bank, treasury)`,
    ]),
    [
      "Fees",
      "component",
      /^unknown group: component .*; a new one begins with mkdir src\/component$/,
    ],
    [
      "Fees",
      "person",
      /^not for new pages: person \(its pages are tabs of a profile; use bank, treasury\)$/,
    ],
  ])("refuses %j in %j in one line, and writes nothing", (title, group, message) => {
    const before = filesIn(root);
    expect(() => writeAnalysis(root, title, group)).toThrow(message);
    expect(filesIn(root)).toEqual(before);
  });

  const died = spawnSync(process.execPath, ["--version"]).pid;
  const noted = (files: Record<string, string>) => {
    mkdirSync(join(root, "src/.observablehq"), {recursive: true});
    const note = {files, last: ["src/index.md", `${read("src/index.md")}with its line`]};
    writeFileSync(join(root, `src/.observablehq/new-${died}.json`), JSON.stringify(note));
  };

  it("writes an analysis that a killed run had begun", () => {
    const files = analysisFiles(analysisName("Fees"), "bank");
    noted(files);
    const [half, begun] = Object.entries(files);
    writeFileSync(join(root, begun![0]), begun![1]);
    writeFileSync(join(root, `${half![0]}.${died}.tmp`), half![1].slice(0, 9));
    writeAnalysis(root, "Fees", "bank");
    expect(Object.keys(files).map(read)).toEqual(Object.values(files));
    expect(filesIn(root)).not.toHaveProperty(`src/.observablehq/new-${died}.json`);
  });

  it("leaves what somebody has changed since a killed run began it", () => {
    const files = analysisFiles(analysisName("Fees"), "bank");
    noted(files);
    writeFileSync(join(root, "src/data/fees.csv.sql"), "-- mine");
    expect(() => writeAnalysis(root, "Fees", "bank")).toThrow(
      "exists already: src/data/fees.csv.sql",
    );
    expect(read("src/data/fees.csv.sql")).toBe("-- mine");
  });

  it("leaves nothing where it fails half way", () => {
    mkdirSync(join(root, "test"));
    writeFileSync(join(root, "test/data"), "a file where a folder should be");
    const before = filesIn(root);
    expect(() => writeAnalysis(root, "Fees", "bank")).toThrow(/EEXIST|ENOTDIR/);
    expect(filesIn(root)).toEqual(before);
  });

  it("refuses the same title twice, and leaves what was written", () => {
    writeAnalysis(root, "Fees", "bank");
    const before = filesIn(root);
    expect(() => writeAnalysis(root, "Fées", "bank")).toThrow("exists already: src/bank/fees.md");
    expect(filesIn(root)).toEqual(before);
  });
});

describe("analysisName(title)", () => {
  it.each([
    ["Fee income by city", "fee-income-by-city", "feeIncomeByCity"],
    ["  Who pays,  and when? ", "who-pays-and-when", "whoPaysAndWhen"],
    ["Straße, Łódź & Købstad".replace(" &", ""), "strasse-lodz-kobstad", "strasseLodzKobstad"],
    ["The bank's own 5% rule", "the-banks-own-5-rule", "theBanksOwn5Rule"],
  ])("calls %j %s and %s", (title, slug, camel) => {
    expect(analysisName(title)).toMatchObject({slug, camel});
  });

  it("writes apostrophes as the house does", () => {
    expect(analysisName("The bank's own").title).toBe("The bank’s own");
  });
});

describe("the README's recipe", () => {
  it("is what the command writes", () => {
    const files = analysisFiles(analysisName("Customers by city"), "people");
    const shown = readmeExample();
    expect(shown).toHaveLength(2);
    expect(Object.entries(files)).toEqual(expect.arrayContaining(shown));
  });
});

describe("npm run new", () => {
  it.each([
    [["--group", "bank"], 'failed:\nno title (npm run new -- "Fee income by city" --group bank)\n'],
    [["Fees"], 'failed:\nno group (npm run new -- "Fees" --group bank)\n'],
    [["Fees", "--grupo", "bank"], /failed:\nunknown option '--grupo' \(.*\)\n$/],
  ])("says what is wrong with %j in one line", async (words, message) => {
    await expect(
      runIn(projectRoot, ["--import", "tsx", "scripts/new.ts", ...words]),
    ).rejects.toThrow(message);
  });
});
