import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import fc from "fast-check";
import {beforeAll, describe, expect, it} from "vitest";
import {sqlTokens, statements} from "../../../src/lib/notebook/sqlTokens.js";
import {inputsRead} from "../../../src/lib/notebook/tablesRead.js";

describe("sqlTokens(sql)", () => {
  it("takes what is not closed to the end", () => {
    expect(sqlTokens("select 'it''s").map(({kind}) => kind)).toEqual(["word", "text"]);
    expect(sqlTokens('from "a').at(-1)).toMatchObject({kind: "quoted", text: '"a'});
    expect(sqlTokens("1 /* never").at(-1)).toMatchObject({kind: "comment"});
    expect(sqlTokens("1 /* /* */ never").at(-1)).toMatchObject({text: "/* /* */ never"});
  });
});

describe("statements(sql)", () => {
  it("parts at semicolons outside of texts and comments, and leaves out what says nothing", () => {
    const sql = "-- first; not\nset x = ';';;\n select 1 -- end;\n;";
    expect(statements(sql)).toEqual([
      {sql: "set x = ';'", from: 14, verb: "set"},
      {sql: "select 1", from: 29, verb: "select"},
    ]);
  });
});

describe("statements(sql) and DuckDB", () => {
  let connection: DuckDBConnection;
  beforeAll(async () => {
    connection = await (await DuckDBInstance.create(":memory:")).connect();
  });

  /** How many statements the engine finds; undefined where it takes the text for no SQL. */
  async function countByEngine(sql: string): Promise<number | undefined> {
    try {
      return (await connection.extractStatements(sql)).count;
    } catch {
      return undefined;
    }
  }

  it.each([
    ["comments within comments", "select 1 /* a /* b */ ; select 2 */", 1],
    ["comments that close tightly", "select 1 /**/; select 2 /*/ ; */ /***/", 2],
    ["tags with digits and other letters", "select $t1$a;b$t1$, $é$;$é$, $_1é$;$1$;$_1é$", 1],
    ["no tag that begins with a digit", "select $1; select $1", 2],
    ["dollars within a name", "select 1 as a$b$; select 2 as b$b$", 2],
    ["dollars within a name of any letters", "select 1 as 😀$b$; select 2 as 😀$b$", 2],
    ["line ends of old", "select 1 --x\r; select 2", 2],
    ["no line ends but these", "select 1 --x\u2028; \f; \v; \u0085; select 2", 1],
    ["blanks of all kinds", "select\u00a01;\u3000select\u20032", 2],
    ["escapes", String.raw`select e'\';', '\'; select E'''\\'`, 2],
    ["escapes that go on after a line's end", "select e'a' -- ;\n\r -- ;\n '\\';'", 1],
    ["no escapes in a text of its own", "select e'a', '\\'; select 2", 2],
  ])("part alike at %s", async (_, sql, count) => {
    expect([statements(sql).length, await countByEngine(sql)]).toEqual([count, count]);
  });

  it("part alike what is mixed of quotes, comments, dollars, semicolons and line ends", async () => {
    const soup = fc
      .array(fc.constantFrom(..."'\"$;-/*\\eE1aé😀 \t\n\r", "--", "/*", "*/", "$a1$", "''"), {
        maxLength: 9,
      })
      .map((marks) => marks.join(""));
    const around = (open: string, close = open) => soup.map((inside) => `${open}${inside}${close}`);
    const blank = fc.oneof(
      {weight: 3, arbitrary: fc.constantFrom(" ", "\n", "\r\n", "")},
      around("/*", "*/"),
      around("--", "\n"),
      around("--", "\r"),
    );
    const value = fc.oneof(
      fc.constantFrom("1", "1.5e3", "1e", "a$1$", "$1", "é$a$", "x'ab'"),
      around("'"),
      around("e'", "'"),
      around('"'),
      around("$$"),
      around("$a1$"),
      around("$é$"),
      around("e'", "'\n'\\''"),
    );
    const part = fc.oneof(
      {weight: 4, arbitrary: fc.tuple(fc.constantFrom(", ", "||", ";select ", ";"), blank, value)},
      {weight: 1, arbitrary: fc.tuple(soup)},
    );
    const text = fc
      .tuple(
        blank,
        value,
        fc.array(
          fc.tuple(
            blank,
            part.map((parts) => parts.join("")),
          ),
          {maxLength: 4},
        ),
        blank,
      )
      .map(([first, one, more, last]) => `select ${first}${one}${more.flat().join("")}${last}`);
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(text, async (sql) => {
        const count = await countByEngine(sql);
        if (count === undefined) return;
        accepted++;
        // the engine says nothing of a statement that is one name beyond ASCII
        const found = statements(sql).filter((each) => /[!-~]/.test(each.sql));
        expect(found.length).toBe(count);
      }),
      {numRuns: 12_000, seed: 20250501},
    );
    expect(accepted).toBeGreaterThan(3000);
  });

  it("take the same inputs, beside numbers, dollars, quotes and letters of all kinds", async () => {
    const part = fc.constantFrom(
      ...["1", "5", "_", "e", "x", ".", "+", " ", "0x1f", "1e5", "::text", "(", ")", "[", "]"],
      ...["$x", "$y", "$x$", "$$", "$é$", "é", "😀", "'a'", '"q"', "e'", "'", "--\n", "/**/"],
    );
    const text = fc.array(part, {maxLength: 6}).map((parts) => `select ${parts.join("")}`);
    let taking = 0;
    await fc.assert(
      fc.asyncProperty(text, async (sql) => {
        const inputs = await inputsByEngine(sql);
        if (inputs === undefined) return;
        if (inputs.length > 0) taking++;
        expect(inputsRead(sql).sort()).toEqual(inputs);
      }),
      {
        numRuns: 10_000,
        seed: 20250501,
        examples: [["select 1_$x"], ["select 1e$x"], ["select $x😀"], ["select $x::text"]],
      },
    );
    expect(taking).toBeGreaterThan(100);
  });

  async function inputsByEngine(sql: string): Promise<string[] | undefined> {
    try {
      const statements = await connection.extractStatements(sql);
      if (statements.count !== 1) return undefined;
      const prepared = await statements.prepare(0);
      return Array.from({length: prepared.parameterCount}, (_, at) =>
        prepared.parameterName(at + 1).toLowerCase(),
      ).sort();
    } catch {
      return undefined;
    }
  }
});
