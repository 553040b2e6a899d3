import {describe, expect, it} from "vitest";
import {type Parameters, planBank} from "../../../scripts/seed/bank.js";
import {accountIban, homeBank} from "../../../scripts/seed/homeBank.js";
import {cities} from "../../../scripts/seed/places.js";
import {parseMonth} from "../../../src/lib/day.js";

const parameters: Parameters = {
  individuals: 300,
  companies: 12,
  months: 6,
  seed: 42,
  start: parseMonth("2025-05"),
};

describe("accountIban(ownerKind, owner, place)", () => {
  it("has the Irish structure, and a remainder of 1 as ISO 7064 asks", () => {
    const made = accountIban("individual", 17, 2);
    expect(made).toMatch(/^IE\d{2}CTHS909011\d{8}$/);
    const turned = made.slice(4) + made.slice(0, 4);
    const digits = [...turned].map((letter) => Number.parseInt(letter, 36)).join("");
    expect(BigInt(digits) % 97n).toBe(1n);
  });

  it("refuses an owner that the number has no room for", () => {
    expect(accountIban("company", 9_999_999, 1)).toHaveLength(22);
    expect(() => accountIban("company", 10_000_000, 1)).toThrow(
      "owner number beyond 7 digits: 10000000",
    );
  });
});

describe("the home of the bank", () => {
  it("is one country: that of its city, its own party and every account number", () => {
    const {accounts, outside} = planBank(parameters);
    expect(cities.find(({name}) => name === homeBank.city)?.country).toBe(homeBank.country);
    expect(outside.parties[outside.bank]).toMatchObject({
      name: homeBank.name,
      country: homeBank.country,
    });
    for (const {iban} of accounts) expect(iban).toMatch(/^IE\d{2}CTHS\d{14}$/);
    expect(new Set(accounts.map(({iban}) => iban)).size).toBe(accounts.length);
  });
});
