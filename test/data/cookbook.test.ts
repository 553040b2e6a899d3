import {readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {projectRoot} from "../../loaders/environment.js";
import {publishBank} from "../../loaders/snapshot/publish.js";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import {readSql} from "../../loaders/sqlText.js";
import type {
  AsOf,
  Cohort,
  Distinct,
  Dormant,
  EmptyMonth,
  Median,
  OwnTransfers,
  RunningBalance,
  SameDays,
  TopShare,
} from "../../src/guide/cookbook/rows.js";
import {parseEur} from "../../src/lib/money.js";
import {bank} from "../support/bank.js";
import {dataset} from "../support/dataset.js";
import {type Statement, statementOf, sumBy} from "../support/statement.js";
import {temporaryFolder} from "../support/tinyBank.js";
import {tinySnapshot} from "../support/tinySnapshot.js";
import {openWasmBank} from "../support/wasmBank.js";

const folder = bank({individuals: 150, companies: 40, months: 14, seed: 9});

let snapshot: SnapshotReader & {file: string};
let statement: Statement;
let days: readonly string[];
let people: ReadonlySet<string>;

beforeAll(async () => {
  snapshot = await tinySnapshot(folder);
  statement = statementOf(folder);
  days = statement.rows("calendar").map(({day}) => day!);
  people = new Set(statement.rows("individuals").map(({user_id}) => user_id!));
});
afterAll(() => snapshot.close());

const rowsOf = <T>(name: string) => dataset<T>(snapshot, `cookbook-${name}.csv`);
const cents = (euros: unknown) => Math.round(100 * Number(euros));
const monthOf = (day: string) => `${day.slice(0, 7)}-01`;
const median = (values: readonly number[]) => {
  const [sorted, middle] = [[...values].sort((a, b) => a - b), (values.length - 1) / 2];
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
};
/** The balance in cents of each account at the end of a month. */
function balancesAt(month: string): Map<string, number> {
  const balances = new Map(
    statement
      .rows("accounts")
      .filter(
        ({opened_on, closed_on}) =>
          monthOf(opened_on!) <= month && (!closed_on || monthOf(closed_on) >= month),
      )
      .map(({account_id, opening_balance_eur}) => [account_id!, parseEur(opening_balance_eur!)]),
  );
  for (const leg of statement.legs)
    if (leg.month <= month && balances.has(leg.account))
      balances.set(leg.account, balances.get(leg.account)! + leg.cents);
  return balances;
}

describe("the patterns of the cookbook, worked out again from the CSV files", () => {
  it("months without a dividend are there with 0", async () => {
    const rows = await rowsOf<EmptyMonth>("empty-months");
    const {symbol} = rows[0]!;
    const own = statement.rows("dividends").filter((row) => row.symbol === symbol);
    const paid = statement.months.map((month) =>
      own
        .filter(({paid_on}) => monthOf(paid_on!) === month)
        .reduce((sum, {amount}) => sum + Number(amount), 0),
    );
    expect(rows.map(({month}) => month)).toEqual(statement.months);
    expect(rows.map(({paid}) => paid)).toEqual(paid.map((value) => expect.closeTo(value, 9)));
    const sum = paid.reduce((sum, value) => sum + value, 0);
    expect(rows[0]!.mean_paid).toBeCloseTo(sum / paid.length, 9);
    expect(rows[0]!.mean_of_paying).toBeCloseTo(sum / paid.filter((value) => value > 0).length, 9);
    expect(rows[0]!.mean_of_paying).toBeGreaterThan(rows[0]!.mean_paid);
  });

  it("own transfers are no money in", async () => {
    const legs = statement.legs.filter(({owner, cents}) => people.has(owner) && cents > 0);
    const net = sumBy(
      legs.filter(({owner, otherOwner}) => owner !== otherOwner),
      ({month}) => month,
      ({cents}) => cents,
    );
    const all = sumBy(
      legs,
      ({month}) => month,
      ({cents}) => cents,
    );
    for (const {month, inflow_eur, with_own_eur} of await rowsOf<OwnTransfers>("own-transfers")) {
      expect(cents(inflow_eur)).toBe(net.get(String(month)));
      expect(cents(with_own_eur)).toBe(all.get(String(month)));
    }
  });

  it("the five largest and the others make up everything", async () => {
    const rows = await rowsOf<TopShare>("top-shares");
    const outside = statement.rows("transactions").map(({counterparty_id}) => counterparty_id!);
    const paid = new Map<string, number>();
    for (const [at, {owner, channel, cents}] of statement.legs.entries())
      if (people.has(owner) && channel === "card" && outside[at])
        paid.set(outside[at], (paid.get(outside[at]) ?? 0) - cents);
    const sorted = [...paid.values()].sort((a, b) => b - a);
    const all = sorted.reduce((sum, value) => sum + value, 0);
    const five = sorted.slice(0, 5);
    const others = all - five.reduce((sum, value) => sum + value, 0);
    expect(rows.map(({paid_eur}) => cents(paid_eur))).toEqual([...five, others]);
    expect(rows.map(({share}) => share)).toEqual(
      [...five, others].map((value) => expect.closeTo(value / all, 9)),
    );
    expect(rows.at(-1)).toMatchObject({party: "All others", share_of_five: null});
  });

  it("a running balance goes on from leg to leg", async () => {
    const rows = await rowsOf<RunningBalance>("running-balance");
    const all = statement.rows("transactions");
    const account = all.find(
      ({transaction_id}) => Number(transaction_id) === rows[0]!.transaction_id,
    )!.account_id;
    const opening = statement.rows("accounts").find(({account_id}) => account_id === account)!;
    let balance = parseEur(opening.opening_balance_eur!);
    const balances = new Map<number, number>();
    for (const {transaction_id, account_id, amount_eur} of all)
      if (account_id === account) {
        balance += parseEur(amount_eur!);
        balances.set(Number(transaction_id), balance);
      }
    expect(rows.map(({balance_eur}) => cents(balance_eur))).toEqual(
      rows.map(({transaction_id}) => balances.get(transaction_id)),
    );
    expect(rows.some(({balance_eur, of_day_eur}) => balance_eur !== of_day_eur)).toBe(true);
  });

  it("cohorts are compared at one age", async () => {
    const rows = await rowsOf<Cohort>("cohorts");
    const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
    for (const {quarter, age_months, balance_eur, account_count, is_whole} of rows) {
      const own = statement
        .rows("accounts")
        .filter(
          ({kind, opened_on}) =>
            kind === "savings" &&
            Math.floor((number(opened_on!) - 1) / 3) ===
              Math.floor((number(String(quarter)) - 1) / 3) &&
            opened_on! >= statement.months[0]!,
        );
      const held = own.flatMap(({account_id, opened_on}) => {
        const month = statement.months.find(
          (month) => number(month) === number(opened_on!) + age_months,
        );
        const balance = month && balancesAt(month).get(account_id!);
        return balance === undefined || balance === "" ? [] : [balance];
      });
      expect(account_count).toBe(held.length);
      expect(is_whole).toBe(held.length === own.length);
      expect(100 * balance_eur).toBeCloseTo(
        held.reduce((sum, value) => sum + value, 0) / held.length,
        4,
      );
    }
    expect(rows.length).toBeGreaterThan(10);
  });

  it("medians and means of cash, by age", async () => {
    const last = statement.months.at(-1)!;
    const owners = new Map(
      statement.rows("accounts").map((row) => [row.account_id!, row.user_id!]),
    );
    const held = sumBy(
      [...balancesAt(last)],
      ([account]) => owners.get(account)!,
      ([, cents]) => cents,
    );
    const groups = new Map<number, number[]>();
    for (const {user_id, birth_year} of statement.rows("individuals")) {
      if (!held.has(user_id!)) continue;
      const decade = Math.max(
        2,
        Math.min(7, Math.floor((Number(last.slice(0, 4)) - Number(birth_year)) / 10)),
      );
      groups.set(decade, [...(groups.get(decade) ?? []), held.get(user_id!)!]);
    }
    const expected = [...groups].sort(([a], [b]) => a - b).map(([, values]) => values);
    const rows = await rowsOf<Median>("medians");
    expect(rows.map(({person_count}) => person_count)).toEqual(expected.map(({length}) => length));
    for (const [at, values] of expected.entries()) {
      expect(100 * rows[at]!.median_eur).toBeCloseTo(median(values), 4);
      expect(100 * rows[at]!.mean_eur).toBeCloseTo(
        values.reduce((a, b) => a + b, 0) / values.length,
        4,
      );
    }
  });

  it("a month to date is compared with the same days", async () => {
    const until = days.at(-11)!;
    const before = `${Number(until.slice(0, 4)) - 1}${until.slice(4)}`;
    const spent = (group: string, isIn: (day: string) => boolean) =>
      statement.legs
        .filter(
          (leg) => people.has(leg.owner) && leg.group === group && leg.cents < 0 && isIn(leg.day),
        )
        .reduce((sum, leg) => sum - leg.cents, 0);
    const rows = await rowsOf<SameDays>("same-days");
    expect(rows.map(({category_group}) => category_group)).toEqual(["discretionary", "fixed"]);
    for (const row of rows) {
      expect(row.until).toBe(until);
      const of = (isIn: (day: string) => boolean) => spent(row.category_group, isIn);
      expect(cents(row.now_eur)).toBe(of((day) => day >= monthOf(until) && day <= until));
      expect(cents(row.same_days_eur)).toBe(of((day) => day >= monthOf(before) && day <= before));
      expect(cents(row.whole_month_eur)).toBe(of((day) => monthOf(day) === monthOf(before)));
    }
  });

  it("prices are those of the last trading day, in euros", async () => {
    const rows = await rowsOf<AsOf>("as-of");
    const {symbol} = rows[0]!;
    const security = statement.rows("instruments").find((row) => row.symbol === symbol)!;
    expect(security.currency).not.toBe("EUR");
    for (const {month, close, price_eur, exact_eur} of rows) {
      const end = days.findLast((day) => monthOf(day) === month)!;
      const price = statement
        .rows("prices")
        .findLast((row) => row.symbol === symbol && row.day! <= end)!;
      const rate = statement
        .rows("fx_rates")
        .findLast((row) => row.currency === security.currency && row.day! <= end)!;
      expect(close).toBe(Number(price.close));
      expect(price_eur).toBeCloseTo(Number(price.close) * Number(rate.rate), 9);
      expect(exact_eur === null).toBe(price.day !== end);
    }
  });

  it("a person who pays in two months is one person", async () => {
    const rows = await rowsOf<Distinct>("distinct");
    const year = statement.months.slice(-12);
    const paid = statement.legs.filter(
      ({owner, channel, cents, month}) =>
        people.has(owner) && channel === "card" && cents < 0 && year.includes(month),
    );
    const payers = (month: string) =>
      new Set(paid.filter((leg) => leg.month === month).map(({owner}) => owner)).size;
    expect(rows.map(({payer_count}) => payer_count)).toEqual([
      ...year.map(payers),
      new Set(paid.map(({owner}) => owner)).size,
    ]);
    expect(rows.at(-1)).toMatchObject({
      month: null,
      payment_count: paid.length,
      added_count: year.map(payers).reduce((a, b) => a + b, 0),
    });
  });

  it("the longest quiet spell of each savings account", async () => {
    const longest = (isUse: (category: string) => boolean) => {
      const used = new Set(
        statement.legs
          .filter(({category}) => isUse(category))
          .map(({account, month}) => `${account} ${month}`),
      );
      const lengths = new Map<number, number>();
      for (const {account_id, kind, opened_on, closed_on} of statement.rows("accounts")) {
        if (kind !== "savings" || closed_on) continue;
        const months = statement.months.filter((month) => month >= monthOf(opened_on!));
        let [spell, most] = [0, 0];
        for (const month of months) {
          spell = used.has(`${account_id} ${month}`) ? 0 : spell + 1;
          most = Math.max(most, spell);
        }
        if (months.length > 0) lengths.set(most, (lengths.get(most) ?? 0) + 1);
      }
      return lengths;
    };
    const [quiet, empty] = [
      longest((category) => !/^(interest|fee)$/.test(category)),
      longest(() => true),
    ];
    const rows = await rowsOf<Dormant>("dormant");
    expect(rows.map(({quiet_months}) => quiet_months)).toEqual(
      [...new Set([...quiet.keys(), ...empty.keys()])].sort((a, b) => a - b),
    );
    for (const {quiet_months, account_count, with_bank_count} of rows) {
      expect(account_count).toBe(quiet.get(quiet_months) ?? 0);
      expect(with_bank_count).toBe(empty.get(quiet_months) ?? 0);
    }
  });
});

describe("the patterns of the cookbook, on the published bank in the engine of the browser", () => {
  const names = readdirSync(join(projectRoot, "src/data"))
    .filter((file) => file.startsWith("cookbook-"))
    .map((file) => file.replace(/\.sql$/, ""));
  let browser: Awaited<ReturnType<typeof openWasmBank>>;

  beforeAll(async () => {
    const file = join(temporaryFolder("cookbook"), "bank.duckdb");
    writeFileSync(file, await publishBank(snapshot.file));
    browser = await openWasmBank(file);
  });

  it("are ten", () => expect(names).toHaveLength(10));

  it.each(names)("%s has as many rows there, and the same numbers", async (name) => {
    const expected = await dataset<Record<string, unknown>>(snapshot, name);
    const {sql} = readSql(join(projectRoot, `src/data/${name}.sql`));
    const rows = browser
      .query(sql)
      .toArray()
      .map((row) => row.toJSON() as Record<string, unknown>);
    const numbers = (row: Record<string, unknown>) =>
      Object.entries(row)
        .filter(([key]) => /_eur$|_count$|share|paid|mean|close/.test(key))
        .map(([, value]) => (value === null ? null : Number(value)));
    expect(rows.map(numbers)).toEqual(
      expected.map((row) =>
        numbers(row).map((value) => (value === null ? null : expect.closeTo(value, 6))),
      ),
    );
  });
});
