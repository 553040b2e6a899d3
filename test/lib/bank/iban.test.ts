import {describe, expect, it} from "vitest";
import {iban} from "../../../src/lib/bank/iban.js";

describe("iban(country, accountNumber)", () => {
  it.each([
    ["DE", "370400440532013000", "DE89370400440532013000"],
    ["GB", "WEST12345698765432", "GB82WEST12345698765432"],
    ["LU", "0019400644750000", "LU280019400644750000"],
  ])("gives the check digits of the standard's examples (%s)", (country, number, expected) => {
    expect(iban(country, number)).toBe(expected);
  });

  it("gives others where two digits have changed places", () => {
    expect(iban("DE", "370400440532031000").slice(0, 4)).not.toBe("DE89");
  });

  it("leaves a remainder of 1 over all characters, as ISO 7064 asks", () => {
    const made = iban("LU", "9091000000013000");
    const turned = made.slice(4) + made.slice(0, 4);
    const digits = [...turned].map((letter) => Number.parseInt(letter, 36)).join("");
    expect(BigInt(digits) % 97n).toBe(1n);
  });
});
