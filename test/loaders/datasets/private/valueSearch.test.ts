import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {plainText, valueSearch} from "../../../../loaders/datasets/private/valueSearch.js";

describe("valueSearch(values)", () => {
  const searchFor = (...values: string[]) => {
    const search = valueSearch(values);
    return (text: string) => search(plainText(text));
  };
  const search = searchFor("ana@bank.example", "DE02 1203 0000 0000 2020 51", "Rent");

  it("finds a value within a text, spaced otherwise and in capitals or not", () => {
    expect(search("write to Ana@Bank.Example today")).toBe("ana@bank.example");
    expect(search("from DE02120300000000202051")).toBe("DE02 1203 0000 0000 2020 51");
  });

  it("finds a short value only where it is the whole text", () => {
    expect(search("rent")).toBe("Rent");
    expect(search("Rent to income")).toBeUndefined();
  });

  it("finds nothing in what holds none, nothing at all included", () => {
    expect(search("")).toBeUndefined();
    expect(search("ana@bank.exampl")).toBeUndefined();
    expect(searchFor()("ana@bank.example")).toBeUndefined();
    expect(searchFor("")("")).toBeUndefined();
  });

  it("finds every value in any text around it", () => {
    const value = fc.string({minLength: 8, maxLength: 20, unit: fc.constantFrom(..."abc1@.ü")});
    fc.assert(
      fc.property(
        fc.array(value, {minLength: 1}),
        fc.nat(),
        fc.string(),
        fc.string(),
        (values, at, before, after) => {
          const text = `${before}${values[at % values.length]}${after}`;
          expect(searchFor(...values)(text)).toBeDefined();
        },
      ),
    );
  });
});
