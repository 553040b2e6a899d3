import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {accountStatements} from "../../loaders/datasets/accountStatements.js";
import {queriesOver} from "../../loaders/datasets/bank.js";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import type {
  AccountGroup,
  AccountRow,
  DayPosting,
  LargePosting,
  PostedDay,
  QuietOrOverdrawn,
} from "../../src/bank/admin/rows.js";
import {statementLines} from "../../src/bank/admin/statement.js";
import {group} from "../../src/lib/sectors/groups.js";
import {bank} from "../support/bank.js";
import {dataset} from "../support/dataset.js";
import {type Leg, type Statement, statementOf} from "../support/statement.js";
import {tinySnapshot} from "../support/tinySnapshot.js";

const folder = bank({individuals: 150, companies: 40, months: 14, seed: 9});

let snapshot: SnapshotReader;
let statement: Statement;
/** The legs of each account, in the order of posting. */
let byAccount: ReadonlyMap<string, readonly Leg[]>;
let lastDay: string;

beforeAll(async () => {
  snapshot = await tinySnapshot(folder);
  statement = statementOf(folder);
  byAccount = group(statement.legs, ({account}) => account);
  lastDay = statement.legs.reduce((last, {day}) => (day > last ? day : last), "");
});
afterAll(() => snapshot.close());

const cents = (euros: unknown) => Math.round(100 * Number(euros));
const total = (legs: readonly Leg[]) => legs.reduce((sum, leg) => sum + leg.cents, 0);
const accounts = () => statement.rows("accounts");
const isOpen = ({closed_on = ""}: Readonly<Record<string, string>>) =>
  closed_on === "" || closed_on > lastDay;
const balanceOf = (account: Readonly<Record<string, string>>) =>
  cents(account.opening_balance_eur) + total(byAccount.get(account.account_id!) ?? []);
const daysAgo = (days: number) =>
  new Date(Date.parse(lastDay) - days * 86_400_000).toISOString().slice(0, 10);

describe("the datasets of the administrator's page, worked out again from the CSV files", () => {
  it("admin-accounts: open accounts and their balances, by owner and kind", async () => {
    const rows = await dataset<AccountGroup>(snapshot, "admin-accounts.csv");
    for (const row of rows) {
      const own = accounts().filter(
        (account) =>
          isOpen(account) &&
          account.kind === row.account_kind &&
          account.user_id!.startsWith(row.owner_kind === "company" ? "com" : "ind"),
      );
      expect(row.account_count).toBe(own.length);
      expect(row.customer_count).toBe(new Set(own.map(({user_id}) => user_id)).size);
      expect(row.overdrawn_count).toBe(own.filter((account) => balanceOf(account) < 0).length);
      expect(cents(row.balance_eur)).toBe(
        own.reduce((sum, account) => sum + balanceOf(account), 0),
      );
    }
    expect(rows.length).toBeGreaterThanOrEqual(4);
  });

  it("admin-days: postings and money in motion of each of the last seventy days", async () => {
    const rows = await dataset<PostedDay>(snapshot, "admin-days.csv");
    expect(rows).toHaveLength(70);
    for (const {day, posting_count, motion_eur} of rows) {
      const legs = statement.legs.filter((leg) => leg.day === String(day).slice(0, 10));
      const moved = legs.filter(
        ({owner, otherOwner, cents}) =>
          otherOwner === undefined || (otherOwner !== owner && cents < 0),
      );
      expect(posting_count).toBe(legs.length);
      expect(cents(motion_eur)).toBe(moved.reduce((sum, leg) => sum + Math.abs(leg.cents), 0));
    }
  });

  it("account-statement: each posting, and the balance after it, down to that of the account", async () => {
    const statements = accountStatements(queriesOver(snapshot), {accountsAtATime: 100});
    const rows: AccountRow[] = [];
    for await (const [, [row]] of statements) rows.push(row as AccountRow);
    expect(rows).toHaveLength(accounts().length);
    for (const row of rows) {
      const account = accounts().find(({account_id}) => account_id === row.account_id)!;
      const lines = statementLines(row);
      const legs = byAccount.get(row.account_id) ?? [];
      expect(
        lines
          .map(({booked_at, amount_eur, category, channel, party_id}) => ({
            day: String(booked_at).slice(0, 10),
            cents: cents(amount_eur),
            category,
            channel,
            owner: /^cp-/.test(party_id!) ? undefined : party_id,
          }))
          .reverse(),
      ).toEqual(
        legs.map(({day, cents, category, channel, otherOwner}) => ({
          day,
          cents,
          category,
          channel,
          owner: otherOwner,
        })),
      );
      expect(cents(lines[0]?.balance_eur ?? row.opening_balance_eur)).toBe(balanceOf(account));
      expect(row.own_accounts).toContain(row.account_id);
    }
  });

  it("day-postings: every posting of the last 31 days once, the newest first, in pages of 300", async () => {
    const rows = await queriesOver(snapshot).dataset<
      DayPosting & {key: string; transaction_id: number}
    >("day-postings.keyed");
    const wanted = statement.legs.filter(({day}) => day > daysAgo(31));
    expect(new Set(rows.map(({transaction_id}) => transaction_id)).size).toBe(wanted.length);
    expect(rows.reduce((sum, row) => sum + cents(row.amount_eur), 0)).toBe(total(wanted));
    const pages = group(rows, ({key}) => key);
    for (const [key, page] of pages) {
      expect(page.length).toBeLessThanOrEqual(300);
      expect(page.map(({transaction_id}) => transaction_id)).toEqual(
        page.map(({transaction_id}) => transaction_id).sort((a, b) => b - a),
      );
      const day = key.slice(0, 10);
      const ofDay = [...pages.keys()].filter((other) => other.startsWith(day));
      expect(page[0]!.page_count).toBe(ofDay.length);
    }
  });

  it("admin-large: what its rule says, and nothing else", async () => {
    const rows = await dataset<LargePosting & {transaction_id: number}>(
      snapshot,
      "admin-large.csv",
    );
    const wanted = [...byAccount.values()].flatMap((legs) =>
      legs.filter((leg, at) => {
        const before = legs
          .slice(0, at)
          .filter(({cents}) => Math.sign(cents) === Math.sign(leg.cents))
          .map(({cents}) => Math.abs(cents));
        const size = Math.abs(leg.cents);
        return (
          leg.day > daysAgo(31) &&
          at >= 30 &&
          size >= 1_000_000 &&
          before.length > 0 &&
          size > 3 * Math.max(...before) &&
          leg.otherOwner !== leg.owner
        );
      }),
    );
    expect(rows.map(({amount_eur}) => cents(amount_eur)).sort()).toEqual(
      wanted.map((leg) => leg.cents).sort(),
    );
    for (const {large_count} of rows) expect(large_count).toBe(wanted.length);
  });

  it("admin-exceptions: open accounts below zero, and those whose owner moved nothing for 180 days", async () => {
    const rows = await dataset<QuietOrOverdrawn>(snapshot, "admin-exceptions.csv");
    const open = accounts().filter(isOpen);
    const below = open.filter((account) => balanceOf(account) < 0);
    const quiet = open.filter((account) => {
      const legs = byAccount.get(account.account_id!) ?? [];
      const own = legs.filter(({category}) => category !== "interest" && category !== "fee");
      return balanceOf(account) >= 0 && (own.at(-1)?.day ?? account.opened_on!) < daysAgo(180);
    });
    const idsOf = (state: string) =>
      rows
        .filter((row) => row.state === state)
        .map(({account_id}) => account_id)
        .sort();
    const ids = (own: readonly Readonly<Record<string, string>>[]) =>
      own.map(({account_id}) => account_id).sort();
    expect(Math.min(below.length, quiet.length)).toBeGreaterThan(0);
    for (const {state, account_count, all_balance_eur, beyond_count} of rows) {
      const all = state === "overdrawn" ? below : quiet;
      const beyond = all.filter((row) => balanceOf(row) < -cents(row.overdraft_limit_eur));
      expect([account_count, beyond_count]).toEqual([all.length, beyond.length]);
      expect(cents(all_balance_eur)).toBe(all.reduce((sum, row) => sum + balanceOf(row), 0));
    }
    expect(idsOf("overdrawn")).toEqual(ids(below));
    expect(idsOf("dormant")).toEqual(ids(quiet));
    for (const {account_id, since, state} of rows) {
      if (state !== "overdrawn") continue;
      const account = below.find((row) => row.account_id === account_id)!;
      let balance = cents(account.opening_balance_eur);
      let first = "";
      for (const leg of byAccount.get(account_id) ?? []) {
        balance += leg.cents;
        if (balance >= 0) first = "";
        else first ||= leg.day;
      }
      expect(String(since).slice(0, 10)).toBe(first);
    }
  });
});
