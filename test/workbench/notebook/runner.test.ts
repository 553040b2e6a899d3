import {beforeAll, beforeEach, describe, expect, it} from "vitest";
import type {Cell} from "../../../src/lib/notebook/notebook.js";
import type {Engines} from "../../../src/workbench/notebook/answers.js";
import type {CellRun} from "../../../src/workbench/notebook/cellRun.js";
import {Runner} from "../../../src/workbench/notebook/runner.js";
import type {openWasmBank} from "../../support/wasmBank.js";
import {openTestBank, wasmEngine} from "../../support/wasmEngine.js";

let wasm: Awaited<ReturnType<typeof openWasmBank>>;
let engine: Engines;

beforeAll(async () => {
  wasm = await openTestBank();
  engine = wasmEngine(wasm);
});

const query = (name: string, source: string): Cell => ({name, kind: "sql", source});
const input = (name: string, value: string): Cell => ({
  name,
  kind: "input",
  source: `kind: number\nvalue: ${value}`,
});

let cells: Cell[];
let runs: (CellRun & {name: string})[];
let runner: Runner;

beforeEach(() => {
  cells = [];
  runs = [];
  runner = new Runner({
    engine,
    cells: () => cells,
    onRun: (name, run) => runs.push({...run, name}),
  });
});

const ran = () => runs.filter(({state}) => state === "running").map(({name}) => name);
const last = (name: string) => runs.findLast((run) => run.name === name)!;
const firstValue = (name: string) => {
  const run = last(name);
  if (run.state !== "done") throw new Error(`${name} is not done: ${JSON.stringify(run)}`);
  return run.answer.columns[0]!.values[0];
};

describe("Runner", () => {
  it("runs what a cell reads before it, once, and what reads it after it, as far as somebody ran that", async () => {
    cells = [
      query("a", "select 2 as n"),
      query("b", "select n * 10 as n from a"),
      query("c", "from b"),
    ];
    await runner.run("b");
    expect(ran()).toEqual(["a", "b"]);
    expect(firstValue("b")).toBe(20);
    runs.length = 0;
    await runner.run("b");
    expect(ran()).toEqual(["b"]);
    runs.length = 0;
    cells[0] = query("a", "select 3 as n");
    await runner.run("a");
    expect(ran()).toEqual(["a", "b"]);
    expect(firstValue("b")).toBe(30);
  });

  it("follows an input into the cells that take it, and no others", async () => {
    cells = [
      input("days", "5"),
      query("a", "select $days as n"),
      query("b", "from a"),
      query("c", "select 1"),
    ];
    await runner.run("b");
    await runner.run("c");
    runs.length = 0;
    cells[0] = input("days", "6");
    await runner.follow("days");
    expect(ran()).toEqual(["a", "b"]);
    expect(firstValue("b")).toBe(6);
  });

  it("shows the first rows while somebody types, and makes no table of them", async () => {
    cells = [
      query("a", "select unnest(range(1000)) as n"),
      query("b", "select count(*) as n from a"),
    ];
    await runner.preview("a");
    const run = last("a");
    expect(run).toMatchObject({
      state: "done",
      isWhole: false,
      answer: {rowCount: 200, isCut: true, total: undefined},
    });
    await runner.run("b");
    expect(ran().filter((name) => name === "a")).toHaveLength(2);
    expect(firstValue("b")).toBe(1000);
  });

  it("asks nothing that changes something while somebody types, but says that a word is misspelt", async () => {
    for (const source of [
      "create table x as select 1",
      "set threads = 1",
      "select 1; select 2",
      "-- none",
    ]) {
      cells = [query("a", source)];
      await runner.preview("a");
    }
    expect(runs).toEqual([]);
    cells = [query("a", "selct 1")];
    await runner.preview("a");
    expect(last("a")).toMatchObject({state: "failed", error: {hint: 'Did you mean "select"?'}});
  });

  it("gives a mistake in the engine's words, at its place in the cell, behind comments, inputs and other statements", async () => {
    const source = "-- why\nset threads = 1;\nselect $days,\n  nme\nfrom bank.users";
    cells = [input("days", "12345"), query("a", source)];
    await runner.run("a");
    const run = last("a");
    if (run.state !== "failed") throw new Error(`not failed: ${run.state}`);
    expect(run.error.message).toMatch(/^Binder Error: .*"nme"/);
    const {from, to} = run.error.place!;
    expect(source.slice(from, to)).toBe("nme");
  });

  it("says what the cells have wrong among each other, and runs nothing that reads them", async () => {
    cells = [query("a", "from b"), query("b", "from a")];
    await runner.run("a");
    expect(last("a")).toMatchObject({state: "failed", error: {message: /circle/}});
    cells = [query("a", "select * from bank.nothing"), query("b", "from a")];
    runs.length = 0;
    await runner.run("b");
    expect(ran()).toEqual(["a"]);
  });

  it("answers show, describe and summarize as tables, which others read", async () => {
    cells = [
      query("a", "describe bank.users"),
      query("b", "select count(*) as n from a"),
      query("c", "show all tables"),
      query("d", "summarize bank.users;"),
    ];
    for (const name of ["b", "c", "d"]) await runner.run(name);
    expect(firstValue("b")).toBe(5);
    for (const name of ["c", "d"]) expect(last(name), name).toMatchObject({state: "done"});
  });

  it("makes the tables again that went with an engine", async () => {
    cells = [query("a", "select 1 as n"), query("b", "from a")];
    await runner.run("b");
    wasm.query("drop table memory.main.a");
    runner.forget();
    runs.length = 0;
    await runner.run("b");
    expect(ran()).toEqual(["a", "b"]);
  });

  it("drops the table of a cell that is no more", async () => {
    const gone = query("gone", "select 1 as n");
    cells = [gone];
    await runner.run("gone");
    cells = [];
    await runner.drop(gone);
    expect(() => wasm.query("from memory.main.gone")).toThrow(/does not exist/);
  });

  it("runs again, by its new name, what reads a cell that is renamed", async () => {
    const before = query("fees", "select 2 as n");
    cells = [before, query("b", "select n * 10 as n from fees"), query("c", "from charges")];
    await runner.run("b");
    await runner.run("c");
    expect(last("c")).toMatchObject({state: "failed"});
    cells = [
      query("charges", "select 2 as n"),
      query("b", "select n * 10 as n from charges"),
      query("c", "from charges"),
    ];
    runs.length = 0;
    await runner.rename(before, "charges");
    expect(ran()).toEqual(["charges", "b", "c"]);
    expect([firstValue("b"), firstValue("c")]).toEqual([20, 2]);
    expect(() => wasm.query("from memory.main.fees")).toThrow(/does not exist/);
  });

  it("lets no cell keep an answer of one that is gone, renamed or fails", async () => {
    const gone = query("gone", "select 1 as n");
    cells = [gone, query("b", "from gone"), query("c", "from gone"), query("d", "from b")];
    await runner.run("c");
    await runner.run("d");
    cells = cells.slice(1);
    await runner.drop(gone);
    const missing = /gone does not exist/;
    expect(last("b")).toMatchObject({state: "failed", isWhole: true, error: {message: missing}});
    expect(last("c")).toMatchObject({state: "failed", isWhole: true, error: {message: missing}});
    expect(last("d")).toMatchObject({state: "failed", error: {message: /^no answer of b, /}});
    cells = [gone, ...cells];
    await runner.follow("gone");
    expect(["b", "c", "d"].map(firstValue)).toEqual([1, 1, 1]);
    cells = [query("gone", "select nothing as n"), ...cells.slice(1)];
    await runner.run("gone");
    for (const name of ["b", "c", "d"])
      expect(last(name), name).toMatchObject({state: "failed", error: {message: /^no answer of /}});
  });

  it("runs no cell that reads a circle, which has no answer", async () => {
    cells = [query("a", "from b"), query("b", "from a"), query("c", "from a")];
    await runner.run("c");
    expect(last("c")).toMatchObject({state: "failed", error: {message: /^no answer of a, /}});
    await runner.preview("c");
    expect(last("c")).toMatchObject({state: "failed", error: {message: /^no answer of a, /}});
    expect(ran()).toEqual([]);
  });

  it("runs all in an order in which each finds what it reads as it is now", async () => {
    cells = [query("a", "select 1 as n"), query("b", "select 1 as n"), query("c", "from a, b")];
    await runner.run("a", "b", "c");
    cells[1] = query("b", "select 2 as n");
    cells[2] = query("c", "select a.n + b.n as n from a, b");
    await runner.run("a", "b", "c");
    expect(firstValue("c")).toBe(3);
    // what ran only for another follows too
    cells = [query("e", "select 1 as n"), query("f", "from e"), query("g", "from f")];
    await runner.run("g");
    cells[0] = query("e", "select 2 as n");
    await runner.run("e");
    expect(["f", "g"].map(firstValue)).toEqual([2, 2]);
  });

  it("says of an answer that what it reads is being changed, until it runs or is as it was", async () => {
    cells = [query("a", "select 2 as n"), query("b", "from a"), query("c", "from b")];
    await runner.run("c");
    const answered = (name: string) => runs.filter((run) => run.name === name).at(-1);
    cells[0] = query("a", "select 3 as n");
    await runner.preview("a");
    expect(answered("b")).toMatchObject({state: "answered", before: "a"});
    expect(answered("c")).toMatchObject({state: "answered", before: "a"});
    cells[0] = query("a", "select 2 as n");
    await runner.preview("a");
    expect(answered("c")).toMatchObject({state: "answered", before: undefined});
    cells[0] = query("a", "select 3 as n");
    await runner.preview("a");
    await runner.run("c");
    expect(firstValue("c")).toBe(3);
  });

  it("asks again for first rows that are of another input", async () => {
    cells = [input("days", "5"), query("a", "select $days as n")];
    await runner.preview("a");
    cells[0] = input("days", "6");
    await runner.follow("days");
    expect(firstValue("a")).toBe(6);
    expect(last("a")).toMatchObject({isWhole: false});
    cells = [input("days", "6"), query("a", "select $days as n"), query("b", "from a")];
    await runner.preview("b");
    cells[1] = query("a", "select $days + 1 as n");
    await runner.preview("a");
    expect(last("b")).toMatchObject({state: "answered", before: "a"});
    await runner.run("a");
    expect(firstValue("b")).toBe(7);
    expect(last("b")).toMatchObject({isWhole: false});
    await runner.preview("a");
    cells = cells.slice(1);
    await runner.drop(input("days", "6"));
    expect(last("a")).toMatchObject({state: "failed", error: {message: /^unknown input: \$days/}});
  });
});
