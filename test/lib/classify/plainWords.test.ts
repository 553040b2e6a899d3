import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {plainWords} from "../../../src/lib/classify/plainWords.js";

describe("plainWords(text)", () => {
  it("finds words however they are written", () => {
    expect(plainWords("MUELLER & Söhne, REWE1234 C&A")).toEqual([
      "muller",
      "&",
      "sohne",
      "rewe",
      "1234",
      "c",
      "&",
      "a",
    ]);
    expect(plainWords("Łódź ΟΔΟΣ smørrebrød")).toEqual(["lodz", "οδοσ", "smorrebrod"]);
    expect(plainWords(" -- ")).toEqual([]);
  });

  it("reads plain letters the same beside others", () =>
    fc.assert(
      fc.property(fc.string({unit: "binary-ascii"}), (text) => {
        expect(plainWords(`${text} ñ`)).toEqual([...plainWords(text), "n"]);
      }),
    ));
});
