import {describe, expect, it} from "vitest";
import {payIn, usualPayIn} from "../../../scripts/seed/pay.js";
import type {Spell} from "../../../scripts/seed/people.js";
import {countries} from "../../../scripts/seed/places.js";
import type {PartyCode} from "../../../src/lib/bank/codes.js";
import {parseMonth} from "../../../src/lib/day.js";

const start = parseMonth("2025-01");
const year = Array.from({length: 12}, (_, month) => month);
const spell: Spell = {
  from: 0,
  to: 10_000,
  company: -1,
  party: 1 as PartyCode,
  kind: "salary",
  netCents: 210_000,
  occupation: "Nurse",
  payday: 28,
  extraMonths: [],
  bonusMonth: 0,
  bonusShare: 0,
  raiseMonth: 1,
  raiseBps: 0,
};
const payOfYear = (spell: Spell) => year.map((month) => payIn(spell, month, start));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("payIn(spell, month, start)", () => {
  it("pays twelve times the same where a year has twelve salaries", () => {
    expect(payOfYear(spell)).toEqual(year.map(() => 210_000));
  });

  it("cuts a year's pay into fourteen, and pays twice in the two months of Spain", () => {
    const paid = payOfYear({...spell, extraMonths: countries.ES.extraPay});
    expect(paid).toEqual(year.map((month) => (month === 5 || month === 11 ? 360_000 : 180_000)));
    expect(sum(paid)).toBe(12 * 210_000);
  });

  it("cuts it into thirteen in Italy, with the second in December", () => {
    const paid = payOfYear({...spell, netCents: 195_000, extraMonths: countries.IT.extraPay});
    expect(paid).toEqual(year.map((month) => (month === 11 ? 360_000 : 180_000)));
  });

  it("gives of an extra salary the part that was served for", () => {
    const late: Spell = {...spell, from: 9, extraMonths: countries.ES.extraPay};
    expect(payIn(late, 11, start)).toBe(180_000 + 90_000);
  });

  it("adds a bonus in its month, round, and none in the month a job begins", () => {
    const withBonus: Spell = {...spell, bonusMonth: 3, bonusShare: 0.5};
    expect(payOfYear(withBonus)).toEqual(year.map((month) => (month === 2 ? 320_000 : 210_000)));
    expect(payIn({...withBonus, from: 2}, 2, start)).toBe(210_000);
  });

  it("raises pay once a year, and the extra salaries with it", () => {
    const raised: Spell = {
      ...spell,
      extraMonths: countries.AT.extraPay,
      raiseMonth: 6,
      raiseBps: 500,
    };
    expect(usualPayIn(raised, 4, start)).toBe(210_000);
    expect(usualPayIn(raised, 5, start)).toBe(220_500);
    expect(payIn(raised, 5, start)).toBe(2 * 189_000);
  });
});

describe("countries", () => {
  it("pay a thirteenth or fourteenth salary in Austria, Spain, Italy and Portugal alone", () => {
    const counts = Object.entries(countries).map(([code, {extraPay}]) => [code, extraPay.length]);
    expect(counts.filter(([, count]) => count !== 0)).toEqual([
      ["AT", 2],
      ["ES", 2],
      ["IT", 1],
      ["PT", 2],
    ]);
  });
});
