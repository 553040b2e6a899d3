import * as arrow from "apache-arrow";
import {describe, expect, it} from "vitest";
import {arrowStream} from "../../../src/lib/notebook/arrowFile.js";
import {csvShape} from "../../../src/lib/notebook/csvShape.js";
import {fileKind, mostFileBytes} from "../../../src/lib/notebook/fileKind.js";
import {fileTableName} from "../../../src/lib/notebook/fileTableName.js";
import {fileText} from "../../../src/lib/notebook/fileText.js";
import {jsonLinesCsv} from "../../../src/lib/notebook/jsonLines.js";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe("fileKind({name, size}, head)", () => {
  it.each([
    ["sales.csv", "a,b\n1,2", "csv"],
    ["Sales.TSV", "a\tb", "csv"],
    ["events.ndjson", '{"a":1}', "jsonLines"],
    ["t.arrow", "ARROW1\0\0", "arrow"],
    ["t.arrows", "\xff\xff\xff\xff", "arrow"],
    ["shop.duckdb", "01234567DUCK", "duckdb"],
  ])("knows %s", (name, head, kind) => {
    expect(fileKind({name, size: 100}, bytes(head))).toBe(kind);
  });

  it.each([
    ["empty.csv", 0, "", /^empty file: empty\.csv/],
    ["big.csv", mostFileBytes + 1, "a,b", /^file too large: big\.csv has 100 MB, at most 100 MB/],
    [
      "t.parquet",
      9,
      "PAR1",
      /^t\.parquet is a Parquet file, .*\(write it as CSV or Arrow; .*from 't\.parquet'/,
    ],
    [
      "t.xlsx",
      9,
      "PK\x03\x04",
      /^t\.xlsx is a packed file or a workbook \(unpack it, or save the sheet as CSV\)/,
    ],
    ["t.csv.gz", 9, "\x1f\x8b", /^t\.csv\.gz is packed with gzip \(unpack it first\)/],
    ["t.csv", 9, "\xff\xfea\0", /^t\.csv is in UTF-16 \(save it as UTF-8\)/],
    ["photo.png", 9, "\x89PNG", /^photo\.png is a picture/],
    ["notes.md", 9, "# Notes", /^unknown kind of file: notes\.md/],
    ["t.csv", 99, "01234567DUCK", /^t\.csv is not text such as CSV but a DuckDB database/],
    ["t.duckdb", 99, "a,b,c\n1,2,3\n4,5", /^t\.duckdb is not a DuckDB database \(/],
    ["t.arrow", 99, "a,b", /^t\.arrow is not an Arrow file \(/],
  ])("refuses %s of %d bytes in one line", (name, size, head, words) => {
    expect(() => fileKind({name, size}, bytes(head))).toThrow(words);
  });
});

describe("fileTableName(file, taken)", () => {
  it.each([
    ["Sales 2025 (2).csv", "sales_2025_2"],
    ["Überweisungen.csv", "uberweisungen"],
    ["2025.csv", "file_2025"],
    ["order.csv", "file_order"],
    ["???.csv", "file"],
    ["users.csv", "users_3"],
  ])("makes of %s a name that SQL takes", (file, name) => {
    expect(fileTableName(file, new Set(["users", "users_2"]))).toBe(name);
  });
});

describe("csvShape(text, file)", () => {
  it.each([
    ["commas", "a,b\n1,2\n", {delimiter: ",", hasNames: true, decimalMark: ".", columnCount: 2}],
    ["semicolons and a mark first", "\ufeffa;b\n1,5;x\n", {delimiter: ";", decimalMark: ","}],
    ["semicolons with points", "a;b\n1.5;x,y\n", {delimiter: ";", decimalMark: "."}],
    ["tabs", "a\tb\n1,5\tx\n", {delimiter: "\t"}],
    ["no names", "1,2\n3,4\n", {hasNames: false}],
    ["a column without a name", ",b\n1,2\n", {hasNames: true}],
    ["one column", "city\nRome\n", {columnCount: 1, hasNames: true}],
    ["quotes with all that parts", 'a,b\r\n"x,\n""y""",2\r\n\r\n', {columnCount: 2}],
    ["quotes within a value", 'a,b\n5" pipe,2\n', {columnCount: 2}],
    ["empty quotes", 'a,b\n"",""\n', {columnCount: 2}],
  ])("reads %s", (_, text, shape) => {
    expect(csvShape(text, "t.csv")).toMatchObject(shape);
  });

  it.each([
    [
      "a,b,c\n1,x,2\n2,y",
      /^t\.csv line 3: 2 values where the first line has 3 \(is the file whole/,
    ],
    ["a,b\n1,2\n3\n4,5\n5,6\n6,7\n", /^t\.csv line 3: 1 value where the first line has 2/],
    ['a,b\n1,"x\n2,y\n', /^t\.csv line 2: a quote is opened and not closed/],
    ["\n \n\n", /^no rows|^empty file/],
    ["a,b\n", /^no rows: t\.csv has only its line of names/],
    ["a,b\n1,\0\n", /^no text: t\.csv/],
    [
      "date,amount,amount\n2025-05-01,1,2\n",
      /^t\.csv line 1: repeated column: amount \(columns 2 and 3; keep one\)$/,
    ],
    [
      "\n\ncity,Amount, amount \nRome,1,2\n",
      /^t\.csv line 3: repeated column: amount \(columns 2 and 3; keep one\)$/,
    ],
    [
      "city,City\nRome,Oslo\n",
      /^t\.csv line 1: repeated column: City \(columns 1 and 2; keep one\)$/,
    ],
    [
      "city,2025,2025\nRome,3,4\n",
      /^t\.csv line 1: repeated column: 2025 \(columns 2 and 3; keep one\)$/,
    ],
  ])("refuses %j with its line", (text, words) => {
    expect(() => csvShape(text, "t.csv")).toThrow(words);
  });
});

describe("csvShape(text, file) of a first line with numbers, or with a text twice", () => {
  const hasNames = (text: string) => csvShape(text, "t.csv").hasNames;

  it.each([
    ["years", "city,2025,2026\nVienna,3,4\nLisbon,1,2\n"],
    ["one year", "city,country,2025\nVienna,AT,3\n"],
    ["a year above texts", "city,2025\nVienna,good\nLisbon,bad\n"],
    ["years above some values like years", "city;2025\nVienna;1999\nLisbon;20,5\nCork;\nBern;7\n"],
    ["months", "category,1,2,3,4\nrent,500,500,500,510\nfood,90,81,,70\n"],
    ["a number beside a name of numbers", "id,5\n1,3\n2,2\n"],
    ["a number beside a name of days", "day,5\n2025-05-01,3\n2025-05-02,2\n"],
    ["a number first, among names", "1,id,amount\nx,1,3\ny,2,2\n"],
    ["columns without names, beside a name of numbers", ",,b\nx,y,3\n"],
  ])("takes names: %s", (_, text) => expect(hasNames(text)).toBe(true));

  it.each([
    ["numbers behind a text", "Vienna,3,4\nLisbon,1,2\nCork,5,6\n"],
    ["a large number first", "Vienna,1500000\nLisbon,3\n"],
    ["years", "Vienna,2025,2026\nLisbon,2024,2026\n"],
    ["years, not all of them known", "Vienna,2025\nLisbon,\nCork,n/a\nBern,2019\nOslo,2020\n"],
    ["numbers that count up in other rows as well", "Vienna,1,2,3\nLisbon,4,5,6\n"],
    ["days", "2025-05-01,5\n2025-05-02,3\n"],
    ["nothing but numbers", "2025,2026\n3,4\n"],
    ["a text for what is missing", "n/a,5\n12,3\nn/a,2\n14,1\n"],
    ["texts of which two are alike", "Rome,Rome\nOslo,Paris\n"],
    ["one line", "Vienna,2025\n"],
  ])("takes values: %s", (_, text) => expect(hasNames(text)).toBe(false));
});

describe("fileText(bytes, file)", () => {
  it("decodes UTF-8 without its mark, and names the line of other letters", () => {
    expect(fileText(new TextEncoder().encode("\ufeffä\n"), "t.csv")).toBe("ä\n");
    expect(() => fileText(bytes("a\nb\nM\xfcller\n"), "t.csv")).toThrow(
      /^t\.csv line 3: letters that are not UTF-8/,
    );
  });
});

describe("jsonLinesCsv(text, file)", () => {
  it("gives each column the type that holds all its values, and nested ones as text", () => {
    const text = [
      '{"id": 1, "amount": 1, "day": "2025-01-31", "tag": "007", "list": [1, "a"]}',
      '{"id": 2, "amount": 2.5, "day": null, "tag": "", "is_open": true}',
      "",
    ].join("\n");
    expect(jsonLinesCsv(text, "t.jsonl")).toEqual({
      columns: [
        {name: "id", type: "BIGINT"},
        {name: "amount", type: "DOUBLE"},
        {name: "day", type: "DATE"},
        {name: "tag", type: "VARCHAR"},
        {name: "list", type: "VARCHAR"},
        {name: "is_open", type: "BOOLEAN"},
      ],
      csv: '1,1,"2025-01-31","007","[1,""a""]",\n2,2.5,,"",,true\n',
    });
  });

  it("makes text of what is no day, and of mixed kinds", () => {
    const {columns} = jsonLinesCsv(
      '{"a":"2025-02-31","b":1}\n{"a":"2025-02-01","b":"x"}',
      "t.jsonl",
    );
    expect(columns.map(({type}) => type)).toEqual(["VARCHAR", "VARCHAR"]);
  });

  it.each([
    ['{"a":1}\n{"a":', /^t\.jsonl line 2: no JSON \(/],
    ['[{"a":1}]', /^t\.jsonl line 1: no object: \[\{"a":1\}\]/],
    ["\n\n", /^empty file: t\.jsonl/],
    ["{}\n", /^no columns: t\.jsonl/],
  ])("refuses %j with its line", (text, words) => {
    expect(() => jsonLinesCsv(text, "t.jsonl")).toThrow(words);
  });
});

describe("arrowStream(bytes, file, arrow)", () => {
  const table = arrow.tableFromArrays({n: Int32Array.from([1, 2, 3]), s: ["a", "b", "c"]});

  it.each(["file", "stream"] as const)("makes a stream of a %s", (kind) => {
    const stream = arrowStream(arrow.tableToIPC(table, kind), "t.arrow", arrow);
    expect(stream.rowCount).toBe(3);
    expect(arrow.tableFromIPC(stream.bytes).toArray().map(String)).toEqual(
      table.toArray().map(String),
    );
  });

  it.each(["file", "stream"] as const)("refuses a %s that is cut off", (kind) => {
    const whole = arrow.tableToIPC(table, kind);
    for (const share of [0.3, 0.6, 0.9])
      expect(() =>
        arrowStream(whole.slice(0, Math.floor(share * whole.length)), "t.arrow", arrow),
      ).toThrow(/^t\.arrow is (cut off|no whole Arrow file)/);
  });
});
