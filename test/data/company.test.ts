import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import {parseEur} from "../../src/lib/money.js";
import {bank} from "../support/bank.js";
import {dataset} from "../support/dataset.js";
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

describe("the datasets of a company's home, worked out again from the CSV files", () => {
  it("company-accounts: opening balance and all legs, to the cent", async () => {
    const rows = await dataset(snapshot, "company-accounts.csv");
    const sums = sumBy(
      ledger.legs,
      (leg) => leg.account,
      (leg) => leg.cents,
    );
    const expected = ledger
      .rows("accounts")
      .filter((row) => row.user_id!.startsWith("com-"))
      .map(({account_id, opening_balance_eur}) => [
        account_id!,
        (parseEur(opening_balance_eur!) + (sums.get(account_id!) ?? 0)) / 100,
      ]);
    expect(new Map(rows.map((row) => [row.account_id, row.balance_eur]))).toEqual(
      new Map(expected as [string, number][]),
    );
  });

  it("company-due: the last of each regular payment, and when it comes again", async () => {
    const rows = await dataset(snapshot, "company-due.csv");
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
      ({user_id, category, last_on, last_eur, next_on}) =>
        `${user_id} ${category} ${last_on} ${last_eur} ${next_on}`,
    );
    expect(found.sort()).toEqual(expected.sort());
    expect(found.length).toBeGreaterThan(20);
  });

  it("company-invoices: what is open, no credit note and not older than 120 days", async () => {
    const rows = await dataset(snapshot, "company-invoices.csv");
    const open = ledger
      .rows("invoices")
      .filter(
        (row) =>
          row.transaction_id === "" &&
          row.credited_id === "" &&
          dayNumber(row.issued_on!) > dayNumber(lastDay) - 120,
      )
      .map((row) => [
        Number(row.invoice_id),
        Number(row.amount_eur),
        dayNumber(lastDay) - dayNumber(row.due_on!),
      ]);
    const byId = (a: unknown[], b: unknown[]) => Number(a[0]) - Number(b[0]);
    expect(rows.map((row) => [row.invoice_id, row.amount_eur, row.late_days]).sort(byId)).toEqual(
      open.sort(byId),
    );
    expect(open.length).toBeGreaterThan(5);
  });
});
