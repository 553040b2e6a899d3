import {afterAll, beforeAll, expect, it} from "vitest";
import {makeSqlDataset} from "../../../loaders/datasets/sqlDataset.js";
import type {SnapshotReader} from "../../../loaders/snapshot/reader.js";
import {assertKept} from "../../../src/lib/notebook/keptColumns.js";
import type {Engines} from "../../../src/workbench/notebook/answers.js";
import {engineValues} from "../../support/engineValues.js";
import {notebookColumns} from "../../support/notebookColumns.js";
import {tinySnapshot} from "../../support/tinySnapshot.js";
import {openTestBank, wasmEngine} from "../../support/wasmEngine.js";

let engine: Engines;
let bank: SnapshotReader;
beforeAll(async () => {
  engine = wasmEngine(await openTestBank());
  bank = await tinySnapshot();
});
afterAll(() => bank.close());

const make = (sql: string) =>
  makeSqlDataset(bank.connection, {name: "q", file: "src/data/q.csv.sql", sql}, "csv");

const values = {...engineValues, DOUBLE: ["1.5", "'nan'", "'-inf'"], FLOAT: ["0.1", "'inf'"]};

it.each(
  Object.entries(values).flatMap(([type, all]) => all.map((value) => [value, type] as const)),
)(
  "assertKept(cell, columns) refuses %s of %s before it is written where no loader makes it",
  async (value, type) => {
    const sql = `select 1 as n, cast(${value} as ${type}) as x`;
    const columns = await notebookColumns(engine, sql, "run");
    const keep = () => assertKept("terms", columns, {isAsked: false});
    // a loader takes it, and writes a day that is not read again
    const isMade = !/BC/.test(value) && (await make(sql).then(Boolean, () => false));
    if (isMade) expect(keep).not.toThrow();
    else expect(keep).toThrow(/^the cell terms: no page can hold x: .+ \(.+\)$/);
  },
);

it("assertKept(cell, columns) says what to do", async () => {
  const columns = await notebookColumns(engine, "select interval 3 days as term", "run");
  expect(() => assertKept("terms", columns, {isAsked: true})).toThrow(
    "the cell terms: no page can hold term: INTERVAL (cast it in the query: cast(term as varchar) as term)",
  );
});

it("assertKept(cell, columns) takes NaN where the reader's browser asks", async () => {
  const columns = await notebookColumns(engine, "select 'nan'::double as x", "run");
  expect(() => assertKept("terms", columns, {isAsked: true})).not.toThrow();
});
