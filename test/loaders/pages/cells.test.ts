import {existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type PageCells, type PageProblem, readCells} from "../../../loaders/pages/cells.js";
import {sqlScript} from "../../../loaders/pages/sqlCells.js";
import {checkQueries} from "../../../scripts/site/pageQueries.js";

let root: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "countinghouse-cells-"));
  mkdirSync(join(root, "data"));
  writeFileSync(join(root, "data/rates.csv"), "day,rate\n2026-01-01,1.5\n");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(
    `attach '${join(root, "data/bank.duckdb")}' as bank (storage_version 'v1.0.0')`,
  );
  await connection.run("create table bank.users as select 'ind-000001' as user_id");
  await connection.run("detach bank");
  connection.closeSync();
});

afterAll(() => rmSync(root, {recursive: true}));

function page(text: string, file = "people/page.md"): PageCells {
  mkdirSync(dirname(join(root, file)), {recursive: true});
  writeFileSync(join(root, file), text);
  return readCells(root, file);
}

describe("readCells(root, file)", () => {
  it("finds nothing wrong with a page that is right", () => {
    const {problems} = page(
      "# Title\n\n```js\nconst a = 1;\n```\n\n${a + 1}\n\n```ts\nconst b: number = 2;\n```\n",
    );
    expect(problems).toEqual([]);
  });

  it("places a syntax error of a JavaScript cell at its line of the page", () => {
    const {problems} = page(
      "---\ntitle: x\n---\n# Title\n\n```js\nconst a = 1;\nconst b = ;\n```\n",
    );
    const message = 'Unexpected token ";" at column 11: const b = ;';
    expect(problems).toEqual([{file: "people/page.md", line: 8, message}]);
  });

  it("places a syntax error of a TypeScript cell at its line of the page", () => {
    const {problems} = page("# Title\n\n```ts\nconst a = 1;\nlet c: = 2;\n```\n");
    expect(problems).toEqual([
      {file: "people/page.md", line: 5, message: 'Unexpected "=" at column 8: let c: = 2;'},
    ]);
  });

  it("finds errors in inline expressions", () => {
    const {problems} = page("# Title\n\nText ${1 +} here.\n");
    expect(problems).toEqual([
      {file: "people/page.md", line: 3, message: "invalid expression: 1 +"},
    ]);
  });

  it.each([
    ["  const a = b c;", '3: Unexpected token "c" at column 15: const a = b c;'],
    ['const a = "x;', '3: Unterminated string constant at column 11: const a = "x;'],
    ["f(1", "4: unexpected end of the cell (close what is open in it)"],
    ["const a = {\n\n", "6: unexpected end of the cell (close what is open in it)"],
    ["a := 1;\n\nb();", '3: Unexpected token "=" at column 4: a := 1;'],
  ])("says where in %j the parser stopped, and at what", (text, said) => {
    const {problems, broken} = page(`# T\n\`\`\`js figure=x\n${text}\n\`\`\`\n`);
    expect(problems.map(({line, message}) => `${line}: ${message}`)).toEqual([said]);
    expect(broken).toEqual([`js figure=x\n${text}\n`]);
  });

  it("leaves alone what is shown and not run", () => {
    const {problems, queries} = page(
      "```js run=false\nconst b = ;\n```\n\n```sql run=false\nselect nonsense\n```\n",
    );
    expect({problems, queries}).toEqual({problems: [], queries: []});
  });

  it("reads the queries of ```sql cells and of sql`…`, with ? for what is put in", () => {
    const {queries} = page(
      "```sql\nselect 1\nwhere 2 = ${x}\n```\n\n```js\nconst rows = await sql`select ${y}, 2`;\n```\n",
    );
    expect(queries).toEqual([
      {file: "people/page.md", line: 2, sql: "select 1\nwhere 2 = ?"},
      {file: "people/page.md", line: 7, sql: "select ?, 2"},
    ]);
  });

  it("refuses a name for rows that is no name", () => {
    const {problems} = page("```sql id=1x\nselect 1\n```\n");
    expect(problems).toMatchObject([{line: 2}]);
  });
});

describe("checkQueries(pages, dataFile)", () => {
  let problems: readonly PageProblem[];
  const problemsOf = (file: string) => problems.filter((problem) => problem.file === file);

  // one engine for all: it takes seconds to start
  beforeAll(async () => {
    const bank = "---\nsql: {bank: ../data/bank.duckdb}\n---\n";
    const rates = "---\nsql: {rates: ../data/rates.csv, bank: ../data/bank.duckdb}\n---\n";
    const lost = "---\nsql:\n  lost: ../data/lost.csv\n---\n";
    const cell = (sql: string) => `\`\`\`sql\n${sql}\n\`\`\`\n`;
    const pages = [
      page(
        `${rates}\`\`\`sql\nselect user_id from bank.users, rates where rate > \${x} limit \${n}\n\`\`\`\n`,
        "a/right.md",
      ),
      page(`${bank}# T\n\n${cell("select\n  user_id,\n  naem\nfrom bank.users")}`, "a/column.md"),
      page(bank + cell("select * from BANK.secrets"), "a/table.md"),
      page(bank + cell("select u.users from users as u"), "a/bare.md"),
      page(bank + cell("select * from bnk.users"), "a/near.md"),
      page(
        [
          "select user_id\nfrom bank.users",
          'select user_id from "bank"."users"',
          "select * from bank.main.users",
          "select bank.active_people()",
        ]
          .map(cell)
          .join("\n"),
        "a/noBank.md",
      ),
      page(bank + cell("select * from rates") + cell("from other_rates"), "a/noTable.md"),
      page(cell("select * from main.nobody") + cell("select ('a').nothing()"), "a/nobody.md"),
      page(`---\nsql: [\n---\n${cell("select 1 from bank.users")}`, "a/unread.md"),
      page(
        `\`\`\`js\nconst sql = DuckDBClient.sql({mine: FileAttachment("x.csv")});\n\`\`\`\n\n${cell("from mine")}`,
        "a/ownSql.md",
      ),
      page("```sql\nselect json_extract('{}', '$.a')\n```\n", "a/extension.md"),
      page(`${lost}\`\`\`sql\nselect 1\n\`\`\`\n`, "a/lost.md"),
    ];
    problems = await checkQueries(pages, (path) =>
      path.includes("lost") ? undefined : [join(root, path)].find(existsSync),
    );
  });

  it("prepares right queries without a word, over the tables of the front matter", () => {
    expect(problemsOf("a/right.md")).toEqual([]);
  });

  it("places an unknown column at its line of the page", () => {
    const message = 'Binder Error: Referenced column "naem" not found in FROM clause!';
    expect(problemsOf("a/column.md")).toEqual([{file: "a/column.md", line: 9, message}]);
  });

  it("refuses a table that is not published", () => {
    expect(problemsOf("a/table.md")[0]?.message).toContain("name secrets does not exist");
  });

  const said = (file: string) =>
    problemsOf(file).map(
      ({line, message}) => `${line}: ${message.replace("this page does not", "no")}`,
    );
  const noBank = "no name the bank (add `sql: {bank: ../data/bank.duckdb}` to its front matter)";

  it("refuses each way to ask the bank on a page that does not name it, and says how to", () => {
    expect(said("a/noBank.md")).toEqual([3, 7, 11, 15].map((line) => `${line}: ${noBank}`));
  });

  it("refuses a table that the front matter does not name, with its file where there is one", () => {
    expect(said("a/noTable.md")).toEqual([
      "5: no name the table rates (add `sql: {rates: ../data/rates.csv}` to its front matter)",
      "8: no name the table other_rates (add `sql: {other_rates: FILE}` to its front matter)",
    ]);
  });

  it("names the table of the page that is meant", () => {
    expect(said("a/near.md")).toEqual(["5: no name the table bnk (did you mean bank?)"]);
    expect(said("a/bare.md")[0]).toMatch(/users does not exist! \(did you mean bank.users\?\)$/);
  });

  it("leaves to the engine what no front matter would give", () => {
    expect(said("a/nobody.md")).toEqual([
      expect.stringMatching(/^2: Catalog Error: Table with name nobody does not exist!/),
      expect.stringMatching(/^5: Catalog Error: Scalar Function with name nothing does not exist!/),
    ]);
  });

  it("says nothing where tables are not known: front matter that is no YAML, a page’s own sql", () => {
    expect([said("a/unread.md"), said("a/ownSql.md")]).toEqual([[], []]);
  });

  it("refuses a function of an extension, which readers do not have", () => {
    expect(problemsOf("a/extension.md")[0]?.message).toContain("json_extract");
  });

  it("names a table whose file is not there", () => {
    const message = "table lost without a file: data/lost.csv";
    expect(problemsOf("a/lost.md")).toEqual([{file: "a/lost.md", line: 1, message}]);
  });
});

describe("sqlScript(sql, attributes)", () => {
  it("waits until the cell is in view before it asks, and displays the rows in the site's own table", () => {
    const script = sqlScript("select 1", {});
    expect(script).toContain("await visibility(), await sql`select 1`");
    expect(script).toContain("queryResult");
    expect(script).not.toContain("Inputs.table");
  });

  it("defines the rows at once under the name that is asked for, and displays them only when told", () => {
    expect(sqlScript("select 1", {id: "rows"})).toBe("const rows = await sql`select 1`;");
    expect(sqlScript("select 1", {id: "rows", display: ""})).toContain("queryResult");
  });

  it("keeps backticks of the query out of the script's way", () => {
    expect(sqlScript("select `a`", {id: "rows"})).toBe(
      "const rows = await sql`select ${'`'}a${'`'}`;",
    );
  });
});
