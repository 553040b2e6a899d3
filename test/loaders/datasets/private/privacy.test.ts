import {readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {findDatasets} from "../../../../loaders/datasets/dataset.js";
import {privateColumns} from "../../../../loaders/datasets/private/privateColumns.js";
import {privateUses} from "../../../../loaders/datasets/private/privateHeader.js";
import {namedColumns, privateReads} from "../../../../loaders/datasets/private/privateReads.js";
import {type ColumnsRead, openColumnsRead} from "../../../../loaders/datasets/reads/columnsRead.js";
import {projectRoot} from "../../../../loaders/environment.js";
import type {SnapshotReader} from "../../../../loaders/snapshot/reader.js";
import {readSqlFolder} from "../../../../loaders/sqlText.js";
import {tables} from "../../../../src/lib/bank/schema.js";
import {copyProject} from "../../../support/projectCopy.js";
import {tinySnapshot} from "../../../support/tinySnapshot.js";

const select = (words: string, ...header: string[]) =>
  ["-- Who?", ...header, `${words}\n`].join("\n");
const mails = "select user_id, email from bank.users order by user_id";
const because = "-- Private: users.email, because people with one address are a household.";
const code = (query: string, ...header: string[]) => `${header.join("\n")}
import {withBank} from "../../loaders/datasets/bank.js";
await withBank(async (bank) => ${query});
`;
const composed = (columns: string) =>
  `bank.query(\`select \${[${columns}].join(", ")} from bank.users order by 1\`)`;

describe("npm run data", () => {
  it("says of a loader that reads what is private where it does and what to write, and makes the others", async () => {
    const project = copyProject({
      "cities.csv.sql": select("select city from bank.cities order by city"),
      "mails.csv.sql": select(mails),
      "people.csv.sql": select(
        "with people as (select * from bank.users)\nselect * from people order by user_id",
      ),
      "names.csv.sql": select(
        "with people as (select * from bank.users)\nselect name from people order by name",
      ),
      "mistake.json.ts": "await withBank(",
      "source.json.ts": code(
        'bank.askSource((source) => source.query("select description from transactions order by 1"))',
      ),
    });
    const {code: status, stdout, stderr} = await project.run("scripts/data.ts");
    expect(status).toBe(1);
    expect(stdout).toMatch(/cities\.csv .*made$/m);
    expect(stdout).toMatch(/names\.csv .*made$/m);
    for (const target of ["mails.csv", "people.csv", "source.json"])
      expect(stdout).toMatch(new RegExp(`${target} .*failed$`, "m"));
    expect(stderr).toContain(
      "src/data/mails.csv.sql:2: users.email may not leave the house (leave it out, or write",
    );
    expect(stderr).toContain("-- Private: users.email, because …");
    expect(stderr).toContain("src/data/people.csv.sql:2: users.email may not");
    expect(stderr).toContain("src/data/source.json.ts:3: descriptions.description may not");
    expect(stderr).toContain("// Private: descriptions.description, because …");
  });

  it("lists loaders that say so, and refuses what they write where it holds what they read", async () => {
    const project = copyProject({
      "hosts.csv.sql": select(
        "select split_part(email, '@', 2) as host from bank.users group by host order by host",
        because,
      ),
      "mails.csv.sql": select(mails, because),
      "keys.keyed.sql": select(
        "select user_id as key, email from bank.users order by key",
        because,
      ),
      "rows.arrow.sql": select(
        "select 'to ' || upper(email) as mail from bank.users order by mail",
        because,
      ),
      "shown.csv.sql": select(mails, because.replace(", because", " shown, because")),
    });
    const {stdout, stderr} = await project.run("scripts/data.ts");
    for (const target of ["hosts.csv", "shown.csv"])
      expect(stdout).toMatch(new RegExp(`${target} .*made$`, "m"));
    for (const target of ["mails.csv", "keys.keyed", "rows.arrow"]) {
      expect(stdout).toMatch(new RegExp(`${target} .*failed$`, "m"));
      expect(stderr).toContain(`src/data/${target}.sql: wrote a private value of users.email`);
    }
    expect(stderr).not.toContain("@");
    expect(stdout).toContain(
      "private: users.email is read and not written by hosts.csv, keys.keyed, mails.csv, rows.arrow\n",
    );
    expect(stdout).toContain("private: users.email is shown, as it is simulated, by shown.csv\n");
  });

  it("refuses what is shown where the bank is not simulated, also where all was made before", async () => {
    const project = copyProject({
      "shown.csv.sql": select(mails, because.replace(", because", " shown, because")),
    });
    expect((await project.run("scripts/data.ts")).code).toBe(0);
    project.edit("data/seed/manifest.json", '"seed": 1', '"branch": 1');
    const {code: status, stderr} = await project.run("scripts/data.ts");
    expect(status).toBe(1);
    expect(stderr).toContain("only what is simulated may be shown");
  });

  it("finds identifiers in what TypeScript writes, though no text of it names the column", async () => {
    const project = copyProject({
      "hidden.json.ts": code(composed('"user_id", "e" + "mail"')),
      "open.json.ts": code(composed('"user_id", "name"')),
    });
    const {stdout, stderr} = await project.run("scripts/data.ts");
    expect(stdout).toMatch(/open\.json .*made$/m);
    expect(stderr).toContain("src/data/hidden.json.ts: wrote a private value of users.email");
  });
});

describe("the interpreter, which Framework calls", () => {
  it("holds a SELECT to the same", async () => {
    const project = copyProject({"mails.csv.sql": select(mails)});
    const {
      code: status,
      stdout,
      stderr,
    } = await project.run("loaders/datasets/interpreter.ts", "src/data/mails.csv.sql");
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("src/data/mails.csv.sql:2: users.email may not leave the house");
  });
});

describe("namedColumns(text)", () => {
  const named = (text: string) => namedColumns({text, isWhole: false});

  it("counts a column beside its table, and all of a table", () => {
    expect(named("select email from bank.users where ?")).toEqual(["users.email"]);
    expect(named("select users.* from bank.users join ?")).toEqual(["users.email"]);
    expect(named("select * from bank.accounts where ?")).toEqual(["accounts.iban"]);
    expect(named("with all as (from bank.accounts) ?")).toEqual(["accounts.iban"]);
    expect(named("select description from transactions")).toEqual(["descriptions.description"]);
  });

  it("counts neither another table's columns nor what is no SQL", () => {
    expect(named("select name from bank.users where ?")).toEqual([]);
    expect(named("select * from ? where user_id in (select user_id from bank.accounts)")).toEqual(
      [],
    );
    expect(named("email of the users")).toEqual([]);
  });
});

describe("the project's own", () => {
  let reader: SnapshotReader;
  let plans: ColumnsRead;
  beforeAll(async () => {
    reader = await tinySnapshot();
    plans = await openColumnsRead(reader.connection);
  });
  afterAll(() => reader.close());

  it("private columns are those of the bank's tables that sql/publish leaves out or masks", async () => {
    const published = new Map(
      readSqlFolder(join(projectRoot, "sql/publish")).map(({name, sql}) => [name, sql]),
    );
    const withheld = tables.flatMap(({name, columns}) =>
      columns
        .filter(
          (column) => !new RegExp(`^  ${column.name},?$`, "m").test(published.get(name) ?? ""),
        )
        .map((column) => `${name}.${column.name}`),
    );
    expect(withheld.sort()).toEqual(
      privateColumns.map(({name, inSource = name}) => inSource).sort(),
    );
    for (const {name} of privateColumns) {
      const [table = "", column] = name.split(".");
      expect(plans.columns.get(table)).toContain(column);
    }
  });

  it("derived tables hold nothing private under another name", async () => {
    for (const {name, sql} of readSqlFolder(join(projectRoot, "sql/derived"))) {
      const read = await plans.columnsRead(sql);
      expect(
        read.filter((column) => privateColumns.some((each) => each.name === column)),
        name,
      ).toEqual([]);
    }
    const extracts = readSqlFolder(join(projectRoot, "sql/extract")).filter(
      ({name}) => !privateColumns.some((column) => column.name.startsWith(`${name}.`)),
    );
    for (const {name, sql} of extracts)
      expect(sql.replace(/--.*/g, ""), name).not.toMatch(/\b(?:email|iban|persona|description)\b/);
  });

  it("loaders that say they read what is private do, and no others", async () => {
    const datasets = findDatasets();
    const reads = await privateReads(datasets, datasets, async () => plans);
    const said = datasets.map(({loader}) => [
      loader,
      privateUses(readFileSync(join(projectRoot, loader), "utf8"))
        .map(({column}) => column)
        .sort(),
    ]);
    expect(Object.fromEntries(said)).toEqual(
      Object.fromEntries([...reads].map(([loader, columns]) => [loader, [...columns].sort()])),
    );
  });
});
