import {describe, expect, it} from "vitest";
import {type CategoryCode, categoryCode} from "../../../src/lib/bank/codes.js";
import {Dues} from "../../../src/lib/ledger/dues.js";
import {Rule} from "../../../src/lib/ledger/rules.js";

const day = 86_400;
const account = {openingCents: 0, overdraftCents: 0, openedOn: 0, closedOn: 99};
const savings = {...account, earnsInterest: true};
const checking = {...account, earnsInterest: false};
const [sales, vendor, payroll] = (["invoice", "vendor", "payroll"] as const).map(categoryCode) as [
  CategoryCode,
  CategoryCode,
  CategoryCode,
];

describe("interest", () => {
  it("runs on the balance of each day, held on savings and owed elsewhere", () => {
    for (const [terms, sign] of [
      [savings, 1],
      [checking, -1],
    ] as const) {
      const dues = new Dues([terms]);
      dues.accrue(0, 0, 0);
      dues.accrue(0, 36_500 * sign, 10 * day);
      dues.accrue(0, 36_500 * -sign, 20 * day);
      expect(dues.amount(Rule.interest, 0, 0.1)).toBe(100 * sign);
    }
  });

  it("starts anew once it is settled, and not before", () => {
    const dues = new Dues([savings]);
    dues.accrue(0, 0, 0);
    dues.accrue(0, 36_500, day);
    expect(dues.amount(Rule.interest, 0, 0.1)).toBe(10);
    expect(dues.amount(Rule.interest, 0, 0.1)).toBe(10);
    dues.settle(Rule.interest, 0);
    expect(dues.amount(Rule.interest, 0, 0.1)).toBe(0);
  });
});

describe("taxes", () => {
  /** Dues of a company after sales of 1200, purchases and pay, assessed at 20 % VAT. */
  function assessed(purchases: number, pay: number): Dues {
    const dues = new Dues([checking]);
    dues.book(0, sales, 1_200);
    dues.book(0, vendor, -purchases);
    dues.book(0, payroll, -pay);
    dues.assess(0, 0.2);
    return dues;
  }

  it("VAT is due on what was sold less what was bought", () => {
    expect(assessed(600, 0).amount(Rule.vat, 0, 0)).toBe(-100);
    expect(assessed(1_800, 0).amount(Rule.vat, 0, 0)).toBeCloseTo(0);
  });

  it("VAT on purchases beyond sales counts against that of later quarters", () => {
    const dues = assessed(1_800, 0); // −100
    expect(dues.amount(Rule.vat, 0, 0)).toBeCloseTo(0);
    dues.book(0, sales, 1_200); // +200
    dues.assess(0, 0.2);
    expect(dues.amount(Rule.vat, 0, 0)).toBe(-100);
  });

  it("profit is taxed without VAT and after pay", () => {
    expect(assessed(600, 300).amount(Rule.profitTax, 0, 0.25)).toBe(-50); // 1000 − 500 − 300
  });

  it("a loss is carried forward to later profits", () => {
    const dues = assessed(600, 700); // −200
    expect(dues.amount(Rule.profitTax, 0, 0.25)).toBeCloseTo(0);
    dues.book(0, sales, 720);
    dues.assess(0, 0.2);
    expect(dues.amount(Rule.profitTax, 0, 0.25)).toBe(-100); // 600 − 200
  });

  it("contributions are due on the pay since they were last settled", () => {
    const dues = assessed(0, 300);
    expect(dues.amount(Rule.contribution, 0, 0.62)).toBe(-186);
    dues.settle(Rule.contribution, 0);
    expect(dues.amount(Rule.contribution, 0, 0.62)).toBeCloseTo(0);
  });

  it("suppliers get their part of what came in since they were last paid, less what went back", () => {
    const dues = new Dues([checking]);
    dues.book(0, sales, 1_200);
    dues.book(0, sales, -200);
    dues.book(0, vendor, -300);
    expect(dues.amount(Rule.supplies, 0, 0.5)).toBe(-500);
    dues.settle(Rule.supplies, 0);
    expect(dues.amount(Rule.supplies, 0, 0.5)).toBeCloseTo(0);
    dues.book(0, sales, 100);
    expect(dues.amount(Rule.supplies, 0, 0.5)).toBe(-50);
  });

  it("what was refused stays due", () => {
    const dues = assessed(600, 0);
    dues.book(0, sales, 1_200);
    dues.assess(0, 0.2);
    expect(dues.amount(Rule.vat, 0, 0)).toBe(-300);
  });
});
