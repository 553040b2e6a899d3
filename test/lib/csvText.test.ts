import {parse} from "csv-parse/sync";
import fc from "fast-check";
import {expect, it} from "vitest";
import {csvText} from "../../src/lib/csvText.js";

it("csvText(rows, keys) writes the header and the keys in their order", () => {
  const rows = [{b: 2, a: "x", other: 1}];
  expect(csvText(rows, ["a", "b"])).toBe("a,b\nx,2\n");
});

it("csvText(rows, keys) writes midnights as days, instants in full and missing values as nothing", () => {
  const rows = [
    {at: new Date("2025-05-01")},
    {at: new Date("2025-05-01T13:45:10Z")},
    {at: null},
    {at: new Date("infinity")},
    {},
  ];
  expect(csvText(rows, ["at"])).toBe("at\n2025-05-01\n2025-05-01T13:45:10.000Z\n\n\n\n");
});

it("csvText(rows, keys) writes lists and the like as JSON", () => {
  expect(parse(csvText([{levels: [1.5, 2], due: {day: 3}}], ["levels", "due"]))[1]).toEqual([
    "[1.5,2]",
    '{"day":3}',
  ]);
});

it("csvText([], keys) is the header alone", () => expect(csvText([], ["a"])).toBe("a\n"));

/** Without the apostrophe that keeps a spreadsheet from running a text. */
const unguarded = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, "")));

it("csvText(rows, keys) is read back as it was by another reader, whatever the texts hold", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({minLength: 1}), fc.string()), {minLength: 1}),
      (pairs) => {
        const text = csvText(
          pairs.map(([a, b]) => ({a, b})),
          ["a", "b"],
        );
        const read = parse(text, {record_delimiter: "\n", from_line: 2}) as string[][];
        expect(unguarded(read)).toEqual(unguarded(pairs));
      },
    ),
  );
});

it.each(["=1+1", "+A1", "-A1", "@SUM(A1)", "\tx", "-", "＝1+1", '=HYPERLINK("http://x")'])(
  "csvText(rows, keys) puts an apostrophe before the text %j, which a spreadsheet would run",
  (text) => expect(parse(csvText([{text}], ["text"]))[1]).toEqual([`'${text}`]),
);

it("csvText(rows, keys) leaves numbers alone, and texts that only hold such a sign", () => {
  const rows = [{value: -1.5}, {value: -20n}, {value: "-12.50"}, {value: "a=b"}, {value: "x-y"}];
  expect(csvText(rows, ["value"])).toBe("value\n-1.5\n-20\n-12.50\na=b\nx-y\n");
});

it.each(["-30 days", "-1 year -2 months 3 days -03:00:00.5", "-00:00:01", "-1 day"])(
  "csvText(rows, keys) leaves the interval %j alone",
  (text) => expect(parse(csvText([{text}], ["text"]))[1]).toEqual([text]),
);

it.each(["-1 day+A1", "-1 dayA1", "-A1 days", "-1:00:00+1"])(
  "csvText(rows, keys) guards %j, which only looks like an interval",
  (text) => expect(parse(csvText([{text}], ["text"]))[1]).toEqual([`'${text}`]),
);

it("csvText(rows, keys) guards the names of columns, which a reader's query may give", () => {
  expect(csvText([{"=x": 1}], ["=x"])).toBe("'=x\n1\n");
});
