import {describe, expect, it} from "vitest";
import {type ColumnKind, columnsOf} from "../../src/components/columns.js";
import {workbook} from "../../src/components/workbook.js";
import {readSheet} from "../support/sheet.js";

/** The workbook of these rows, read again. */
async function sheetOf<Row extends object>(
  rows: readonly Row[],
  {kinds = {}, name = "rows"}: {kinds?: Partial<Record<string, ColumnKind>>; name?: string} = {},
) {
  const columns = columnsOf(rows).map((column) => {
    const kind = kinds[column.key];
    return kind ? {...column, kind} : column;
  });
  const file = await workbook(rows, columns, name);
  return readSheet(new Uint8Array(await file.arrayBuffer()));
}

/** The cells below the header, row by row. */
const bodyOf = ({rows}: Awaited<ReturnType<typeof sheetOf>>) => rows.slice(1);
const text = (value: string) => ({type: "text", value, format: ""});
const number = (value: number, format = "") => ({type: "number", value, format});

describe("workbook(rows, columns, name)", () => {
  it("is a sheet of typed cells under a header in words", async () => {
    const {rows, name} = await sheetOf(
      [
        {name: "Ada & Co", booked_on: new Date("2026-10-31"), fee_eur: -12.5, share: 0.25},
        {name: "Bo", booked_on: null, fee_eur: null, share: 1},
      ],
      {name: "a-name-that-is-longer-than-a-sheet-may-have"},
    );
    expect(name).toBe("a-name-that-is-longer-than-a-sh");
    expect(rows).toEqual([
      [text("Name"), text("Booked on"), text("Fee"), text("Share")],
      // 31 October 2026 in the days of a spreadsheet, whatever the time zone of the reader
      [
        text("Ada & Co"),
        number(46326, "d mmm yyyy"),
        number(-12.5, '"€"#,##0.00'),
        number(0.25, "0.0%"),
      ],
      [text("Bo"), null, null, number(1, "0.0%")],
    ]);
  });

  it("keeps money, counts, numbers, months and instants as numbers with a format of their kind", async () => {
    const at = new Date("2026-10-31T12:00:00Z");
    const sheet = await sheetOf([
      {month: new Date("2026-10-01"), net_eur: 123456.7, payment_count: 12, mean: 1.5, paid_at: at},
    ]);
    expect(bodyOf(sheet)).toEqual([
      [
        number(46296, "mmm yyyy"),
        number(123456.7, '"€"#,##0.00'),
        number(12, "#,##0"),
        number(1.5, "#,##0.00##"),
        number(46326.5, "d mmm yyyy hh:mm"),
      ],
    ]);
    const whole = await sheetOf([{city: "Porto", net_eur: 123456.7}]);
    expect(bodyOf(whole)[0]![1]).toEqual(number(123456.7, '"€"#,##0'));
  });

  it.each(["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0", "'=1", "{=1}"])(
    "keeps %j as a text, which no spreadsheet runs",
    async (given) => {
      const sheet = await sheetOf([{[given]: given}]);
      expect(sheet.formulaCount).toBe(0);
      expect(bodyOf(sheet)).toEqual([[text(given)]]);
      expect(sheet.rows[0]![0]!.type).toBe("text");
    },
  );

  it("keeps texts that XML, objects and Excel have a meaning for", async () => {
    const given = ["<b>&amp;</b>", " two  spaces ", "constructor", "__proto__", "Łódź €", "a\nb"];
    const read = bodyOf(await sheetOf(given.map((name) => ({name})))).map(([cell]) => cell?.value);
    expect(read.map((value) => String(value).replace("\u200b", ""))).toEqual(given);
    const [long] = bodyOf(await sheetOf([{name: "x".repeat(40_000)}]));
    expect(long![0]!.value).toHaveLength(32_767);
    expect(bodyOf(await sheetOf([{name: "a\u0000b\u001fc"}]))).toEqual([[text("abc")]]);
  });

  it("writes what Excel has no number for as a text, and what is missing as nothing", async () => {
    const sheet = await sheetOf(
      [
        {id: 12345678901234567890n, born_on: new Date("1899-12-31"), rate: Number.NaN, note: ""},
        {id: 12n, born_on: new Date(Number.NaN), rate: 2, note: "x"},
      ],
      {kinds: {born_on: "text"}},
    );
    expect(bodyOf(sheet)).toEqual([
      [text("12345678901234567890"), text("1899-12-31")],
      [number(12, "#,##0"), null, number(2, "#,##0.00##"), text("x")],
    ]);
  });

  it("takes days that JSON has as texts for days", async () => {
    const sheet = await sheetOf([
      {month: "2026-10-01", until: "2026-10-31", code: "2026-10-31"},
      {month: null, until: "", code: "2026-10-31b"},
    ]);
    expect(bodyOf(sheet)).toEqual([
      [number(46296, "mmm yyyy"), number(46326, "d mmm yyyy"), text("2026-10-31")],
      [null, null, text("2026-10-31b")],
    ]);
  });

  it("writes the words of a table where a column is a text or holds a list", async () => {
    const file = await workbook(
      [{every_months: 1, kind: "rent", rises: [{on: 1}, {on: 2}], note: null}],
      [
        {key: "every_months", kind: "text", format: (months) => (months === 1 ? "monthly" : "")},
        {key: "kind", format: (kind) => kind.toUpperCase()},
        {key: "rises", format: (rises) => `${rises.length} rises`},
        {key: "note", format: () => "–"},
      ],
      "rows",
    );
    const {rows} = readSheet(new Uint8Array(await file.arrayBuffer()));
    expect(rows[1]).toEqual([text("monthly"), text("RENT"), text("2 rises")]);
  });

  it("gives a date a format in a column that is called a text", async () => {
    const sheet = await sheetOf([{day: new Date("2026-10-31")}], {kinds: {day: "text"}});
    expect(bodyOf(sheet)).toEqual([[number(46326, "d mmm yyyy hh:mm")]]);
  });
});
