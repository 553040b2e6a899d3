import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {projectRoot} from "../../loaders/environment.js";
import {type Row, readRows} from "../../loaders/rows.js";
import type {SnapshotReader} from "../../loaders/snapshotReader.js";
import {readSql} from "../../loaders/sqlText.js";
import {type IndicatorMonth, rankFindings} from "../../src/lib/findings.js";
import {indicators} from "../../src/lib/indicators.js";
import {parseEur} from "../../src/lib/money.js";
import {bank} from "../support/bank.js";
import {middle, type Statement, statementOf, sumBy} from "../support/statement.js";
import {tinySnapshot} from "../support/tinySnapshot.js";

const folder = bank({individuals: 200, companies: 20, months: 7, seed: 5});
const euros = (cents: number) => cents / 100;

let snapshot: SnapshotReader;
let statement: Statement;
let rows: IndicatorMonth[];

const dataset = async (name: string): Promise<Row[]> =>
  readRows(
    await snapshot.connection.run(readSql(join(projectRoot, `src/data/${name}.csv.sql`)).sql),
  );

beforeAll(async () => {
  snapshot = await tinySnapshot(folder);
  statement = statementOf(folder);
  const parts = await Promise.all(
    ["people", "companies", "bank"].map((name) => dataset(`indicators-${name}`)),
  );
  rows = parts.flat() as unknown as IndicatorMonth[];
});
afterAll(() => snapshot.close());

/** The value that the page works with, of one month. */
const stated = (indicator: keyof typeof indicators, month: string) =>
  rows.find((row) => row.indicator === indicator && String(row.month) === month)?.value;

/** Expects the same of every month, worked out from the legs of that month. */
function expectEachMonth(
  indicator: keyof typeof indicators,
  compute: (legs: Statement["legs"], month: string) => number,
): void {
  for (const month of statement.months) {
    const legs = statement.legs.filter((leg) => leg.month === month);
    expect(stated(indicator, month), `${indicator} in ${month}`).toBeCloseTo(
      compute(legs, month),
      6,
    );
  }
}

const isPerson = (owner: string) => owner.startsWith("ind-");
const isPaid = (leg: Statement["legs"][number]) => leg.otherOwner !== leg.owner;

/** Euros by person of one or more groups, positive where money came in. */
const byPerson = (legs: Statement["legs"], ...groups: string[]) =>
  sumBy(
    legs.filter((leg) => isPerson(leg.owner) && groups.includes(leg.group)),
    (leg) => leg.owner,
    (leg) => leg.cents,
  );

const positive = (sums: Map<string, number>) => [...sums.values()].filter((cents) => cents > 0);
const spent = (sums: Map<string, number>) =>
  positive(new Map([...sums].map(([owner, cents]) => [owner, -cents])));

describe("the indicators of the first page, worked out again from the CSV files", () => {
  it("has each indicator that has words, in every month", () => {
    const months = Object.keys(indicators).map(
      (name) => rows.filter((row) => row.indicator === name).length,
    );
    expect(months.every((count) => count > 0 && count <= 7)).toBe(true);
    expect(Object.keys(indicators).length).toBeGreaterThanOrEqual(10);
  });

  it("medians of people with an income", () => {
    expectEachMonth("median-income", (legs) => euros(middle(positive(byPerson(legs, "income")))));
    expectEachMonth("median-fixed", (legs) => euros(middle(spent(byPerson(legs, "fixed")))));
    expectEachMonth("median-discretionary", (legs) =>
      euros(middle(spent(byPerson(legs, "discretionary")))),
    );
  });

  it("the share of income that is saved", () => {
    expectEachMonth("savings-rate", (legs) => {
      const income = byPerson(legs, "income");
      const saved = legs.filter(
        (leg) =>
          leg.category === "saving" &&
          leg.accountKind === "savings" &&
          (income.get(leg.owner) ?? 0) > 0,
      );
      const total = positive(income).reduce((sum, cents) => sum + cents, 0);
      return saved.reduce((sum, leg) => sum + leg.cents, 0) / total;
    });
  });

  it("the rent of the median tenant", () => {
    const tenants = new Set(
      statement
        .rows("individuals")
        .filter((row) => row.tenure === "tenant")
        .map((row) => row.user_id),
    );
    expectEachMonth("rent-share", (legs) => {
      const income = byPerson(legs, "income");
      const rents = sumBy(
        legs.filter((leg) => leg.category === "rent" && tenants.has(leg.owner)),
        (leg) => leg.owner,
        (leg) => -leg.cents,
      );
      const shares = [...rents].flatMap(([owner, rent]) => {
        const earned = income.get(owner) ?? 0;
        return rent > 0 && earned > 0 ? [rent / earned] : [];
      });
      return middle(shares);
    });
  });

  it("balances, and the part of them on savings accounts", () => {
    const opened = statement.rows("accounts");
    const balanceOf = (month: string, kinds: readonly string[]) => {
      const isOpen = (row: (typeof opened)[number]) =>
        kinds.includes(row.kind!) && `${row.opened_on!.slice(0, 7)}-01` <= month;
      const own = new Set(opened.filter(isOpen).map((row) => row.account_id));
      const opening = opened
        .filter(isOpen)
        .reduce((sum, row) => sum + parseEur(row.opening_balance_eur!), 0);
      const moved = statement.legs
        .filter((leg) => leg.month <= month && own.has(leg.account))
        .reduce((sum, leg) => sum + leg.cents, 0);
      return euros(opening + moved);
    };
    expectEachMonth("balances", (_, month) =>
      balanceOf(month, ["checking", "savings", "brokerage"]),
    );
    expectEachMonth("savings-balances", (_, month) => balanceOf(month, ["savings"]));
  });

  it("money in motion, once each, and what crossed the border", () => {
    expectEachMonth("money-in-motion", (legs) =>
      euros(
        legs
          .filter((leg) => isPaid(leg) && (leg.otherOwner === undefined || leg.cents < 0))
          .reduce((sum, leg) => sum + Math.abs(leg.cents), 0),
      ),
    );
    expectEachMonth("border-net", (legs) =>
      euros(
        legs.filter((leg) => leg.otherOwner === undefined).reduce((sum, leg) => sum + leg.cents, 0),
      ),
    );
    expectEachMonth(
      "card-payments",
      (legs) => legs.filter((leg) => leg.channel === "card" && leg.cents < 0 && isPaid(leg)).length,
    );
  });

  it("revenue, headcount and payroll of companies", () => {
    const companyLegs = (legs: Statement["legs"]) =>
      legs.filter((leg) => !isPerson(leg.owner) && isPaid(leg));
    const total = (legs: Statement["legs"], group: string) =>
      companyLegs(legs)
        .filter((leg) => leg.group === group)
        .reduce((sum, leg) => sum + leg.cents, 0);
    expectEachMonth("revenue", (legs) => euros(total(legs, "revenue")));
    expectEachMonth("payroll-share", (legs) => -total(legs, "payroll") / total(legs, "revenue"));
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

  it("the volume of trades, with 0 for a month without", () => {
    expectEachMonth("trading-volume", (_, month) =>
      euros(
        statement
          .rows("trades")
          .filter((row) => row.executed_at!.slice(0, 7) === month.slice(0, 7))
          .reduce((sum, row) => sum + parseEur(row.gross_eur!), 0),
      ),
    );
  });
});

it("the first page has findings to choose from, each with a sentence of its own", () => {
  const texts = rankFindings(rows).map(({text}) => text);
  expect(texts.length).toBeGreaterThanOrEqual(10);
  expect(new Set(texts).size).toBe(texts.length);
  for (const text of texts) expect(text).toMatch(/^[A-Z].* in November 2025.*\.$/);
});
