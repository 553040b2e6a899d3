import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import {parseEur} from "../../src/lib/money.js";
import {accountsOf, balanceMonths, type PersonHome} from "../../src/person/overview/home.js";
import {bank} from "../support/bank.js";
import {dataset} from "../support/dataset.js";
import {type Statement, statementOf, sumBy} from "../support/statement.js";
import {tinySnapshot} from "../support/tinySnapshot.js";

const folder = bank({individuals: 250, companies: 10, months: 14, seed: 6});

let snapshot: SnapshotReader;
let ledger: Statement;
let homes: readonly PersonHome[];

beforeAll(async () => {
  snapshot = await tinySnapshot(folder);
  ledger = statementOf(folder);
  homes = await dataset<PersonHome>(snapshot, "person-homes.json");
});
afterAll(() => snapshot.close());

describe("person-homes, worked out again from the CSV files", () => {
  it("has each open account of each person, with opening balance and all legs, to the cent", () => {
    const sums = sumBy(
      ledger.legs,
      (leg) => leg.account,
      (leg) => leg.cents,
    );
    const open = ledger
      .rows("accounts")
      .filter((row) => row.user_id!.startsWith("ind-") && row.closed_on === "");
    const expected = open.map(
      ({account_id, user_id, kind, opening_balance_eur}) =>
        `${user_id} ${kind} ${(parseEur(opening_balance_eur!) + (sums.get(account_id!) ?? 0)) / 100}`,
    );
    const found = homes.flatMap((home) =>
      accountsOf(home).map(({kind, balance_eur}) => `${home.user_id} ${kind} ${balance_eur}`),
    );
    expect(found.sort()).toEqual(expected.sort());
    expect(found.length).toBeGreaterThan(300);
    expect(homes.some(({kind}) => kind.includes("brokerage"))).toBe(true);
  });

  it("adds up to the balance at the end of each month, accounts closed since included", () => {
    const people = ledger.legs.filter(({owner}) => owner.startsWith("ind-"));
    const opening = sumBy(
      ledger.rows("accounts"),
      (row) => row.user_id!,
      (row) => parseEur(row.opening_balance_eur!),
    );
    for (const home of homes) {
      const own = people.filter(({owner}) => owner === home.user_id);
      for (const {month, balance_eur} of balanceMonths(home)) {
        const until = month.toISOString().slice(0, 10);
        const moved = own
          .filter((leg) => leg.month <= until)
          .reduce((sum, {cents}) => sum + cents, 0);
        expect(Math.round(balance_eur * 100)).toBe(opening.get(home.user_id)! + moved);
      }
    }
    expect(homes.every((home) => balanceMonths(home).length > 0)).toBe(true);
  }, 60_000);
});
