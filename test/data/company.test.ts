import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import type {CashDays} from "../../src/lib/companies/companyMonths.js";
import type {CompanyProfile} from "../../src/lib/companies/profile.js";
import {parseEur} from "../../src/lib/money.js";
import {bank} from "../support/bank.js";
import {dataset, type Keyed} from "../support/dataset.js";
import {type Statement, statementOf, sumBy} from "../support/statement.js";
import {tinySnapshot} from "../support/tinySnapshot.js";

const folder = bank({individuals: 250, companies: 10, months: 14, seed: 6});

let snapshot: SnapshotReader;
let ledger: Statement;
let lastDay: string;

beforeAll(async () => {
  snapshot = await tinySnapshot(folder);
  ledger = statementOf(folder);
  lastDay = ledger.rows("calendar").at(-1)!.day!;
});
afterAll(() => snapshot.close());

const dayNumber = (day: string) => Date.parse(day) / 86_400_000;

/** The same day so many months later, or the last one of that month. */
function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
    .toISOString()
    .slice(0, 10);
}

describe("the datasets of a company's cash, worked out again from the CSV files", () => {
  it("company-accounts: opening balance and all legs, to the cent", async () => {
    const rows = await dataset(snapshot, "company-accounts.keyed");
    const sums = sumBy(
      ledger.legs,
      (leg) => leg.account,
      (leg) => leg.cents,
    );
    const expected = ledger
      .rows("accounts")
      .filter((row) => row.user_id!.startsWith("com-"))
      .map(({account_id, user_id, iban, opening_balance_eur}) => {
        const cents = parseEur(opening_balance_eur!) + (sums.get(account_id!) ?? 0);
        return `${user_id} ${iban!.slice(0, 2)}** **** ${iban!.slice(-4)} ${cents / 100}`;
      });
    expect(rows.map(({key, iban, balance_eur}) => `${key} ${iban} ${balance_eur}`).sort()).toEqual(
      expected.sort(),
    );
  });

  it("company-cash: cash at the end of each of the last 184 days, to the euro", async () => {
    const rows = await dataset<CashDays & Keyed>(snapshot, "company-cash.keyed");
    const {key, last_day, day_eur} = rows[3]!;
    const opening = ledger
      .rows("accounts")
      .filter(({user_id}) => user_id === key)
      .reduce((cents, row) => cents + parseEur(row.opening_balance_eur!), 0);
    const accounts = new Map(ledger.rows("accounts").map((row) => [row.account_id!, row.user_id!]));
    const own = ledger
      .rows("transactions")
      .filter(({account_id}) => accounts.get(account_id!) === key);
    const balanceOn = (day: string) =>
      own.reduce(
        (cents, row) => cents + (row.booked_on! <= day ? parseEur(row.amount_eur!) : 0),
        opening,
      ) / 100;
    expect(last_day).toBe(lastDay);
    expect(day_eur).toHaveLength(184);
    for (const ago of [0, 1, 40, 183]) {
      const day = new Date(Date.parse(lastDay) - ago * 86_400_000).toISOString().slice(0, 10);
      expect(Math.abs(day_eur.at(-1 - ago)! - balanceOn(day))).toBeLessThanOrEqual(0.5);
    }
  });

  it("company-due: the last of each regular payment, and when it comes again", async () => {
    const rows = await dataset(snapshot, "company-due.keyed");
    const accounts = new Map(ledger.rows("accounts").map((row) => [row.account_id!, row.user_id!]));
    const cycles = {
      payroll: 1,
      social_contributions: 1,
      premises: 1,
      vat: 3,
      corporate_tax: 3,
    } as const;
    const last = new Map<string, {on: string; cents: number}>();
    for (const {account_id, category, booked_on, amount_eur} of ledger.rows("transactions")) {
      const owner = accounts.get(account_id!)!;
      if (!owner.startsWith("com-") || !(category! in cycles)) continue;
      const key = `${owner} ${category}`;
      const known = last.get(key);
      const cents = -parseEur(amount_eur!);
      if (!known || booked_on! > known.on) last.set(key, {on: booked_on!, cents});
      else if (booked_on === known.on) known.cents += cents;
    }
    const expected = [...last].flatMap(([key, {on, cents}]) => {
      const category = key.split(" ")[1] as keyof typeof cycles;
      const next = monthsLater(on, cycles[category]);
      return next > lastDay ? [`${key} ${on} ${cents / 100} ${next}`] : [];
    });
    const found = rows.map(
      ({key, category, last_on, last_eur, next_on}) =>
        `${key} ${category} ${last_on} ${last_eur} ${next_on}`,
    );
    expect(found.sort()).toEqual(expected.sort());
    expect(found.length).toBeGreaterThan(20);
  });

  it("company-invoices: what is open and no credit note, from whom, and when it is usually paid", async () => {
    const rows = await dataset(snapshot, "company-invoices.keyed");
    const paidOn = new Map(
      ledger.rows("transactions").map((row) => [row.transaction_id!, row.booked_on!]),
    );
    const invoices = ledger.rows("invoices").filter(({credited_id}) => credited_id === "");
    const names = new Map([
      ...ledger.rows("users").map((row) => [row.user_id!, row.name!] as const),
      ...ledger.rows("counterparties").map((row) => [row.counterparty_id!, row.name!] as const),
    ]);
    /** The lower median of days from the due date to the receipt. */
    const habitOf = (company: string) => {
      const days = invoices
        .filter((row) => row.company_id === company && row.transaction_id !== "")
        .map((row) => dayNumber(paidOn.get(row.transaction_id!)!) - dayNumber(row.due_on!))
        .sort((a, b) => a - b);
      return days[Math.ceil(days.length / 2) - 1] ?? 0;
    };
    const last = dayNumber(lastDay);
    const expectedOn = (company: string, due: number) => {
      const usual = due + habitOf(company);
      if (usual > last) return usual;
      return last - due <= 30 ? last + 7 : null;
    };
    const open = invoices
      .filter(
        (row) => row.transaction_id === "" && row.issued_on! >= ledger.rows("calendar")[0]!.day!,
      )
      .map((row) => [
        Number(row.invoice_id),
        row.company_id!,
        names.get(row.customer_id! || row.counterparty_id!),
        Number(row.amount_eur),
        last - dayNumber(row.due_on!),
        expectedOn(row.company_id!, dayNumber(row.due_on!)),
      ]);
    const found = rows.map((row) => [
      row.invoice_id,
      row.key,
      row.customer,
      row.amount_eur,
      row.late_days,
      row.expected_on === null ? null : dayNumber(String(row.expected_on)),
    ]);
    const byId = (a: unknown[], b: unknown[]) => Number(a[0]) - Number(b[0]);
    expect(found.sort(byId)).toEqual(open.sort(byId));
    expect(open.length).toBeGreaterThan(5);
  });

  it("company and company-first: who each company is, and which one has most to tell", async () => {
    const rows = await dataset<CompanyProfile & Keyed>(snapshot, "company.keyed");
    const companies = ledger.rows("companies");
    expect(rows.map(({key, industry}) => [key, industry])).toEqual(
      companies.map(({user_id, industry}) => [user_id, industry]).sort(),
    );
    const [first] = await dataset(snapshot, "company-first.json");
    const chosen = rows.find(({key}) => key === first?.user_id)!;
    const owing = await dataset(snapshot, "company-invoices.keyed");
    expect(chosen.employee_count).toBeGreaterThan(2);
    expect(owing.some(({key}) => key === chosen.key)).toBe(true);
  });
});
