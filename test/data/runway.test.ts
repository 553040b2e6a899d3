import seedrandom from "seedrandom";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import {operatingFlows} from "../../scripts/bench/operatingFlows.js";
import {accuracyRows} from "../../src/companies/runway/accuracy.js";
import {balanceAccuracyRows} from "../../src/companies/runway/balanceAccuracy.js";
import {type Futures, oddsOf, packed, thinned, unpacked} from "../../src/lib/companies/futures.js";
import {outlookRow} from "../../src/lib/companies/outlooks.js";
import {
  aboveFloor,
  monthsOf,
  type Runway,
  type RunwayCompany,
  type RunwayPace,
  ranked,
  seriesOf,
  trailingMonths,
} from "../../src/lib/companies/runways.js";
import {runwayText} from "../../src/lib/companies/runwayWords.js";
import {
  balanceBacktest,
  flowBacktest,
  forecastCompanies,
  judgeBalances,
  judgeFlows,
  pastForecasts,
} from "../../src/lib/forecasting/forecast.js";
import {bank} from "../support/bank.js";
import {dataset} from "../support/dataset.js";
import {type Leg, type Statement, statementOf, sumBy} from "../support/statement.js";
import {tinySnapshot} from "../support/tinySnapshot.js";

// Fifteen months and more, so that the forecast can be judged.
const folder = bank({individuals: 150, companies: 30, months: 16, seed: 9});

let snapshot: SnapshotReader;
let statement: Statement;
/** The legs of companies that are no transfers between accounts of one owner. */
let legs: readonly Leg[];
let companies: readonly RunwayCompany[];
let paces: readonly RunwayPace[];

beforeAll(async () => {
  snapshot = await tinySnapshot(folder);
  statement = statementOf(folder);
  legs = statement.legs.filter(
    (leg) => leg.owner.startsWith("com-") && leg.otherOwner !== leg.owner,
  );
  companies = await dataset<RunwayCompany>(snapshot, "company-months.keyed");
  paces = await dataset<RunwayPace>(snapshot, "company-paces.keyed");
});
afterAll(() => snapshot.close());

const cents = (euros: unknown) => Math.round(100 * Number(euros));
const sum = (of: readonly Leg[]) => of.reduce((total, leg) => total + leg.cents, 0);
const operating = (owner: string, months: readonly string[]) =>
  legs.filter(
    (leg) => leg.owner === owner && leg.category !== "financing" && months.includes(leg.month),
  );
/** The last months of a window in which a company was a customer. */
const lastMonths = (owner: string, window: number) => statement.monthsOf(owner).slice(-window);
/** What a company burned in a window, in cents a month, worked out from its statement. */
const netBurn = (owner: string, window: number) =>
  -sum(operating(owner, lastMonths(owner, window))) / lastMonths(owner, window).length;

describe("the datasets of the runway page, worked out again from the CSV files", () => {
  it("company-months: each month's flows without financing, and the balance, to the cent", () => {
    expect(companies).toHaveLength(30);
    const opening = sumBy(
      statement
        .rows("accounts")
        .map((row) => ({owner: row.user_id!, cents: cents(row.opening_balance_eur)})),
      ({owner}) => owner,
      (account) => account.cents,
    );
    for (const company of companies) {
      let balance = opening.get(company.user_id)!;
      for (const row of monthsOf(company)) {
        const month = row.month.toISOString().slice(0, 10);
        const own = operating(company.user_id, [month]);
        const all = legs.filter((leg) => leg.owner === company.user_id && leg.month === month);
        const financing = all.filter((leg) => leg.category === "financing");
        balance += sum(all);
        expect(
          [row.inflow_eur, row.outflow_eur, row.financing_eur, row.closing_balance_eur].map(cents),
        ).toEqual([
          sum(own.filter((leg) => leg.cents > 0)),
          0 - sum(own.filter((leg) => leg.cents < 0)),
          sum(financing),
          balance,
        ]);
      }
      expect(monthsOf(company)).toHaveLength(statement.monthsOf(company.user_id).length);
    }
  });

  it("company-paces: burn and runway at each pace, as the statements give them", () => {
    expect(paces).toHaveLength(30);
    for (const months of trailingMonths) {
      for (const row of ranked(paces, months)) {
        const window = lastMonths(row.user_id, months);
        const own = operating(row.user_id, window);
        const out = -sum(own.filter((leg) => leg.cents < 0));
        const burn = netBurn(row.user_id, months);
        const cash = cents(
          companies.find((d) => d.user_id === row.user_id)!.closing_balance_eur.at(-1),
        );
        expect(row.month_count).toBe(window.length);
        expect(cents(row.closing_balance_eur)).toBe(cash);
        expect(Math.abs(cents(row.gross_burn_eur) - out / window.length)).toBeLessThan(1);
        expect(Math.abs(cents(row.net_burn_eur) - burn)).toBeLessThan(1);
        if (burn <= 0) expect(row.runway_months).toBeNull();
        else expect(row.runway_months).toBeCloseTo(Math.max(0, cash) / burn, 3);
      }
    }
  });

  it("counts runway in the browser, above a floor, as the measure does, for all companies and paces", () => {
    for (const months of trailingMonths) {
      for (const runway of ranked(paces, months)) {
        const own = aboveFloor(runway, 0);
        expect({...own, runway_months: null}).toEqual({...runway, runway_months: null});
        if (runway.runway_months === null) expect(own.runway_months).toBeNull();
        else
          expect(Math.abs(own.runway_months! - runway.runway_months)).toBeLessThan(
            1e-3 * Math.max(1, runway.runway_months),
          );
      }
    }
  });

  it("company-months: gives the forecast what the benchmark reads from the files", async () => {
    const order = (a: {id: string}, b: {id: string}) => (a.id < b.id ? -1 : 1);
    expect(companies.map(seriesOf).sort(order)).toEqual(
      [...(await operatingFlows(folder))].sort(order),
    );
  });

  it("company-months: a head costs its pay and contributions of three months", () => {
    const company = companies.find(({employee_count}) => (employee_count ?? 0) > 1)!;
    const months = statement.months.slice(-3);
    const own = operating(company.user_id, months);
    const paid = own.filter(
      ({category}) => category === "payroll" || category === "social_contributions",
    );
    const heads = months.reduce((total, month) => {
      const payroll = own.filter((leg) => leg.month === month && leg.category === "payroll");
      return total + new Set(payroll.map(({otherAccount}) => otherAccount)).size;
    }, 0);
    expect(Math.abs(cents(company.head_cost_eur) + sum(paid) / heads)).toBeLessThan(1);
  });

  it("company-lumps: the last year's payroll, rent and taxes, to the cent", async () => {
    const rows = await dataset(snapshot, "company-lumps.keyed");
    const months = statement.months.slice(-12);
    const kinds = ["payroll", "social_contributions", "premises", "vat", "corporate_tax"];
    const own = legs.filter((leg) => kinds.includes(leg.category) && months.includes(leg.month));
    const sums = sumBy(
      own,
      (leg) => `${leg.owner} ${leg.month} ${leg.category}`,
      (leg) => -leg.cents,
    );
    expect(
      new Map(
        rows.map((row) => [
          `${row.key} ${String(row.month).slice(0, 10)} ${row.category}`,
          cents(row.amount_eur),
        ]),
      ),
    ).toEqual(new Map([...sums].filter(([, amount]) => amount > 0)));
    for (const {month, paid_on} of rows)
      expect(String(paid_on).slice(0, 7)).toBe(String(month).slice(0, 7));
  });
});

describe("the findings of the runway page", () => {
  it("counts who burns, and how long their cash lasts, as the statements do", () => {
    const balanceOf = (id: string) =>
      cents(companies.find(({user_id}) => user_id === id)!.closing_balance_eur.at(-1));
    const ids = companies.map(({user_id}) => user_id);
    const burning = ids.filter((id) => netBurn(id, 3) > 0);
    const lasts = (id: string) => Math.max(0, balanceOf(id)) / netBurn(id, 3);
    const text = runwayText(ranked(paces, 3));
    expect(text).toContain(`${burning.length} of 30 companies spent more than they took in`);
    const rows: Runway[] = ranked(paces, 3);
    expect(
      rows
        .filter(({band}) => band === "red")
        .map(({user_id}) => user_id)
        .sort(),
    ).toEqual(burning.filter((id) => lasts(id) < 6).sort());
  });
});

describe("the forecast on the page", () => {
  const forecasts = () => [
    ...forecastCompanies(companies.map(seriesOf), 12, seedrandom("runway forecast"), {paths: 60}),
  ];

  const cash = (id: string) =>
    cents(companies.find(({user_id}) => user_id === id)!.closing_balance_eur.at(-1));
  const share = (id: string, futures: Futures) => {
    return outlookRow(cash(id) / 100, futures).dry_share!;
  };

  it("is as good rounded and thinned as it was: hardly a future changes sides", () => {
    for (const forecast of forecasts()) {
      const whole = thinned(forecast, 60);
      const back = unpacked(packed(whole, oddsOf(forecast, cash(forecast.id))));
      const {odds: _, ...rounded} = back;
      expect(Math.abs(share(forecast.id, rounded) - share(forecast.id, whole))).toBeLessThan(0.034);
      expect(share(forecast.id, back)).toBe(share(forecast.id, whole));
    }
  });

  it("is the same for the same bank", () => {
    const [first, second] = [forecasts(), forecasts()].map((all) =>
      all.map((one) => packed(thinned(one), oddsOf(one, cash(one.id)))),
    );
    expect(first).toEqual(second);
  });

  it("is judged one row a flow and method, and one a horizon and method", () => {
    const past = [
      ...pastForecasts(companies.map(seriesOf), seedrandom("runway backtest"), {paths: 40}),
    ];
    const rows = accuracyRows(flowBacktest(past.map(judgeFlows)));
    expect(rows).toHaveLength(12);
    for (const {method, mase, mase_ratio} of rows) {
      expect(mase).toBeGreaterThan(0);
      expect(mase_ratio === null).toBe(method === "forecast");
    }
    const rivals = seedrandom("rivals");
    const judged = past.flatMap((one) => judgeBalances(one, rivals));
    const balances = balanceAccuracyRows(balanceBacktest(judged));
    expect(balances.map(({months_ahead, origin_months}) => [months_ahead, origin_months])).toEqual([
      ...Array(3).fill([3, [12, 13]]),
      ...Array(3).fill([6, [10]]),
    ]);
  });
});
