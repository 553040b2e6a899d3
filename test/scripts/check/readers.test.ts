import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {projectRoot} from "../../../loaders/environment.js";
import {copySources} from "../../../scripts/site/workingCopy.js";
import {runIn} from "../../support/project.js";
import {temporaryFolder} from "../../support/tinyBank.js";

/** What a reader of Framework's documentation brings along, each with a mistake in it. */
const files: Readonly<Record<string, string>> = {
  "src/data/my-places.csv": "city,visit_count\nVienna,3\n",
  "src/data/places/[city].csv.sql":
    "select city, visit_count from own.my_places where city = $city\n",
  "src/places/[city].sql": "select city from own.my_places\n",
  "src/places/[city].md": `# A city

\`\`\`js
const here = FileAttachment(\`../data/places/\${observable.params.city}.csv\`).csv({typed: true});
\`\`\`

\`\`\`js
display(here.at(0).visit_cuont);
\`\`\`

[Vienna](./Vienna) and [elsewhere](../place/Vienna)
`,
  "src/towns/[town].md":
    "# A town\n\n```js\ndisplay(observable.params.twon);\n```\n\n```js\nInputs.range([1, 2])\n```\n",
  "src/lands/[land].sql": "select country as lands from bank.cities\n",
  "src/lands/[land].md": "# A land\n",
  "src/people/mine.csv": "city,note\nVienna\n",
  "src/people/lists.md": "---\nsql:\n  mine: ./mine.csv\n  none: ./nine.csv\n---\n\n# Lists\n",
  "src/data/odd.csv.sql": "select city, visits from own.my_places order by city\n",
  "src/data/twice.csv": "city\nVienna\n",
  "src/data/twice.csv.sql": "select city from bank.cities order by city\n",
  "src/data/lost.csv.sql": "select city from own.my_place order by city\n",
  "sql/extract/own/campaigns.sql":
    "-- Columns: campaign_id id, budget_eur money.\nselect campaign_id, budget_eur from campaigns\n",
  "sql/publish/campaigns.sql": "select campaign_id, budget_eur from bank.campaigns\n",
  "src/data/campaigns.csv.sql": "select campaign_id, budgt_eur from bank.campaigns\n",
  "src/people/campaigns.md":
    "---\nsql: {bank: ../data/bank.duckdb}\n---\n\n```sql\nselect budget_eur, cost_eur from bank.campaigns\n```\n",
};

describe("npm run check, for what Framework’s readers bring along", () => {
  let said: string;

  beforeAll(async () => {
    const folder = temporaryFolder("readers");
    copySources(projectRoot, folder);
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), {recursive: true});
      writeFileSync(join(folder, file), text);
    }
    said = await runIn(folder, ["--import", "tsx", "scripts/check.ts"]).catch(String);
  });

  it.each([
    "src/places/[city].md:8: no column visit_cuont in data/places/[city].csv (did you mean visit_count?)",
    "src/places/[city].md:11: dead link: ../place/Vienna",
    "src/towns/[town].md:4: undefined parameter: twon (did you mean town?)",
    "src/towns/[town].md:1: no page is made of it (write src/towns/[town].sql, a select of town)",
    "src/lands/[land].sql:1: no column land, which the file's name asks for (did you mean lands?)",
    "src/people/lists.md:1: row 2 of src/people/mine.csv: invalid length: 1 values, the header has 2 (note is missing)",
    "src/people/lists.md:1: neither a file nor a loader: src/people/nine.csv",
    'src/data/odd.csv.sql:1: Binder Error: Referenced column "visits" not found',
    "src/data/twice.csv.sql: pages get the file src/data/twice.csv instead (rename one of them)",
    "src/data/lost.csv.sql: no table own.my_place (did you mean my_places?)",
    'src/data/campaigns.csv.sql:1: Binder Error: Referenced column "budgt_eur" not found',
    'src/people/campaigns.md:6: Binder Error: Referenced column "cost_eur" not found',
  ])("%s", (line) => {
    expect(said).toContain(line);
  });

  it("says nothing of what is right", () => {
    const problems = said.split("\n").filter((line) => /^src\/.*: /.test(line));
    expect(problems.filter((line) => /places\/\[city\]/.test(line))).toHaveLength(2);
  });
});
