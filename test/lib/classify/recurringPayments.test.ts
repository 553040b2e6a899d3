import {describe, expect, it} from "vitest";
import {classifyPayments} from "../../../src/lib/classify/classify.js";
import {parseRules} from "../../../src/lib/classify/parseRules.js";
import type {Payment} from "../../../src/lib/classify/payment.js";
import {ownAccount, recurringPayments} from "../../../src/lib/classify/recurringPayments.js";
import {formatDay, parseDay} from "../../../src/lib/day.js";
import {between, chance, stream} from "../../../src/lib/stream.js";
import {payment} from "../../support/payments.js";

const monthly = (description: string, cents: readonly number[]) =>
  cents.map((amountCents, at) =>
    payment({date: `2025-${String(at + 1).padStart(2, "0")}-10`, amountCents, description}),
  );
const rules = parseRules(
  "if text contains Filmbox then category subscriptions, payee as listed",
  "r",
);

describe("recurringPayments(classified)", () => {
  it("finds a contract by its clean payee, with its category, price and next due day", () => {
    const payments = monthly("FILMBOX 4411 K12", [-899, -899, -899, -999, -999, -999]);
    const [contract, ...more] = recurringPayments(classifyPayments(payments.reverse(), {rules}));
    expect(more).toEqual([]);
    expect(contract).toMatchObject({
      party: "Filmbox",
      category: "subscriptions",
      every_months: 1,
      amount_eur: -9.99,
      rises: [{from_eur: 8.99, to_eur: 9.99}],
    });
    expect(contract!.next_on?.toISOString().slice(0, 7)).toBe("2025-07");
  });

  it("keeps payees apart, and finds none among single payments", () => {
    const payments = [...monthly("FILMBOX", [-899, -899]), ...monthly("TUNEWAVE", [-899, -899])];
    expect(recurringPayments(classifyPayments(payments, {rules}))).toEqual([]);
    expect(recurringPayments([])).toEqual([]);
  });

  it.each([
    [3_000_000_000, 30_000_000],
    [-3_000_000_000, -30_000_000],
    [2_147_483_647, 21_474_836.47],
    [2_147_483_648, 21_474_836.48],
    [-2_147_483_649, -21_474_836.49],
    [4_294_967_296, 42_949_672.96],
    [1e14, 1e12],
  ])("keeps monthly amounts of %i cents as they are", (amountCents, amount_eur) => {
    const payments = monthly("FILMBOX", new Array(12).fill(amountCents));
    expect(recurringPayments(classifyPayments(payments, {rules}))).toMatchObject([{amount_eur}]);
  });
});

describe("ownAccount(classified, options)", () => {
  it("finds the same in amounts of any size: the contracts, the days outside of them and the balances", () => {
    for (let seed = 0; seed < 40; seed++) {
      const payments = drawnYears(seed);
      const small = found(payments, 1);
      expect(small.contracts.length, `seed ${seed}`).toBeGreaterThan(1);
      // powers of two, by which nothing is rounded otherwise
      for (const scale of [2 ** 12, 2 ** 18, 2 ** 26])
        expect(found(payments, scale), `seed ${seed}, ${scale} times`).toEqual(small);
    }
  });
});

/** What is found in these payments if all amounts are so many times as large, in amounts of the small ones. */
function found(payments: readonly Payment[], scale: number) {
  const scaled = payments.map((one) => ({...one, amountCents: scale * one.amountCents}));
  const {contracts, account} = ownAccount(classifyPayments(scaled, {rules}), {
    openingCents: scale * 100_000,
  });
  const {balance, limit, balances, other, resets} = account!;
  const unscaled = (amounts: readonly number[]) => amounts.map((amount) => amount / scale);
  return {
    balance: balance / scale,
    limit: limit / scale,
    balances: unscaled(balances),
    other: unscaled(other),
    resets: resets.map((reset) => ({...reset, level: reset.level / scale})),
    contracts: contracts.map(({amount_eur, recent_eur, levels_eur, rises, ...rest}) => ({
      ...rest,
      amount_eur: amount_eur / scale,
      recent_eur: unscaled(recent_eur),
      levels_eur: unscaled(levels_eur),
      rises: rises.map(({on, from_eur, to_eur}) => [on, from_eur / scale, to_eur / scale]),
    })),
  };
}

/** Two years of whole euro: a salary, a bonus, a rent, metered power, purchases, and what is spare put aside. */
function drawnYears(seed: number): Payment[] {
  const draw = stream(seed, "two years");
  const euro = (low: number, high: number) => 100 * between(draw, low, high);
  const [salary, rent] = [euro(2000, 4000), euro(500, 900)];
  let balance = 100_000;
  const payments: Payment[] = [];
  const pay = (day: number, description: string, amountCents: number) => {
    balance += amountCents;
    payments.push(payment({date: formatDay(day), description, amountCents}));
  };
  for (let month = 0; month < 24; month++) {
    const year = 2023 + Math.floor(month / 12);
    const first = parseDay(`${year}-${String((month % 12) + 1).padStart(2, "0")}-01`);
    pay(first, "EMPLOYER", salary);
    if (month % 12 === 10) pay(first, "EMPLOYER", euro(1000, 3000));
    pay(first + 2, "LANDLORD", month < 12 ? -rent : -rent - 5000);
    pay(first + 9, "POWER", -euro(40, 80));
    for (let day = 4; day < 24; day++)
      if (chance(draw, 0.3)) pay(first + day, "GROCER", -euro(5, 90));
    pay(first + 25, "SAVINGS", Math.min(-100, 50_000 - balance));
  }
  return payments;
}
