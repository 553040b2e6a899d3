import {expect, it} from "vitest";
import {typedRows} from "../../src/components/typedRows.js";

it("typedRows(rows, texts) leaves texts of digits alone, and knows numbers, days and nothing", async () => {
  const rows = [
    {postcode: "01067", visit_count: "12", day: "2026-11-29"},
    {postcode: "", visit_count: "", day: ""},
  ];
  expect(await typedRows(Promise.resolve(rows), ["postcode"])).toEqual([
    {postcode: "01067", visit_count: 12, day: new Date("2026-11-29")},
    {postcode: null, visit_count: null, day: null},
  ]);
});
