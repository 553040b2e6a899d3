import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import {
  type CashPath,
  type CategoryPath,
  cashTie,
  monthAmounts,
} from "../../src/lib/companies/companyMonths.js";
import {amountOf, statement} from "../../src/lib/companies/statement.js";
import {parseEur} from "../../src/lib/money.js";
import {bank} from "../support/bank.js";
import {dataset, type Keyed} from "../support/dataset.js";
import {type Leg, type Statement, statementOf, sumBy} from "../support/statement.js";
import {tinySnapshot} from "../support/tinySnapshot.js";

const cents = (leg: Leg) => leg.cents;
const dayNumber = (day: string) => Date.parse(day) / 86_400_000;
const isCosted = (leg: Leg) => leg.group !== "financing";

describe("profit and loss, worked out again from the default bank's CSV files", () => {
  let snapshot: SnapshotReader;
  let ledger: Statement;
  let legs: readonly Leg[];

  beforeAll(async () => {
    const folder = bank();
    snapshot = await tinySnapshot(folder);
    ledger = statementOf(folder);
    legs = ledger.legs.filter(
      (leg) => leg.owner.startsWith("com-") && leg.otherOwner !== leg.owner,
    );
  });
  afterAll(() => snapshot.close());

  it("pnl-months: each category in each month, to the cent", async () => {
    const rows = await dataset(snapshot, "pnl-months.csv");
    const sums = sumBy(legs, (leg) => `${leg.month} ${leg.category}`, cents);
    expect(new Set(rows.map((row) => row.month)).size).toBe(ledger.months.length);
    for (const {month, category, amount_eur} of rows) {
      expect(amount_eur).toBe((sums.get(`${month} ${category}`) ?? 0) / 100);
      sums.delete(`${month} ${category}`);
    }
    expect([...sums]).toEqual([]);
  });

  it("pnl-months: the statement ends with the change of all companies' balances", async () => {
    const rows = (await dataset(snapshot, "pnl-months.csv")) as unknown as {
      category: string;
      amount_eur: number;
    }[];
    const owners = new Set(ledger.rows("companies").map((row) => row.user_id));
    const all = ledger.legs.filter((leg) => owners.has(leg.owner));
    const change = all.reduce((sum, leg) => sum + leg.cents, 0);
    expect(amountOf(statement(rows), "cash_change")).toBe(change / 100);
  });

  it("company-pnl and company-cash: every company's statement ties to its accounts, difference 0", async () => {
    const paths = (await dataset<CategoryPath & Keyed>(snapshot, "company-pnl.keyed")).filter(
      ({key}) => key.startsWith("com-"),
    );
    const cash = await dataset<CashPath & Keyed>(snapshot, "company-cash.keyed");
    expect(cash).toHaveLength(ledger.rows("companies").length);
    const sums = sumBy(legs, (leg) => `${leg.owner} ${leg.category} ${leg.month}`, cents);
    for (const {key, category, amount_eur} of paths) {
      const expected = ledger.months.map(
        (month) => (sums.get(`${key} ${category} ${month}`) ?? 0) / 100,
      );
      expect(amount_eur).toEqual(expected);
    }
    const opening = sumBy(
      ledger.rows("accounts"),
      (row) => row.user_id!,
      (row) => Math.round(Number(row.opening_balance_eur) * 100),
    );
    for (const row of cash) {
      const own = paths.filter(({key}) => key === row.key);
      for (const monthCount of [1, 12, ledger.months.length]) {
        const months = monthAmounts(
          own.map((path) => ({...path, amount_eur: path.amount_eur.slice(-monthCount)})),
        );
        const changeEur = amountOf(statement(months), "cash_change");
        expect(cashTie(row, {monthCount, changeEur})?.differenceEur).toBe(0);
      }
      expect(row.opening_eur).toBe(opening.get(row.key)! / 100);
    }
  });

  it("pnl-margins: revenue and result of the last twelve months", async () => {
    const rows = await dataset(snapshot, "pnl-margins.csv");
    const year = legs.filter((leg) => ledger.months.slice(-12).includes(leg.month));
    const revenue = sumBy(
      year.filter((leg) => leg.group === "revenue"),
      (leg) => leg.owner,
      cents,
    );
    const result = sumBy(year.filter(isCosted), (leg) => leg.owner, cents);
    for (const {user_id, revenue_eur, result_eur, margin_share} of rows) {
      const [came, kept] = [revenue.get(String(user_id)) ?? 0, result.get(String(user_id)) ?? 0];
      expect([revenue_eur, result_eur]).toEqual([came / 100, kept / 100]);
      if (came > 0) expect(margin_share).toBeCloseTo(kept / came, 9);
    }
    expect(rows).toHaveLength(ledger.rows("companies").length);
  });
});

describe("invoices and their customers, worked out again from the CSV files of a small bank", () => {
  let snapshot: SnapshotReader;
  let ledger: Statement;
  let transactions: ReadonlyMap<string, Readonly<Record<string, string>>>;

  beforeAll(async () => {
    const folder = bank({individuals: 250, companies: 10, months: 14, seed: 6});
    snapshot = await tinySnapshot(folder);
    ledger = statementOf(folder);
    transactions = new Map(ledger.rows("transactions").map((row) => [row.transaction_id!, row]));
  });
  afterAll(() => snapshot.close());

  it("pnl-waits: the delays and the median wait of each company, its industry and the bank", async () => {
    const rows = await dataset(snapshot, "pnl-waits.keyed");
    const first = ledger.rows("calendar")[0]!.day!;
    const last = dayNumber(ledger.rows("calendar").at(-1)!.day!) - 120;
    const industries = new Map(ledger.rows("companies").map((row) => [row.user_id, row.industry]));
    const waits = ledger
      .rows("invoices")
      .filter((row) => row.credited_id === "")
      .filter((row) => row.issued_on! >= first && dayNumber(row.issued_on!) <= last)
      .map((row) => {
        const paid = transactions.get(row.transaction_id!)?.booked_on;
        const days = (from: string) =>
          paid === undefined ? Infinity : dayNumber(paid) - dayNumber(from);
        const term = dayNumber(row.due_on!) - dayNumber(row.issued_on!);
        const late = days(row.due_on!);
        const amount = parseEur(row.amount_eur!);
        return {company: row.company_id!, late, wait: days(row.issued_on!), term, amount};
      });
    const companies = new Set(waits.map(({company}) => company));
    const groups = new Set([...companies].map((company) => industries.get(company)));
    expect(rows).toHaveLength(companies.size + groups.size + 1);
    const lower = (values: number[]) =>
      values.sort((a, b) => a - b)[Math.ceil(values.length / 2) - 1]!;
    for (const row of rows) {
      const own = waits.filter(({company}) =>
        ["bank", company, industries.get(company)].includes(String(row.key)),
      );
      const within = (from: number, to: number) =>
        own.filter(({late}) => late >= from && late <= to).length;
      expect([
        [row.on_time_count, row.week_count, row.fortnight_count],
        [row.month_count, row.later_count, row.open_count],
      ]).toEqual([
        [within(-Infinity, 0), within(1, 7), within(8, 14)],
        [within(15, 30), within(31, Number.MAX_VALUE), within(Infinity, Infinity)],
      ]);
      const open = own.filter(({late}) => late === Infinity);
      const late = own.filter(({late}) => late > 0 && late <= 7);
      const eur = (rows: typeof own) => rows.reduce((sum, {amount}) => sum + amount, 0) / 100;
      expect([row.open_eur, row.week_eur]).toEqual([eur(open), eur(late)]);
      const unpaid = own.filter(({late}) => late > 0).length;
      expect(row.late_share).toBeCloseTo(unpaid / own.length, 12);
      const median = lower(own.map(({wait}) => wait));
      expect(row.median_days).toBe(Number.isFinite(median) ? median : null);
      expect(row.median_term_days).toBe(lower(own.map(({term}) => term)));
    }
  });

  it("pnl-customers: the share of each company's largest customers", async () => {
    const rows = await dataset(snapshot, "pnl-customers.keyed");
    const paid = ledger.rows("invoices").flatMap((invoice) => {
      const receipt = transactions.get(invoice.transaction_id!);
      if (!receipt || !ledger.months.slice(-12).includes(`${receipt.booked_on!.slice(0, 7)}-01`))
        return [];
      const customer = invoice.customer_id || invoice.counterparty_id!;
      return [{company: invoice.company_id!, customer, cents: Number(receipt.amount_eur) * 100}];
    });
    const bank = rows.find(({key}) => key === "bank")!;
    const companies = rows.filter(({key}) => key !== "bank");
    expect(companies).toHaveLength(new Set(paid.map(({company}) => company)).size);
    const shares = companies.map(({top_share}) => Number(top_share));
    expect(bank).toMatchObject({
      company_count: companies.length,
      concentrated_count: shares.filter((share) => share >= 0.1).length,
      top_share: Math.max(...shares),
    });
    for (const {key, customer_count, top_share, top_five_share} of companies) {
      const own = paid.filter(({company}) => company === key);
      const sums = [
        ...sumBy(
          own,
          (row) => row.customer,
          (row) => row.cents,
        ).values(),
      ].sort((a, b) => b - a);
      const all = sums.reduce((total, sum) => total + sum, 0);
      expect(customer_count).toBe(sums.length);
      expect(top_share).toBeCloseTo(sums[0]! / all, 9);
      const five = sums.slice(0, 5).reduce((total, sum) => total + sum, 0);
      expect(top_five_share).toBeCloseTo(five / all, 9);
    }
  });
});
