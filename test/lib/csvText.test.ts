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
    {},
  ];
  expect(csvText(rows, ["at"])).toBe("at\n2025-05-01\n2025-05-01T13:45:10.000Z\n\n\n");
});

it("csvText([], keys) is the header alone", () => expect(csvText([], ["a"])).toBe("a\n"));

it("csvText(rows, keys) is read back as it was by another reader, whatever the texts hold", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({minLength: 1}), fc.string()), {minLength: 1}),
      (pairs) => {
        const text = csvText(
          pairs.map(([a, b]) => ({a, b})),
          ["a", "b"],
        );
        expect(parse(text, {record_delimiter: "\n", from_line: 2})).toEqual(pairs);
      },
    ),
  );
});
