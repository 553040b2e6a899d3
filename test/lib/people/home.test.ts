import {describe, expect, it} from "vitest";
import {
  accountsOf,
  balanceFinding,
  balanceMonths,
  balancePoints,
  homeText,
  type PersonHome,
  richestHome,
} from "../../../src/lib/people/home.js";

const home = (changes: Partial<PersonHome> = {}): PersonHome => ({
  user_id: "ind-1",
  kind: ["brokerage", "checking", "savings"],
  opened_on: ["2026-02-10", "2020-01-01", "2021-01-01"],
  overdraft_limit_eur: [0, 500, 0],
  balance_eur: [10.1, 100.2, 1000.3],
  first_month: "2026-01-01",
  checking_eur: [150, 100.2],
  savings_eur: [900, 1000.3],
  brokerage_eur: [null, 10.1],
  ...changes,
});

describe("accountsOf(home)", () => {
  it("puts checking first, with the values of each account", () => {
    expect(accountsOf(home()).map(({kind, balance_eur}) => [kind, balance_eur])).toEqual([
      ["checking", 100.2],
      ["savings", 1000.3],
      ["brokerage", 10.1],
    ]);
    expect(accountsOf(undefined)).toEqual([]);
  });
});

describe("balancePoints(home) and balanceMonths(home)", () => {
  it("leave out the months before an account was open, and add up to the cent", () => {
    expect(balancePoints(home()).filter((row) => row.account_kind === "brokerage")).toEqual([
      {month: new Date("2026-02-01"), account_kind: "brokerage", balance_eur: 10.1},
    ]);
    expect(balanceMonths(home())).toEqual([
      {month: new Date("2026-01-01"), balance_eur: 1050},
      {month: new Date("2026-02-01"), balance_eur: 1110.6},
    ]);
    expect(balanceMonths(undefined)).toEqual([]);
  });
});

describe("homeText(name, home, lastDay)", () => {
  const text = (kinds: PersonHome["kind"], balances: readonly number[]) =>
    homeText(
      "Ada",
      home({kind: kinds, balance_eur: balances, overdraft_limit_eur: balances.map(() => 0)}),
      "2026-10-31",
    );

  it.each([
    [
      "money on savings",
      text(["checking", "savings"], [100, 900]),
      "On 31 October 2026 Ada held €1,000 on 2 accounts, €900 of it on savings.",
    ],
    [
      "one account",
      text(["checking"], [100]),
      "On 31 October 2026 Ada held €100 on 1 account, none of them for savings.",
    ],
    [
      "empty savings",
      text(["checking", "savings"], [100, 0]),
      "On 31 October 2026 Ada held €100 on 2 accounts, nothing on savings.",
    ],
    [
      "an overdraft beside savings",
      text(["checking", "savings"], [-200, 900]),
      "On 31 October 2026 Ada held €700 on 2 accounts: €900 on savings, and €200 below zero on checking.",
    ],
    [
      "an overdraft larger than the savings",
      text(["checking", "savings"], [-900, 200]),
      "On 31 October 2026 Ada was €700 overdrawn on 2 accounts: €200 on savings, and €900 below zero on checking.",
    ],
    [
      "an overdraft alone",
      text(["checking"], [-50]),
      "On 31 October 2026 Ada was €50 overdrawn on 1 account, none of them for savings.",
    ],
  ])("has words for %s", (_, found, words) => expect(found).toBe(words));

  it("says so where there is no account", () => {
    expect(homeText("Nobody", undefined, "2026-10-31")).toBe("Nobody has no open account here.");
  });
});

describe("balanceFinding(name, months)", () => {
  const months = (...balances: number[]) =>
    balances.map((balance_eur, at) => ({month: new Date(Date.UTC(2026, at, 1)), balance_eur}));

  it.each([
    [
      "a rise",
      months(100, 50, 150),
      "What Ada holds rose €50 since January 2026; it was lowest in February 2026",
    ],
    ["a fall", months(100, 50), "What Ada holds fell €50 since January 2026, to its lowest"],
    [
      "no change",
      months(100, 50, 100),
      "What Ada holds is what it was in January 2026; it was lowest in February 2026",
    ],
    [
      "months below zero",
      months(100, -50, 150),
      "What Ada holds rose €50 since January 2026, and was below zero at the end of 1 month",
    ],
    ["one month", months(100), "Ada ended the month with €100"],
    ["none", [], "Ada has no complete month here yet"],
  ])("has words for %s", (_, rows, words) => expect(balanceFinding("Ada", rows)).toBe(words));
});

describe("richestHome(homes)", () => {
  it("takes the most kinds of accounts, then the longest invested, then the first", () => {
    const plain = home({user_id: "a", kind: ["checking"]});
    const young = home({user_id: "b"});
    const old = home({user_id: "c", brokerage_eur: [5, 10.1]});
    const other = home({user_id: "d", brokerage_eur: [5, 10.1]});
    expect(richestHome([other, plain, young, old]).map(({user_id}) => user_id)).toEqual(["c"]);
    expect(richestHome([])).toEqual([]);
  });
});
