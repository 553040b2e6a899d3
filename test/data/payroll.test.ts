import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import {bank} from "../support/bank.js";
import {dataset} from "../support/dataset.js";
import {type Leg, middle, type Statement, statementOf, sumBy} from "../support/statement.js";
import {tinySnapshot} from "../support/tinySnapshot.js";

let snapshot: SnapshotReader;
let ledger: Statement;
let pay: readonly Leg[];

beforeAll(async () => {
  const folder = bank();
  snapshot = await tinySnapshot(folder);
  ledger = statementOf(folder);
  pay = ledger.legs.filter((leg) => leg.category === "payroll");
});
afterAll(() => snapshot.close());

const sum = (legs: readonly Leg[]) => legs.reduce((cents, leg) => cents + leg.cents, 0);
const months = () => ledger.months;
const monthsOf = (legs: readonly Leg[], key: (leg: Leg) => string) => {
  const found = new Map<string, string[]>();
  for (const leg of legs) found.set(key(leg), [...(found.get(key(leg)) ?? []), leg.month].sort());
  return found;
};

describe("payroll, worked out again from the default bank's CSV files", () => {
  it("payroll-runs: what companies paid is what employees received, difference 0", async () => {
    const rows = await dataset(snapshot, "payroll-runs.csv");
    const salaries = ledger.legs.filter(
      (leg) => leg.category === "salary" && leg.otherOwner !== undefined,
    );
    for (const row of rows) {
      const own = pay.filter((leg) => leg.month === row.month);
      const received = salaries.filter((leg) => leg.month === row.month);
      expect(row).toMatchObject({
        run_count: new Set(own.map((leg) => leg.owner)).size,
        payment_count: own.length,
        paid_eur: -sum(own) / 100,
        received_eur: sum(received) / 100,
        difference_eur: 0,
        untied_run_count: 0,
        unpaid_salary_count: 0,
      });
    }
    expect(rows).toHaveLength(months().length);
  });

  it("payroll-months: people, pay and contributions, to the cent", async () => {
    const rows = await dataset(snapshot, "payroll-months.csv");
    for (const row of rows) {
      const own = pay.filter((leg) => leg.month === row.month);
      const contributions = ledger.legs.filter(
        (leg) => leg.category === "social_contributions" && leg.month === row.month,
      );
      expect(row).toMatchObject({
        employee_count: new Set(own.map((leg) => `${leg.owner} ${leg.otherOwner}`)).size,
        company_count: new Set(own.map((leg) => leg.owner)).size,
        paid_eur: -sum(own) / 100,
        contributions_eur: -sum(contributions) / 100,
      });
    }
  });

  it("payroll-months and company-payroll: joiners and leavers, with missed runs not among them", async () => {
    const rows = await dataset(snapshot, "payroll-months.csv");
    const spells = monthsOf(pay, (leg) => `${leg.owner} ${leg.otherOwner}`);
    const runs = monthsOf(pay, (leg) => leg.owner);
    const [joined, left] = [new Map<string, number>(), new Map<string, number>()];
    const add = (counts: Map<string, number>, key: string) =>
      counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const [key, paid] of spells) {
      const company = key.split(" ")[0]!;
      const companyRuns = runs.get(company)!;
      if (paid[0]! > companyRuns[0]!) add(joined, `${company} ${paid[0]}`);
      if (paid.at(-1)! < companyRuns.at(-1)!)
        add(left, `${company} ${months()[months().indexOf(paid.at(-1)!) + 1]}`);
    }
    const inMonth = (counts: Map<string, number>, month: unknown) =>
      [...counts].reduce((all, [key, count]) => all + (key.endsWith(String(month)) ? count : 0), 0);
    for (const {month, joiner_count, leaver_count} of rows) {
      expect([joiner_count, leaver_count]).toEqual([inMonth(joined, month), inMonth(left, month)]);
    }
    expect([...joined.values()].length).toBeGreaterThan(10);

    const companies = (await dataset(snapshot, "company-payroll.keyed")) as unknown as {
      key: string;
      joiner_count: number[];
      leaver_count: number[];
    }[];
    for (const {key, joiner_count, leaver_count} of companies) {
      const of = (counts: Map<string, number>) =>
        months().map((month) => counts.get(`${key} ${month}`) ?? 0);
      expect([joiner_count, leaver_count]).toEqual([of(joined), of(left)]);
    }
  });

  it("payroll-months: who is paid more than the last time by the same company", async () => {
    const rows = await dataset(snapshot, "payroll-months.csv");
    const paid = sumBy(
      pay,
      (leg) => `${leg.owner} ${leg.otherOwner} ${leg.month}`,
      (leg) => -leg.cents,
    );
    const raises = new Map<string, number[]>();
    for (const [key, spell] of monthsOf(pay, (leg) => `${leg.owner} ${leg.otherOwner}`)) {
      spell.forEach((month, at) => {
        const [now, before] = [paid.get(`${key} ${month}`)!, paid.get(`${key} ${spell[at - 1]}`)];
        if (before !== undefined && now > before)
          raises.set(month, [...(raises.get(month) ?? []), now / before - 1]);
      });
    }
    for (const {month, raise_count, median_raise_share} of rows) {
      const own = raises.get(String(month)) ?? [];
      expect(raise_count).toBe(own.length);
      if (own.length > 0) expect(median_raise_share).toBeCloseTo(middle(own), 9);
      else expect(median_raise_share).toBeNull();
    }
    expect(raises.size).toBeGreaterThan(3);
  });

  it("company-payroll: each company's pay and payroll in each month, to the cent", async () => {
    const rows = (await dataset(snapshot, "company-payroll.keyed")) as unknown as {
      key: string;
      paid_eur: number[];
      payroll_eur: number[];
    }[];
    const key = (leg: Leg) => `${leg.owner} ${leg.month}`;
    const paid = sumBy(pay, key, (leg) => -leg.cents);
    const payroll = sumBy(
      ledger.legs.filter((leg) => leg.group === "payroll"),
      key,
      (leg) => -leg.cents,
    );
    expect(rows).toHaveLength(ledger.rows("companies").length);
    for (const row of rows) {
      const of = (sums: Map<string, number>) =>
        months().map((month) => (sums.get(`${row.key} ${month}`) ?? 0) / 100);
      expect([row.paid_eur, row.payroll_eur]).toEqual([of(paid), of(payroll)]);
    }
  });

  it("payroll-industries: cost per head and share of the last twelve months", async () => {
    const rows = await dataset(snapshot, "payroll-industries.csv");
    const industryOf = new Map(
      ledger.rows("companies").map((row) => [row.user_id!, row.industry!]),
    );
    const year = ledger.legs.filter((leg) => months().slice(-12).includes(leg.month));
    for (const {industry, employee_months, payroll_eur, cost_per_head_eur, payroll_share} of rows) {
      const own = year.filter((leg) => industryOf.get(leg.owner) === industry);
      const payments = own.filter((leg) => leg.category === "payroll");
      const heads = new Set(payments.map((leg) => `${leg.owner} ${leg.otherOwner} ${leg.month}`));
      const cost = -sum(own.filter((leg) => leg.group === "payroll"));
      const revenue = sum(own.filter((leg) => leg.group === "revenue"));
      expect([employee_months, payroll_eur]).toEqual([heads.size, cost / 100]);
      expect(Math.abs(Number(cost_per_head_eur) - cost / heads.size / 100)).toBeLessThan(0.0051);
      expect(payroll_share).toBeCloseTo(cost / revenue, 9);
    }
    expect(rows.length).toBeGreaterThan(5);
  });
});
