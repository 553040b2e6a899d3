import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {projectRoot} from "../../../loaders/environment.js";
import {analysisFiles} from "../../../scripts/new/files.js";
import {copySources} from "../../../scripts/site/workingCopy.js";
import {analysisName} from "../../../src/lib/site/analysisName.js";
import {runIn} from "../../support/project.js";
import {temporaryFolder} from "../../support/tinyBank.js";

const pageText = Object.values(analysisFiles(analysisName("Mistake"), "people"))[1]!;

interface Mistake {
  readonly what: string;
  /** Of the page, or of the loader where that is meant. */
  readonly edit: readonly [from: string, to: string];
  /** What is said of it: line and message, each mistake in one line. */
  readonly said: readonly string[];
}

const mistake = (
  what: string,
  edit: readonly [from: string, to: string],
  said: string | readonly string[],
): Mistake => ({what, edit, said: [said].flat()});

const before = (text: string): readonly [string, string] => ["## City", `${text}\n\n## City`];
const asking = (sql: string): readonly [string, string] => [
  "# Mistake",
  `---\nsql: {bank: ../data/bank.duckdb}\n---\n\n\`\`\`sql\n${sql}\n\`\`\`\n\n# Mistake`,
];
const among = (text: string): readonly [string, string] => [
  "rows: cities,",
  `rows: cities, ${text},`,
];

/** Each is made in a page and a loader as `npm run new` writes them. */
const mistakes: readonly Mistake[] = [
  mistake(
    "a column in a chart",
    ['"customer_count"', '"customer_cnt"'],
    "page:24: no column customer_cnt in data/NAME.csv (did you mean customer_count?)",
  ),
  mistake(
    "a column in a finding",
    ["first.city", "first.citty"],
    "page:20: no column citty in data/NAME.csv (did you mean city?)",
  ),
  mistake(
    "a column in a sentence",
    before("There are ${cities.at(0).customers}."),
    "page:15: no column customers in data/NAME.csv (there are city, customer_count)",
  ),
  mistake(
    "a column of rows that the page makes",
    ["rows: cities", "rows: cities.map(({city}) => ({city, count: 1}))"],
    [
      "page:20: no column customer_count in the rows (there are city, count)",
      "page:24: no column customer_count in the rows (there are city, count)",
    ],
  ),
  mistake(
    "an option of a chart",
    ["value: ", "valu: "],
    "page:24: no option valu (did you mean value?)",
  ),
  mistake(
    "an option that another chart has",
    ["name: ", "series: "],
    "page:24: no option series (there are label, value, color, format, name, href, level, extent, width, height, document)",
  ),
  mistake(
    "an option of a figure",
    ["subtitle:", "subtitel:"],
    "page:21: no option subtitel (did you mean subtitle?)",
  ),
  mistake("an option left out", ['label: "city", ', ""], "page:24: missing option: label"),
  mistake(
    "a measure",
    among('measures: ["savings_rat"]'),
    "page:22: no measure savings_rat (did you mean savings_rate?)",
  ),
  mistake(
    "a module",
    ["rankedBars.js", "rankedBar.js"],
    "page:6: no such module: ../components/rankedBar.js (did you mean rankedBars.js?)",
  ),
  mistake(
    "an import",
    ["import {count}", "import {cuont}"],
    "page:7: ../lib/format.js has no cuont (did you mean count?)",
  ),
  mistake(
    "an import left out",
    [/import \{rankedBars.*\n/.exec(pageText)![0], ""],
    'page:23: no such name: rankedBars (import {rankedBars} from "../components/rankedBars.js")',
  ),
  mistake(
    "a package",
    ['"../lib/format.js"', '"formats"'],
    "page:7: no such package: formats (npm install formats, or import a file)",
  ),
  mistake(
    "a variable",
    ["rows: cities", "rows: citis"],
    "page:22: no such name: citis (did you mean cities?)",
  ),
  mistake(
    "a variable in a sentence",
    before("Hello ${cuont(1)}."),
    "page:15: no such name: cuont (did you mean count?)",
  ),
  mistake("a name that two cells declare", before("```js\nconst cities = 1;\n```"), [
    "page:13: declared twice: cities (a name belongs to one cell)",
    "page:17: declared twice: cities (a name belongs to one cell)",
  ]),
  mistake(
    "a dataset",
    ["data/NAME.csv", "data/a-NAME.csv"],
    "page:11: neither a file nor a loader: src/data/a-NAME.csv (did you mean src/data/NAME.csv?)",
  ),
  mistake(
    "a way to read a file",
    [".csv({", ".cvs({"],
    "page:11: a file has no cvs (did you mean csv?)",
  ),
  mistake(
    "a cell that is no JavaScript",
    ["const cities = ", "const cities := "],
    'page:11: Unexpected token ":" at column 14: const cities := FileAttachment("../data/NAME.csv").csv({typed: true});',
  ),
  mistake(
    "a cell that is no JavaScript, and faults of other cells that its names cannot cause",
    [
      "## City",
      [
        "```js\nconst opened = ;\n```",
        '```js\nimport {none} from "./nowhere.js";\nimport {cuont} from "../lib/format.js";\n```',
        "```js\nconst twice = opened;\n```",
        "```js\nconst twice = opne;\n```",
        "```js\ndisplay({opened});\n```",
        "## City",
      ].join("\n\n"),
    ],
    [
      'page:16: Unexpected token ";" at column 16: const opened = ;',
      "page:20: no such module: ./nowhere.js",
      "page:21: ../lib/format.js has no cuont (did you mean count?)",
      "page:26: declared twice: twice (a name belongs to one cell)",
      "page:29: no such name: opne (declare it in a cell, or import it)",
      "page:30: declared twice: twice (a name belongs to one cell)",
    ],
  ),
  mistake(
    "a sentence that is no JavaScript",
    before("Hello ${1 +}."),
    "page:15: invalid expression: 1 +",
  ),
  mistake(
    "a fence that does not end",
    ["```\n\n## City", "\n\n## City"],
    "page:15: Unexpected character '#' at column 2: ## City by city",
  ),
  mistake(
    "a column in a query",
    asking("select naem\nfrom bank.users"),
    'page:6: Binder Error: Referenced column "naem" not found in FROM clause! (did you mean name?)',
  ),
  mistake(
    "a table in a query",
    asking("select 1 from bank.uesrs"),
    "page:6: Catalog Error: Table with name uesrs does not exist! (did you mean users?)",
  ),
  mistake(
    "a query of the bank on a page that does not name it",
    before("```sql id=empty\nselect city from bank.users where city = 'Nowhere'\n```"),
    "page:16: this page does not name the bank (add `sql: {bank: ../data/bank.duckdb}` to its front matter)",
  ),
  mistake(
    "a link",
    before("See [the sectors](../bank/sector)."),
    "page:15: dead link: ../bank/sector (did you mean bank/sectors?)",
  ),
  mistake(
    "links to headings",
    before("See [the sectors](../bank/sectors#sector-season) and [below](#city-by-citty)."),
    [
      "page:15: dead anchor: ../bank/sectors#sector-season (did you mean sector-seasons?)",
      "page:15: dead anchor: #city-by-citty (did you mean city-by-city?)",
    ],
  ),
  mistake(
    "front matter",
    ["# Mistake", "---\ntitle: [\n---\n\n# Mistake"],
    "page:1: front matter that is no YAML (between two lines of ---)",
  ),
  mistake(
    "a table of front matter",
    ["# Mistake", "---\nsql:\n  rates: ./rates.csv\n---\n\n```sql\nselect 1\n```\n\n# Mistake"],
    "page:1: neither a file nor a loader: src/people/rates.csv (a path begins at the page: ../data/x.csv)",
  ),
  mistake(
    "a column in a loader",
    ["  city,", "  citty,"],
    'loader:6: Binder Error: Referenced column "citty" not found in FROM clause!',
  ),
  mistake(
    "a table in a loader",
    ["bank.users", "bank.uesrs"],
    "loader:8: Catalog Error: Table with name uesrs does not exist!",
  ),
  mistake(
    "a measure in a loader",
    ["count(*)::integer", "bank.savings_rat(1, 2)"],
    "loader:7: Catalog Error: Scalar Function with name savings_rat does not exist!",
  ),
  mistake(
    "a comma in a loader",
    ["  city,", "  city"],
    'loader:7: Parser Error: syntax error at or near "("',
  ),
  mistake(
    "a column that the loader gives another name",
    ["  city,", "  city as town,"],
    [
      "page:20: no column city in data/NAME.csv (there are town, customer_count)",
      "page:24: no column city in data/NAME.csv (there are town, customer_count)",
    ],
  ),
];

describe("npm run check, of pages with a mistake each", () => {
  let lines: string[];

  beforeAll(async () => {
    const folder = temporaryFolder("mistakes");
    copySources(projectRoot, folder);
    mistakes.forEach(({edit}, at) => {
      const {slug} = nameOf(at);
      const [from, to] = edit.map((text) => text.replaceAll("NAME", slug)) as [string, string];
      const files = Object.entries(analysisFiles(nameOf(at), "people"))
        .slice(0, 2)
        .reverse();
      const edited = files.find(([, text]) => text.includes(from))?.[0];
      if (edited === undefined) throw new Error(`neither page nor loader has ${from}`);
      for (const [path, text] of files) {
        const written = path === edited ? text.replace(from, () => to) : text;
        writeFileSync(join(folder, path), written);
      }
    });
    const failure = await runIn(folder, ["--import", "tsx", "scripts/check.ts"]).catch(String);
    lines = failure.split("\n");
  });

  it.each(mistakes.map((mistake, at) => ({...mistake, at})))("$what: $said", ({said, at}) => {
    const {slug} = nameOf(at);
    const files = {page: `src/people/${slug}.md:`, loader: `src/data/${slug}.csv.sql:`};
    const own = lines.filter(
      (line) =>
        Object.values(files).some((file) => line.startsWith(file)) && !/leads here/.test(line),
    );
    const expected = said.map((text) =>
      text
        .replaceAll("NAME", slug)
        .replace(/^(page|loader):/, (_, file: "page" | "loader") => files[file]),
    );
    expect(own).toEqual(expected);
  });

  it("says nothing of other pages, and shows no stack", () => {
    expect(lines.filter((line) => /^src\//.test(line) && !line.includes("mistake-"))).toEqual([]);
    expect(lines.filter((line) => /^\s+at /.test(line))).toEqual([]);
  });
});

const nameOf = (at: number) => analysisName(`Mistake m${at}`);
