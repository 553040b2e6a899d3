import {describe, expect, it} from "vitest";
import {withCells, withoutCells} from "../../../src/lib/notebook/keptSql.js";
import {nameProblem} from "../../../src/lib/notebook/nameProblem.js";
import {type Cell, problemsOf} from "../../../src/lib/notebook/notebook.js";
import {reservedWords} from "../../../src/lib/notebook/reservedWords.js";
import {tablesRead} from "../../../src/lib/notebook/tablesRead.js";
import {openWasmDatabase} from "../../support/wasmBank.js";

const query = (name: string, source: string): Cell => ({name, kind: "sql", source});

describe("nameProblem(wanted, cell, cells)", () => {
  const cells = [
    query("fees", "select 1"),
    query("b", "with costs as (select 2) from costs, fees"),
    query("c", "from fees join bank.users people on true"),
    query("d", "with others as (select 1) from others"),
  ];
  const problem = (wanted: string, cell = cells[0]!) => nameProblem(wanted, cell, cells);

  it("is none of a name that all queries can read, or that the cell has", () => {
    for (const name of ["charges", "fees", "others", "users", "date", "_1"])
      expect(problem(name), name).toBeUndefined();
  });

  it("is said of letters, of what another cell has, and of words of SQL, but not of an input", () => {
    for (const name of ["Fees 2", "", "1a", "a".repeat(42)])
      expect(problem(name), name).toMatch(/^invalid name of a cell: /);
    expect(problem("b")).toBe("a name twice: b (another cell has it: write another)");
    expect(problem("order")).toMatch(/^reserved word of SQL: order \(/);
    expect(problem("bank")).toMatch(/^name of a database: bank \(/);
    expect(nameProblem("sales", cells[0]!, cells, ["sales"])).toMatch(/^a name twice: sales \(a f/);
    expect(problem("from", {name: "since", kind: "input", source: ""})).toBeUndefined();
  });

  it("is said of what would hide the cell in a query that reads it", () => {
    expect(problem("costs")).toMatch(/^a name twice: costs \(the cell b has a table of it/);
    expect(problem("people")).toMatch(/^a name twice: people \(the cell c has a table of it/);
  });
});

describe("reservedWords", () => {
  it("are the words of the engine that it, or the notebook, reads as no table without quotes", async () => {
    const connection = (await openWasmDatabase()).connect();
    const isRead = (word: string) => {
      connection.query(`create or replace table memory.main."${word}" as select 1 as n`);
      const kept = withCells(`select ${word}.n from ${word}`, [{name: word, sql: "select 1 as n"}]);
      try {
        for (const sql of [
          kept,
          `from ${word}`,
          `select n from (select 1 as m) z join ${word} on true`,
        ])
          connection.query(sql);
      } catch {
        return false;
      }
      return tablesRead(`select 1 from ${word} where true`).join() === word;
    };
    const words = connection
      .query("select keyword_name from duckdb_keywords() order by 1")
      .toArray()
      .map((row) => String(row.toJSON().keyword_name));
    expect(words.length).toBeGreaterThan(400);
    const refused = words.filter((word) => !isRead(word));
    expect(refused).toEqual([...reservedWords].sort());
  });

  it("are read in quotes where a notebook made by hand has them, and a query without is told so", () => {
    const order = query("order", "select 1 as n");
    expect(problemsOf([order, query("b", 'from "order" order by n')])).toEqual([]);
    expect(problemsOf([order, query("b", "from order")])).toEqual([
      {
        cell: "b",
        message:
          'reserved word of SQL: order (write "order" in quotes, or give that cell another name)',
        place: {from: 5, to: 10},
      },
    ]);
    const sql = 'from "order"';
    const whole = withCells(sql, [{name: "order", sql: "select 1 as n"}]);
    expect(whole).toBe('with "order" as (\n  select 1 as n\n)\nfrom "order"');
    expect(withoutCells(whole, new Map([["order", "select 1 as n"]]))).toBe(sql);
  });
});
