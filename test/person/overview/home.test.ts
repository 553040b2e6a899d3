import {describe, expect, it} from "vitest";
import {
  accountsFinding,
  accountsOf,
  balanceFinding,
  balanceLines,
  balanceMonths,
  balancePoints,
  homeText,
  type PersonHome,
} from "../../../src/person/overview/home.js";

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

describe("balanceLines(home)", () => {
  it("has a line of all accounts together, to the cent, that adds up the kinds of each month", () => {
    const together = balanceLines(home()).filter((row) => row.account_kind === "together");
    expect(together.map(({balance_eur}) => balance_eur)).toEqual([1050, 1110.6]);
  });

  it("has none where there is one kind of account, or nobody", () => {
    const alone = home({savings_eur: [null, null], brokerage_eur: [null, null]});
    expect(balanceLines(alone)).toEqual(balancePoints(alone));
    expect(balanceLines(undefined)).toEqual([]);
  });
});

describe("accountsFinding(name, accounts)", () => {
  it("counts the open accounts, and has words for one and none", () => {
    const all = accountsOf(home());
    expect(accountsFinding("Ada", all)).toBe(
      "Ada has 3 open accounts, the first since 1 January 2020",
    );
    expect(accountsFinding("Ada", all.slice(2))).toBe(
      "Ada has 1 open account, since 10 February 2026",
    );
    expect(accountsFinding("Ada", [])).toBe("Ada has no open account here");
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
      "money in savings",
      text(["checking", "savings"], [100, 900]),
      "On 31 October 2026 Ada had €1,000.00 in 2 accounts: €100.00 in checking and €900.00 in savings.",
    ],
    [
      "one account",
      text(["checking"], [100]),
      "On 31 October 2026 Ada had €100.00 in 1 account and had no savings account.",
    ],
    [
      "empty savings",
      text(["checking", "savings"], [100, 0]),
      "On 31 October 2026 Ada had €100.00 in 2 accounts: €100.00 in checking and nothing in savings.",
    ],
    [
      "an overdraft beside savings",
      text(["checking", "savings"], [-200, 900]),
      "On 31 October 2026 Ada had €700.00 in 2 accounts: an overdraft of €200.00 in checking and €900.00 in savings.",
    ],
    [
      "an overdraft larger than the savings",
      text(["checking", "savings"], [-900, 200]),
      "On 31 October 2026 Ada was €700.00 overdrawn in 2 accounts: an overdraft of €900.00 in checking and €200.00 in savings.",
    ],
    [
      "an overdraft alone",
      text(["checking"], [-50]),
      "On 31 October 2026 Ada was €50.00 overdrawn in 1 account and had no savings account.",
    ],
    [
      "all kinds, each of which it names",
      text(["checking", "savings", "brokerage"], [-1824.15, 2690.17, 281.03]),
      "On 31 October 2026 Ada had €1,147.05 in 3 accounts: an overdraft of €1,824.15 in checking, €2,690.17 in savings and €281.03 in brokerage cash.",
    ],
    [
      "savings alone",
      text(["savings"], [900]),
      "On 31 October 2026 Ada had €900.00 in 1 account: €900.00 in savings.",
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
      "Ada has €50 more than in January 2026; lowest in February 2026",
    ],
    ["a rise from the lowest", months(50, 100, 150), "Ada has €100 more than in January 2026"],
    ["a fall", months(100, 50), "Ada has €50 less than in January 2026, the least of all months"],
    [
      "no change",
      months(100, 50, 100),
      "Ada has as much as in January 2026; lowest in February 2026",
    ],
    [
      "months below zero",
      months(100, -50, 150),
      "Ada has €50 more than in January 2026; 1 month ended below zero",
    ],
    ["one month", months(100), "Ada ended the month with €100"],
    ["none", [], "Ada has no month to show here"],
  ])("has words for %s", (_, rows, words) => expect(balanceFinding("Ada", rows)).toBe(words));
});
