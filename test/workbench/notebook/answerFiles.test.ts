import {expect, it} from "vitest";
import type {Column} from "../../../src/lib/notebook/columns.js";
import {answerFiles} from "../../../src/workbench/notebook/answerFiles.js";
import {page} from "../../support/page.js";
import {readSheet} from "../../support/sheet.js";

const columns: Column[] = [
  {name: "name", kind: "text", type: "VARCHAR", values: ["=1+1", "Bo", "Cy"]},
  {name: "saved_eur", kind: "number", type: "DECIMAL(18,2)", values: [12.5, null, -3]},
  {name: "savings_rate", kind: "number", type: "DOUBLE", values: [0.0912, 0.5, 0]},
  {name: "mean", kind: "number", type: "DOUBLE", values: [0.0912, 1.5, 2]},
  {name: "day", kind: "time", type: "DATE", values: [new Date("2026-10-31"), null, null]},
  {
    name: "booked_at",
    kind: "time",
    type: "TIMESTAMP",
    values: [new Date("2026-10-31T06:00:00Z"), null, null],
  },
  {name: "is_closed", kind: "truth", type: "BOOLEAN", values: [true, false, null]},
];

async function saved(end: string, rows: readonly number[]): Promise<Uint8Array> {
  const {document} = page();
  Object.defineProperty(document, "defaultView", {value: null});
  const files = answerFiles(columns, {name: "answer", rows: () => rows, document});
  const file = await files.find((each) => each.end === end)!.file();
  return new Uint8Array(await file.arrayBuffer());
}

it("answerFiles(columns, …) saves the rows that are left after filtering, as they are sorted, as CSV", async () => {
  const text = new TextDecoder().decode(await saved("csv", [2, 0]));
  expect(text).toBe(
    "name,saved_eur,savings_rate,mean,day,booked_at,is_closed\n" +
      "Cy,-3,0,2,,,\n" +
      "'=1+1,12.5,0.0912,0.0912,2026-10-31,2026-10-31T06:00:00.000Z,true\n",
  );
});

it("answerFiles(columns, …) saves a workbook with the names of the query, and the format of money", async () => {
  const {rows, formulaCount} = readSheet(await saved("xlsx", [0, 1]));
  expect(formulaCount).toBe(0);
  expect(rows[0]!.map((cell) => cell?.value)).toEqual(columns.map(({name}) => name));
  expect(rows[1]).toEqual([
    {type: "text", value: "=1+1", format: ""},
    {type: "number", value: 12.5, format: '"€"#,##0.00'},
    {type: "number", value: 0.0912, format: ""},
    {type: "number", value: 0.0912, format: ""},
    {type: "number", value: 46326, format: "d mmm yyyy"},
    {type: "number", value: 46326.25, format: "d mmm yyyy hh:mm"},
    {type: "boolean", value: true, format: ""},
  ]);
  expect(rows[2]!.map((cell) => cell?.value)).toEqual([
    "Bo",
    undefined,
    0.5,
    1.5,
    undefined,
    undefined,
    false,
  ]);
});
