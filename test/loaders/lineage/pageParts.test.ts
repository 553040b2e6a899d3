import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {pageParts} from "../../../loaders/lineage/pageParts.js";
import {readCells} from "../../../loaders/pages/cells.js";
import {temporaryFolder} from "../../support/tinyBank.js";

function partsOf(text: string) {
  const root = temporaryFolder("parts");
  mkdirSync(join(root, "bank"));
  writeFileSync(join(root, "bank/page.md"), text);
  return pageParts(readCells(root, "bank/page.md"));
}

const files =
  "```js\nconst a = FileAttachment('../data/a.csv').csv();\nconst b = FileAttachment('../data/b.csv').csv();\n```\n\n";

describe("pageParts(cells)", () => {
  it("gives a figure the files that it names, by way of other cells, and no others of theirs", () => {
    const parts = partsOf(
      `${files}\`\`\`js\nconst sums = a.map((row) => row.eur);\n\`\`\`\n\n\`\`\`js figure=sums\nchart(sums)\n\`\`\`\n`,
    );
    expect(parts).toEqual([
      {figure: "sums", files: ["data/a.csv"], queries: []},
      {figure: undefined, files: ["data/b.csv"], queries: []},
    ]);
  });

  it("counts what a sentence tells, also where a figure shows it", () => {
    const [figure, rest] = partsOf(
      `${files}There are \${a.length}.\n\n\`\`\`js figure=sums\nchart(a)\n\`\`\`\n`,
    );
    expect(figure?.files).toEqual(["data/a.csv"]);
    expect(rest?.files).toEqual(["data/a.csv", "data/b.csv"]);
  });

  it("finds the queries that a figure is made of, by the name of their cell", () => {
    const [figure] = partsOf(
      "```sql id=rows\nselect 1 as one\n```\n\n```js figure=ones\nchart(rows)\n```\n",
    );
    expect(figure?.queries).toEqual([{name: "rows", sql: "select 1 as one"}]);
  });
});
