import {readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {projectRoot} from "../../loaders/environment.js";
import {readRows} from "../../loaders/rows.js";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import {feeMonths, type VolumeRow} from "../../src/bank/investments/volume.js";
import {type IndicatorName, indicators} from "../../src/index/indicators.js";
import {type BalanceRow, type IndicatorMonth, kindBalances} from "../../src/index/months.js";
import {rankFindings} from "../../src/index/ranking.js";
import {type PnlMonth, pnlPoints, pnlResults} from "../../src/lib/companies/profitAndLoss.js";
import {parseEur} from "../../src/lib/money.js";
import {bank} from "../support/bank.js";
import {dataset} from "../support/dataset.js";
import {middle, type Statement, statementOf, sumBy} from "../support/statement.js";
import {tinySnapshot} from "../support/tinySnapshot.js";

const folder = bank({individuals: 200, companies: 20, months: 7, seed: 5});
const euros = (cents: number) => cents / 100;

let snapshot: SnapshotReader;
let statement: Statement;
let rows: IndicatorMonth[];

let mainCustomers: ReadonlySet<string>;

beforeAll(async () => {
  snapshot = await tinySnapshot(folder);
  statement = statementOf(folder);
  const relations = await snapshot.connection.run(
    "select user_id from bank.person_relations where relation = 'main'",
  );
  mainCustomers = new Set((await readRows(relations)).map(({user_id}) => String(user_id)));
  const parts = await Promise.all(
    ["people", "companies", "bank"].map((name) =>
      dataset<IndicatorMonth>(snapshot, `indicators-${name}.csv`),
    ),
  );
  rows = parts.flat();
});
afterAll(() => snapshot.close());

/** The value that the page works with, of one month. */
const stated = (indicator: keyof typeof indicators, month: string) =>
  rows.find((row) => row.indicator === indicator && String(row.month) === month)?.value;

/** Expects the same of every month, worked out from the legs of that month. */
function expectEachMonth(
  indicator: keyof typeof indicators,
  compute: (legs: Statement["legs"], month: string) => number,
  tolerance = 1e-6,
): void {
  for (const month of statement.months) {
    const legs = statement.legs.filter((leg) => leg.month === month);
    const difference = Math.abs((stated(indicator, month) ?? Number.NaN) - compute(legs, month));
    expect(difference, `${indicator} in ${month}`).toBeLessThan(tolerance);
  }
}

const isPerson = (owner: string) => owner.startsWith("ind-");
const isPaid = (leg: Statement["legs"][number]) => leg.otherOwner !== leg.owner;

/** Euros by main customer of one or more groups, positive where money came in. */
const byPerson = (legs: Statement["legs"], ...groups: string[]) =>
  sumBy(
    legs.filter((leg) => mainCustomers.has(leg.owner) && groups.includes(leg.group)),
    (leg) => leg.owner,
    (leg) => leg.cents,
  );

const positive = (sums: Map<string, number>) => [...sums.values()].filter((cents) => cents > 0);

/** Money out of some groups of all who have an income, 0 for who spends nothing. */
const spent = (legs: Statement["legs"], group: string) => {
  const sums = byPerson(legs, group);
  const earners = [...byPerson(legs, "income")].filter(([, cents]) => cents > 0);
  return earners.map(([owner]) => -(sums.get(owner) ?? 0));
};

describe("the indicators of the first page, worked out again from the CSV files", () => {
  it("has each indicator that has words, in every month", () => {
    const counts = Object.keys(indicators).map(
      (name) => rows.filter((row) => row.indicator === name).length,
    );
    expect(counts.every((count) => count > 0 && count <= 7)).toBe(true);
  });

  it("medians of main customers with an income", () => {
    expect(mainCustomers.size).toBeGreaterThan(20);
    expectEachMonth(
      "median-income",
      (legs) => euros(middle(positive(byPerson(legs, "income")))),
      0.0051,
    );
    expectEachMonth("median-fixed", (legs) => euros(middle(spent(legs, "fixed"))), 0.0051);
    expectEachMonth(
      "median-discretionary",
      (legs) => euros(middle(spent(legs, "discretionary"))),
      0.0051,
    );
  });

  it("what is moved to savings, without what is emptied to leave", () => {
    const closed = new Map(
      statement.rows("accounts").map((row) => [row.account_id, row.closed_on]),
    );
    expectEachMonth(
      "median-saving",
      (legs) => {
        const saved = sumBy(
          legs.filter(
            (leg) =>
              leg.category === "saving" &&
              leg.accountKind === "savings" &&
              !(leg.cents < 0 && closed.get(leg.account) === leg.day),
          ),
          (leg) => leg.owner,
          (leg) => leg.cents,
        );
        const earners = [...byPerson(legs, "income")].filter(([, cents]) => cents > 0);
        return euros(middle(earners.map(([owner]) => saved.get(owner) ?? 0)));
      },
      0.0051,
    );
  });

  it("the balances of each kind of account at the end of the month", () => {
    const opened = statement.rows("accounts");
    const balanceOf = (month: string, kind: string) => {
      const isOpen = (row: (typeof opened)[number]) =>
        kind === row.kind && `${row.opened_on!.slice(0, 7)}-01` <= month;
      const own = new Set(opened.filter(isOpen).map((row) => row.account_id));
      const opening = opened
        .filter(isOpen)
        .reduce((sum, row) => sum + parseEur(row.opening_balance_eur!), 0);
      const moved = statement.legs
        .filter((leg) => leg.month <= month && own.has(leg.account))
        .reduce((sum, leg) => sum + leg.cents, 0);
      return euros(opening + moved);
    };
    for (const kind of ["checking", "savings", "brokerage"] as const)
      expectEachMonth(`${kind}-balances`, (_, month) => balanceOf(month, kind));
  });

  it("revenue, payroll and headcount of companies", () => {
    const companyLegs = (legs: Statement["legs"]) =>
      legs.filter((leg) => !isPerson(leg.owner) && isPaid(leg));
    const total = (legs: Statement["legs"], group: string) =>
      companyLegs(legs)
        .filter((leg) => leg.group === group)
        .reduce((sum, leg) => sum + leg.cents, 0);
    expectEachMonth("revenue", (legs) => euros(total(legs, "revenue")));
    expectEachMonth("payroll", (legs) => -euros(total(legs, "payroll")));
    expectEachMonth(
      "headcount",
      (legs) =>
        new Set(
          companyLegs(legs)
            .filter((leg) => leg.category === "payroll")
            .map((leg) => `${leg.owner} ${leg.otherAccount}`),
        ).size,
    );
  });

  it("commissions on trades, with 0 for a month without", () => {
    expectEachMonth("trading-fees", (_, month) =>
      euros(
        statement
          .rows("trades")
          .filter((row) => row.executed_at!.slice(0, 7) === month.slice(0, 7))
          .reduce((sum, row) => sum + parseEur(row.fee_eur!), 0),
      ),
    );
  });
});

describe("the customers of the first page", () => {
  it("are those with an open account at the end of the month, not all who had one in it", async () => {
    const accounts = statement.rows("accounts");
    for (const flow of await dataset(snapshot, "bank-flows.csv")) {
      const [year, month] = String(flow.month).split("-").map(Number);
      const end = new Date(Date.UTC(year!, month!, 0)).toISOString().slice(0, 10);
      const open = accounts.filter(
        (row) => row.opened_on! <= end && (!row.closed_on || row.closed_on > end),
      );
      expect(flow.customer_count, end).toBe(new Set(open.map((row) => row.user_id)).size);
    }
    expect(accounts.some((row) => row.closed_on)).toBe(true);
  });
});

/** A dataset with its months as a page has them. */
const typed = async <T>(name: string): Promise<T[]> =>
  (await dataset(snapshot, `${name}.csv`)).map((row) => ({
    ...row,
    month: new Date(String(row.month)),
  })) as T[];

/** What the figure that an indicator leads to draws of its series, from the rows of the figure's own dataset. */
const drawn: Record<string, (name: IndicatorName) => Promise<number[]>> = {
  "budget-cards": async (name) =>
    (await dataset(snapshot, "budget-months.csv"))
      .filter((row) => row.part === name.replace("median-", ""))
      .map((row) => Number(row.median_eur)),
  "savings-rates": async () =>
    (await dataset(snapshot, "savings-months.csv")).map((row) => Number(row.median_share)),
  "pnl-months": async (name) => {
    const months = await typed<PnlMonth>("pnl-months");
    if (name === "result") return pnlResults(months).map((row) => row.result_eur);
    const part = name === "running-costs" ? "operating" : name;
    return pnlPoints(months)
      .filter((row) => row.part === part)
      .map(({amount_eur}) => Math.abs(amount_eur));
  },
  "payroll-cards": async () =>
    (await dataset(snapshot, "payroll-months.csv")).map((row) => Number(row.employee_count)),
  "bank-balances": async (name) =>
    kindBalances(await typed<BalanceRow>("bank-balances"))
      .filter((row) => `${row.account_kind}-balances` === name)
      .map((row) => row.balance_eur),
  "investment-cards": async () =>
    feeMonths(await typed<VolumeRow>("investment-volume")).map((row) => row.fee_eur),
};

/** The calls that draw cards, by their anchor: cards have no fence of a figure. */
const cardCalls: Readonly<Record<string, string>> = {
  "budget-cards": "budgetCards(budget)",
  "investment-cards": "investmentCards(months, volume)",
  "payroll-cards": "payrollCards(months)",
};

describe("each finding leads to a figure that draws the same series", () => {
  it.each(Object.keys(indicators) as IndicatorName[])("%s", async (name) => {
    const {page, figure} = indicators[name];
    const text = readFileSync(join(projectRoot, `src/${page || "index"}.md`), "utf8");
    const drawing = cardCalls[figure] ?? `\`\`\`js figure=${figure}`;
    expect(text.split(/ room=\w+\n|\n/)).toContain(drawing);
    const own = rows.filter((row) => row.indicator === name).map(({value}) => value);
    const shown = await drawn[figure]!(name);
    expect(own.length).toBeGreaterThan(2);
    for (const back of [1, 2]) expect(own.at(-back)).toBeCloseTo(shown.at(-back)!, 6);
  });
});

it("the first page has findings to choose from, each with a sentence of its own", () => {
  const texts = rankFindings(rows).map(({text}) => text);
  expect(texts.length).toBeGreaterThanOrEqual(10);
  expect(new Set(texts).size).toBe(texts.length);
  for (const text of texts) expect(text).toMatch(/^[A-Z].* in November 2025.*\.$/);
});
