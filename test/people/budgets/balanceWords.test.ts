import {describe, expect, it} from "vitest";
import type {BalanceAccuracy} from "../../../src/lib/balances/backtest.js";
import {
  type CycleStanding,
  cycleDays,
  cycleStandings,
  lowPoints,
  paydaysIn,
} from "../../../src/lib/balances/cycles.js";
import {balancePeople, type KnownAccount, maybeAccount} from "../../../src/lib/balances/rows.js";
import {dayOf, formatDay} from "../../../src/lib/day.js";
import type {ContractRow} from "../../../src/lib/recurring/rows.js";
import {stream} from "../../../src/lib/stream.js";
import {
  accuracyFinding,
  aheadFinding,
  balanceDays,
  cyclesFinding,
  lowestText,
  othersText,
  standingsFinding,
} from "../../../src/people/budgets/balanceWords.js";

const lastDay = dayOf(2026, 10, 31);
const dateOf = (month: number, day: number) => new Date(Date.UTC(2026, month - 1, day));

const income: ContractRow = {
  party: "Employer",
  category: "salary",
  every_months: 1,
  due: {dayOfMonth: 25, roll: "none"},
  amount_eur: 2000,
  last_on: dateOf(10, 25),
  next_on: dateOf(11, 25),
  since: dateOf(1, 25),
  seen_count: 10,
  recent_eur: [],
  rises: [],
  extras: [],
  levels_eur: [],
};

/** 100 days; from each payday, the 25th, the balance falls by a euro a day from 20. */
const balances = Array.from({length: 100}, (_, at) => {
  const day = lastDay - 99 + at;
  const paid = [7, 8, 9, 10].map((month) => dayOf(2026, month, 25)).findLast((on) => on <= day);
  return 20 - (day - (paid ?? day));
});
const account: KnownAccount = {
  userId: "ind-1",
  lastDay,
  balance: balances.at(-1)!,
  limit: 50,
  other: [],
  resets: [],
  balances,
};

describe("cycleDays(account, contracts)", () => {
  it("goes from payday to the day before the next, whole cycles only", () => {
    expect(paydaysIn([income], dayOf(2026, 8, 25), lastDay).map(formatDay)).toEqual([
      "2026-09-25",
      "2026-10-25",
    ]);
    const lows = lowPoints(cycleDays(account, [income]));
    expect(
      lows.map(({days_since_payday, balance_eur}) => [days_since_payday, balance_eur]),
    ).toEqual([
      [30, -10],
      [30, -10],
      [29, -9],
    ]);
    expect(cyclesFinding("Ada", cycleDays(account, [income]), 50)).toBe(
      "At its lowest, 30 days after payday, Ada’s account held −\u2060€10, €40 above the overdraft limit",
    );
    const rich = {...account, balances: account.balances.map((eur) => eur + 1000)};
    expect(cyclesFinding("Ada", cycleDays(rich, [income]), 50)).toMatch(
      /held €990, never below zero$/,
    );
  });

  it("takes the largest income that still runs, and has words for none", () => {
    const small = {...income, amount_eur: 10, due: {dayOfMonth: 1, roll: "none"} as const};
    const ended = {...income, amount_eur: 9000, next_on: null};
    expect(cycleDays(account, [small, income, ended])).toEqual(cycleDays(account, [income]));
    expect(cycleDays(account, [ended])).toEqual([]);
    expect(cyclesFinding("Ada", [], 50)).toBe("Ada has no whole pay cycle to show");
  });
});

describe("standingsFinding(rows)", () => {
  const people = 200;
  const rows = (...shares: number[]): CycleStanding[] =>
    shares.map((below_zero_share, days_since_payday) => ({
      below_zero_share,
      days_since_payday,
      median_eur: 1,
      low_share: 0,
      cycle_count: 3 * people,
      person_count: people,
    }));

  it("names the best and the worst day", () => {
    expect(standingsFinding(rows(0.1, 0.2, 0.4))).toBe(
      "10% of main customers are below zero on payday; 2 days after it, 40% are",
    );
    expect(standingsFinding(rows(0.2))).toBe("20% of main customers are below zero on payday");
    expect(standingsFinding(rows(0, 0))).toMatch(/^Nobody is below zero/);
    expect(standingsFinding([])).toBe("No whole pay cycle to show yet");
    const nobody = {last_day: "2026-10-31", people: {}};
    expect(cycleStandings(nobody, {...nobody, parties: [], categories: []}, new Set())).toEqual([]);
  });

  it("says that days differ within chance where nothing differs but noise", () => {
    const draw = stream(3, "pay cycle");
    const share = () =>
      Array.from({length: people}, () => Number(draw() < 0.2)).reduce((a, b) => a + b) / people;
    for (let bank = 0; bank < 10; bank++)
      expect(standingsFinding(rows(...Array.from({length: 28}, share)))).toMatch(
        /^How many are below zero differs only within chance over the pay cycle: \d+% to \d+%$/,
      );
  });
});

describe("aheadFinding(name, account, futures)", () => {
  const futures = (ends: number[], refused = 0) => ({
    paths: ends.map((end) => Float64Array.of(5, end)),
    isRefused: ends.map((_, at) => at < refused),
  });
  const finding = (ends: number[], refused?: number, balance = 10) =>
    aheadFinding("Ada", {...account, balance}, futures(ends, refused));

  it("counts the futures that fall below zero and those in which a payment is refused", () => {
    expect(finding([-1, 2, 3, 4])).toBe(
      "Within 2 days 25% of Ada’s futures fall below zero, and in none is a payment refused",
    );
    expect(finding([-1, -2], 1)).toBe(
      "Within 2 days all of Ada’s futures fall below zero, and in 50% a payment is refused for lack of funds",
    );
    expect(finding([1, 2])).toBe("Ada stays above zero for 2 days in every future");
    expect(finding([-1, 2], 0, -5)).toBe(
      "Ada is below zero, and in the median future still is on 1 of the next 2 days; in none is a payment refused",
    );
  });

  it("does not take the end of the futures, which may be a payday, for a way out of the red", () => {
    const path = (...eur: number[]) => Float64Array.from(eur);
    const said = (paths: Float64Array[], isRefused = paths.map(() => false)) =>
      aheadFinding("Ada", {...account, balance: -5}, {paths, isRefused});
    expect(said([path(-9, -9, -9, 4), path(-9, -9, -9, 5)], [true, false])).toBe(
      "Ada is below zero, and in the median future still is on 3 of the next 4 days; in 50% a payment is refused for lack of funds",
    );
    expect(said([path(-9, -9), path(-1, -1)])).toBe(
      "Ada is below zero and stays there for 2 days in every future; in none is a payment refused",
    );
    expect(said([path(1, 1)])).toBe(
      "Ada is below zero; in the median future it is back above zero the next day; in none is a payment refused",
    );
  });

  it("hands the last days and the days ahead to the chart, with bands ahead only", () => {
    const rows = balanceDays(account, futures([-10, 0, 10]));
    expect(rows).toHaveLength(91 + 2);
    expect(rows[90]).toMatchObject({
      day: dateOf(10, 31),
      balance_eur: account.balance,
      low_eur: null,
    });
    expect(rows[92]).toMatchObject({day: dateOf(11, 2), balance_eur: 0, low_eur: -8, high_eur: 8});
    expect(lowestText(rows)).toBe("The median future is lowest on 2 November 2026, at €0.");
    expect(lowestText([])).toBe("");
  });
});

describe("accuracyFinding(rows)", () => {
  const row = (mae_eur: number): BalanceAccuracy => ({
    horizon_days: 60,
    coverage_80_share: 0.78,
    coverage_95_share: 0.9,
    below_80_share: 0.1,
    mae_eur,
    mae_flat_eur: 100,
    mae_month_eur: 80,
    gain_eur: 80 - mae_eur,
    gain_error_eur: 6,
    forecast_count: 90,
  });

  it("compares with the better of the two guesses", () => {
    expect(accuracyFinding([row(60)])).toBe(
      "60 days ahead the band of 80% held 78% of outcomes, and the forecast was 25% closer than the better of two guesses",
    );
    expect(accuracyFinding([row(100)])).toMatch(/25% farther off than the better of two guesses$/);
    expect(accuracyFinding([])).toBe("The data are too short to try the forecast");
  });

  it("says that it is within chance of a guess where the gain is no larger than its error", () => {
    for (const mae of [72, 80, 88])
      expect(accuracyFinding([row(mae)])).toMatch(
        /the forecast was within chance of the better of two guesses$/,
      );
  });
});

describe("othersText(rows)", () => {
  it("tells the coverage of those who are no main customers, if there are any", () => {
    const row = {
      horizon_days: 60,
      coverage_80_share: 0.71,
      coverage_95_share: 0.9,
      below_80_share: 0.1,
      mae_eur: 1,
      mae_flat_eur: 2,
      mae_month_eur: 3,
      gain_eur: 1,
      gain_error_eur: 1,
      forecast_count: 1200,
    };
    expect(othersText([{...row, is_main: true}])).toBe("");
    expect(
      othersText([
        {...row, is_main: true},
        {...row, is_main: false},
      ]),
    ).toBe(
      " For the 1,200 others who could be forecast, whose accounts here move less regularly, the 80% band held 71% at 60 days.",
    );
  });
});

describe("balancePeople(payments)", () => {
  const person = {
    userId: "ind-1",
    openingCents: 10_010,
    limitCents: 0,
    openedOn: 0,
    closedOn: undefined,
    party: Int32Array.of(1, 1, 2),
    day: Int32Array.of(lastDay - 9, lastDay - 9, lastDay),
    cents: Int32Array.of(-30, -31, 1_020),
    category: Int32Array.of(0, 0, 0),
  };

  it("rounds balances, not movements, and gives each day back", () => {
    const data = balancePeople({people: [person], firstDay: lastDay - 19, lastDay});
    const {balances, balance, other} = maybeAccount(data, "ind-1")!;
    expect(balances).toEqual([...Array(10).fill(100), ...Array(9).fill(99), 110]);
    expect([balance, other.length, other.filter((eur) => eur !== 0).length]).toEqual([110, 20, 2]);
  });

  it("leaves closed accounts out", () => {
    const data = balancePeople({
      people: [{...person, closedOn: lastDay - 1}],
      firstDay: 0,
      lastDay,
    });
    expect(maybeAccount(data, "ind-1")).toBeUndefined();
  });
});
