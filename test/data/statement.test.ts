import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {queriesOver} from "../../loaders/datasets/bank.js";
import {type SampleFile, sampleFiles} from "../../loaders/datasets/statementSample.js";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import {incomeBand} from "../../src/lib/people/peerBands.js";
import {peerGroups} from "../../src/lib/people/peerGroups.js";
import {type CategoryPerson, spendingCategories} from "../../src/lib/people/peers.js";
import {bank} from "../support/bank.js";
import {dataset} from "../support/dataset.js";
import {analysed} from "../support/ownFiles.js";
import {tinySnapshot} from "../support/tinySnapshot.js";

const folder = bank({individuals: 600, companies: 20, months: 14, seed: 6});

let snapshot: SnapshotReader;
let files: readonly SampleFile[];

beforeAll(async () => {
  snapshot = await tinySnapshot(folder);
  files = await sampleFiles(queriesOver(snapshot));
});
afterAll(() => snapshot.close());

describe("statement-sample", () => {
  it("is read back whole: the rows, balances and trades of one person, two files of one account merged", async () => {
    const {query} = queriesOver(snapshot);
    const analysis = await analysed(
      files.map(({name, text}) => ({id: name, name, content: new Blob([text])})),
    );
    const accounts = analysis.accounts.map(({account, kind, balance}) => ({
      account,
      kind,
      balance,
    }));
    const told = await query<{account: string; kind: string; balance: number; row_count: number}>(`
      select
        if(accounts.kind = 'checking', accounts.iban, upper(accounts.account_id)) as account, accounts.kind,
        any_value(accounts.opening_balance_eur) + sum(transactions.amount_eur) as balance, count(*) as row_count
      from bank.accounts
      join bank.transactions on transactions.account_id = accounts.account_id
      where accounts.user_id = (select user_id from bank.accounts where iban = '${accounts[0]!.account}')
        and accounts.kind <> 'brokerage'
      group by all order by accounts.kind`);
    expect(accounts).toEqual(told.map(({account, kind, balance}) => ({account, kind, balance})));
    expect(analysis.rows).toHaveLength(told.reduce((sum, {row_count}) => sum + row_count, 0));
    expect(analysis.files.flatMap(({problems, doubts}) => [...problems, ...doubts])).toEqual([]);
    expect(analysis.checks.map(({result}) => result)).not.toContain("differs");
    expect(analysis.positions.length).toBeGreaterThan(0);
    expect(analysis.positions.filter(({lacks}) => lacks)).toEqual([]);
  });

  it("is nothing in a bank without people", async () => {
    const empty = {query: async () => []} as Pick<ReturnType<typeof queriesOver>, "query">;
    expect(await sampleFiles(empty)).toEqual([]);
  });
});

describe("peer-spending", () => {
  it("holds the median and quartiles of each group of ten and more, worked out again", async () => {
    const people = (await dataset(
      snapshot,
      "budget-categories.json",
    )) as unknown as CategoryPerson[];
    const rows = peerGroups(people);
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      const group = people.filter(
        (one) =>
          one.income_band === row.income_band &&
          [0, one.household_band].includes(row.household_band),
      );
      const at = spendingCategories.indexOf(row.category);
      const paid = group.map(({spent_eur}) => spent_eur[at]!).filter((eur) => eur > 0);
      expect(group.length).toBe(row.person_count);
      expect(paid.length).toBe(row.count);
      expect(Math.min(row.person_count, row.count)).toBeGreaterThanOrEqual(10);
      const sorted = paid.sort((a, b) => a - b);
      const middle =
        (sorted[Math.floor((paid.length - 1) / 2)]! + sorted[Math.ceil((paid.length - 1) / 2)]!) /
        2;
      expect(row.median_eur).toBe(middle);
    }
  });

  it("numbers incomes as budget-categories does", () => {
    expect([-5, 0, 1, 1499.99, 1500, 2250, 3000].map(incomeBand)).toEqual([0, 0, 1, 1, 2, 3, 4]);
  });
});
