import {describe, expect, it} from "vitest";
import {iban, isIban} from "../../src/lib/iban.js";

describe("iban(country, accountNumber)", () => {
  it.each([
    ["DE", "370400440532013000", "DE89370400440532013000"],
    ["GB", "WEST12345698765432", "GB82WEST12345698765432"],
    ["LU", "0019400644750000", "LU280019400644750000"],
  ])("gives the check digits of the standard's examples (%s)", (country, number, expected) => {
    expect(iban(country, number)).toBe(expected);
    expect(isIban(expected)).toBe(true);
  });

  it("notices two digits that changed places", () => {
    expect(isIban("DE89370400440532031000")).toBe(false);
    expect(isIban("not an IBAN")).toBe(false);
  });
});
