import {beforeAll, describe, expect, it} from "vitest";
import {planBank} from "../../../scripts/seed/bank.js";
import {Simulation} from "../../../scripts/seed/simulation.js";
import {themes} from "../../../scripts/seed/themes/index.js";
import {categoryNames} from "../../../src/lib/bank/codes.js";
import {parseMonth} from "../../../src/lib/day.js";

const parameters = {
  individuals: 400,
  companies: 10,
  months: 14,
  seed: 5,
  start: parseMonth("2025-05"),
};
const bank = planBank(parameters);

interface Leg {
  readonly account: number;
  readonly at: number;
  readonly cents: number;
  readonly balance: number;
  readonly category: string;
  readonly other: number;
  readonly text: number;
}

const legs: Leg[] = [];

beforeAll(() => {
  const balances = bank.accounts.map(({openingCents}) => openingCents);
  const simulation = new Simulation(bank, themes, {
    leg: ({account, at, amountCents: cents, category, other, text}) => {
      balances[account]! += cents;
      legs.push({
        account,
        at,
        cents,
        balance: balances[account]!,
        category: categoryNames[category]!,
        other,
        text,
      });
    },
    trade: () => {},
  });
  for (let month = 0; month < parameters.months; month++) simulation.run();
});

const of = (account: number) => legs.filter((leg) => leg.account === account);
const savers = bank.people.filter(({index}) => bank.holdings.ofPerson[index]!.savings >= 0);

describe("savings of people", () => {
  it("are put aside by nobody on credit", () => {
    for (const {index} of savers) {
      const {checking, savings} = bank.holdings.ofPerson[index]!;
      for (const {other, cents, balance} of of(checking))
        if (other === savings && cents < 0) expect(balance).toBeGreaterThanOrEqual(0);
    }
  });

  it("come back when they are needed: one withdrawal for three to ten deposits", () => {
    let [deposits, withdrawals] = [0, 0];
    for (const {index} of savers) {
      const {savings} = bank.holdings.ofPerson[index]!;
      for (const {category, other, cents} of of(savings)) {
        if (category !== "saving" || other < 0) continue;
        if (cents > 0) deposits++;
        else withdrawals++;
      }
    }
    expect(withdrawals / deposits).toBeGreaterThan(0.1);
    expect(withdrawals / deposits).toBeLessThan(0.35);
  });

  it("buy each goal at most once, when they hold what it asks for, for about as much", () => {
    let bought = 0;
    bank.goals.forEach(({person, name, targetCents}) => {
      const {checking, savings} = bank.holdings.ofPerson[person]!;
      const text = bank.texts.of(`From savings: ${name}`);
      const taken = of(savings).filter((leg) => leg.text === text);
      expect(taken.length).toBeLessThanOrEqual(1);
      const paid = of(checking).filter(
        (leg) => leg.text === bank.texts.of(name) && leg.other < 0 && leg.cents < 0,
      );
      if (taken.length === 0) {
        expect(paid).toEqual([]);
        return;
      }
      bought++;
      expect(name).not.toBe("Emergency fund");
      expect(taken[0]!.balance - taken[0]!.cents).toBeGreaterThanOrEqual(targetCents);
      const price = -paid.reduce((sum, {cents}) => sum + cents, 0);
      expect(price).toBeGreaterThan(0.8 * targetCents);
      expect(price).toBeLessThanOrEqual(targetCents);
      for (const {at} of paid) expect(at).toBeGreaterThan(taken[0]!.at);
    });
    expect(bought).toBeGreaterThan(10);
  });
});

describe("main customers", () => {
  it("send nothing to a household account elsewhere", () => {
    const own = new Set(
      bank.people
        .filter(({isMainBank}) => isMainBank)
        .map(({index}) => bank.holdings.ofPerson[index]!.checking),
    );
    const sent = legs.filter(({category}) => category === "household");
    expect(sent.length).toBeGreaterThan(100);
    expect(sent.filter(({account}) => own.has(account))).toEqual([]);
  });
});
