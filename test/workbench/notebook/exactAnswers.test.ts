import type {DuckDBConnection} from "@duckdb/duckdb-wasm/blocking";
import {beforeAll, describe, expect, it} from "vitest";
import {columnProfile} from "../../../src/lib/notebook/columnProfile.js";
import type {Cell} from "../../../src/lib/notebook/notebook.js";
import {compareKeys, orderKey} from "../../../src/lib/notebook/valueOrder.js";
import {writerOf} from "../../../src/lib/notebook/valueText.js";
import {answerFiles} from "../../../src/workbench/notebook/answerFiles.js";
import type {Engines} from "../../../src/workbench/notebook/answers.js";
import type {CellRun} from "../../../src/workbench/notebook/cellRun.js";
import {Runner} from "../../../src/workbench/notebook/runner.js";
import {engineValues} from "../../support/engineValues.js";
import {notebookColumns, type Way} from "../../support/notebookColumns.js";
import {page} from "../../support/page.js";
import {openTestBank, wasmEngine} from "../../support/wasmEngine.js";

let wasm: DuckDBConnection;
let engine: Engines;

beforeAll(async () => {
  wasm = await openTestBank();
  engine = wasmEngine(wasm);
});

const columnsOf = (source: string, way: Way) => notebookColumns(engine, source, way);

const textsOf = (sql: string): string[] =>
  wasm
    .query(sql)
    .toArray()
    .map((row) => String(Object.values(row.toJSON())[0]));

describe.each(["run", "preview"] as const)("an answer (%s)", (way) => {
  it.each(Object.entries(engineValues))("shows %s in the engine's words", async (type, values) => {
    const rows = [...values, "null"].map((value) => `(cast(${value} as ${type}))`);
    const from = `(values ${rows.join(", ")}) as rows(x)`;
    const [column] = await columnsOf(`select x, 1 as x from ${from}`, way);
    const texts = textsOf(`select cast(x as varchar) from ${from}`);
    expect(column!.values.map(writerOf(column!))).toEqual(texts);
    const key = orderKey(column!);
    const order = texts.map((_, at) => at).reverse();
    order.sort((a, b) => compareKeys(key(column!.values[a]!), key(column!.values[b]!)));
    expect(order).toEqual(texts.map((_, at) => at));
    const {ends, nullCount} = columnProfile(column!);
    expect(ends!.map(writerOf(column!))).toEqual([texts[0], texts.at(-2)]);
    expect(nullCount).toBe(1);
  });

  it("has numbers and days as such where JavaScript holds them", async () => {
    const columns = await columnsOf(
      "select 9007199254740991::bigint as a, 5::hugeint as b, 1.5::decimal(30,5) as c, 0.1::float as d, " +
        "date '2025-01-02' as e, timestamp '2025-01-02 10:00:00.5' as f, timestamptz '2025-01-02 10:00:00+02' as g",
      way,
    );
    expect(columns.map(({values}) => values[0])).toEqual([
      ...[9007199254740991, 5, 1.5, 0.1],
      ...["2025-01-02", "2025-01-02T10:00:00.5Z", "2025-01-02T08:00:00Z"].map(
        (text) => new Date(text),
      ),
    ]);
    expect(columns.map(({kind}) => kind)).toEqual([
      ...Array.from({length: 4}, () => "number"),
      ...Array.from({length: 3}, () => "time"),
    ]);
  });

  it("shows and profiles NaN and infinities as values", async () => {
    const [column] = await columnsOf("select 'nan'::double as x from range(3)", way);
    const {ends, nullCount, bins} = columnProfile(column!);
    expect([nullCount, ends, bins.map(({text, count}) => [text, count])]).toEqual([
      0,
      [Number.NaN, Number.NaN],
      [["NaN", 3]],
    ]);
    const [mixed] = await columnsOf(
      "select unnest([x::double for x in range(40)] || ['nan'::double, 'inf', '-inf', null]) as x",
      way,
    );
    const profile = columnProfile(mixed!);
    expect(profile.ends).toEqual([Number.NEGATIVE_INFINITY, Number.NaN]);
    for (const value of mixed!.values)
      expect(profile.bins.filter((bin) => bin.holds(value))).toHaveLength(value === null ? 0 : 1);
  });

  it("subtracts the days of the bank in words, and saves them so", async () => {
    const columns = await columnsOf(
      "select due_on - issued_on as term, time '10:00' as clock, 9007199254740993 as n, " +
        "issued_on - due_on as back from bank.invoices where due_on - issued_on = interval 60 days limit 1",
      way,
    );
    const {document} = page();
    Object.defineProperty(document, "defaultView", {value: null});
    const files = answerFiles(columns, {name: "answer", rows: () => [0], document});
    const csv = await (await files.find(({end}) => end === "csv")!.file()).text();
    expect(csv).toBe("term,clock,n,back\n60 days,10:00:00,9007199254740993,-60 days\n");
  });

  it("tells a mistake at its place where the answer is written as text", async () => {
    const source = "select interval '1 day' as a,\n  error('no') as b";
    const runs: CellRun[] = [];
    const cells: Cell[] = [{name: "answer", kind: "sql", source}];
    const runner = new Runner({engine, cells: () => cells, onRun: (_, run) => runs.push(run)});
    await runner[way]("answer");
    expect(runs.at(-1)).toMatchObject({state: "failed", error: {message: /no/}});
  });
});

it("an answer that no table can be made of is refused where Arrow does not read it rightly", async () => {
  wasm.query("create or replace table kept_times (t time, n bigint)");
  const sql = "insert into kept_times values ('10:00', 9007199254740993) returning";
  await expect(columnsOf(`${sql} t`, "run")).rejects.toThrow(
    /the column t cannot be shown: Time64<MICROSECOND> \(cast it to varchar in the query\)/,
  );
  await expect(columnsOf(`${sql} n, 1 as n`, "run")).rejects.toThrow(
    /several columns are called n/,
  );
  const [column] = await columnsOf(`${sql} n`, "run");
  expect(column!.values).toEqual(["9007199254740993"]);
});
