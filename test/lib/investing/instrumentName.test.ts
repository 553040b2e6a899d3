import {describe, expect, it} from "vitest";
import {nameAndTicker, shortName} from "../../../src/lib/investing/instrumentName.js";

describe("shortName(fullName)", () => {
  it.each([
    ["Vanguard FTSE All-World UCITS ETF (Dist)", "Vanguard FTSE All-World"],
    ["iShares Core € Govt Bond UCITS ETF (Dist)", "iShares Core € Govt Bond"],
    ["Koninklijke Ahold Delhaize N.V.", "Ahold Delhaize"],
    ["Tesla, Inc.", "Tesla"],
    ["Bayerische Motoren Werke AG", "Bayerische Motoren Werke"],
    ["ING Groep N.V.", "ING Groep"],
  ])("%s is %s", (full, short) => expect(shortName(full)).toBe(short));
});

describe("nameAndTicker(instrument)", () => {
  it("has the ticker after the name", () =>
    expect(nameAndTicker({name: "Apple Inc.", symbol: "AAPL"})).toBe("Apple (AAPL)"));

  it("says a name that is its own ticker once", () =>
    expect(nameAndTicker({name: "SAP SE", symbol: "SAP"})).toBe("SAP"));
});
