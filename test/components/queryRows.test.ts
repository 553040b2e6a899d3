import {
  Bool,
  DateMillisecond,
  Table,
  TimestampMillisecond,
  tableFromArrays,
  vectorFromArray,
} from "apache-arrow";
import {csvParse} from "d3-dsv";
import {describe, expect, it} from "vitest";
import {columnsOf} from "../../src/components/columns.js";
import {queryRows} from "../../src/components/queryRows.js";

describe("queryRows(result)", () => {
  it("makes dates of an Arrow table's days and instants, and leaves what is missing", () => {
    const day = new Date(Date.UTC(2026, 9, 31));
    const instant = new Date(Date.UTC(2026, 9, 31, 12));
    const table = new Table({
      day: vectorFromArray([day, null], new DateMillisecond()),
      booked_at: vectorFromArray([instant, null], new TimestampMillisecond()),
      is_open: vectorFromArray([true, false], new Bool()),
    });
    expect(queryRows(table)).toEqual([
      {day, booked_at: instant, is_open: true},
      {day: null, booked_at: null, is_open: false},
    ]);
  });

  it("keeps the order of columns that are called by years", () => {
    const table = tableFromArrays({
      city: ["Vienna"],
      2024: Int32Array.of(2),
      2023: Int32Array.of(1),
    });
    const ordered = table.selectAt([2, 1, 0]);
    expect(columnsOf(queryRows(ordered)).map(({key}) => key)).toEqual(["city", "2024", "2023"]);
    expect(columnsOf(csvParse("city,2024,2023\nVienna,2,1\n")).map(({key}) => key)).toEqual([
      "city",
      "2024",
      "2023",
    ]);
  });

  it("leaves numbers alone", () => {
    const table = tableFromArrays({amount_eur: Float64Array.of(1.5, 2)});
    expect(queryRows(table)).toEqual([{amount_eur: 1.5}, {amount_eur: 2}]);
  });
});
