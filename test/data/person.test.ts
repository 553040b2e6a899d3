import {ascending, group, rollup} from "d3-array";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import {keyedRow} from "../../src/components/keyed.js";
import {parseEur} from "../../src/lib/money.js";
import type {RelationCount} from "../../src/lib/people/relation.js";
import {accountsOf, balanceMonths, type PersonHome} from "../../src/person/overview/home.js";
import type {Person} from "../../src/person/overview/who.js";
import {bank} from "../support/bank.js";
import {dataset, keyedDataset} from "../support/dataset.js";
import {mainCustomersOf} from "../support/mainCustomers.js";
import {type Leg, type Statement, statementOf, sumBy} from "../support/statement.js";
import {tinySnapshot} from "../support/tinySnapshot.js";

const folder = bank({individuals: 250, companies: 10, months: 14, seed: 6});

let snapshot: SnapshotReader;
let ledger: Statement;
let homes: readonly PersonHome[];

beforeAll(async () => {
  snapshot = await tinySnapshot(folder);
  ledger = statementOf(folder);
  homes = await dataset<PersonHome>(snapshot, "person-accounts.keyed");
});
afterAll(() => snapshot.close());

describe("person-accounts, worked out again from the CSV files", () => {
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
  });
});

describe("person, worked out again", () => {
  it("tells who everybody with an account is, and of nobody else", async () => {
    const file = await keyedDataset(snapshot, "person.keyed");
    const users = new Map(ledger.rows("users").map((row) => [row.user_id!, row]));
    const accounts = group(ledger.rows("accounts"), (row) => row.user_id!);
    const main = mainCustomersOf(ledger);
    const relations = new Map<string, number>();
    const lastYear = Number(ledger.months.at(-1)!.slice(0, 4));
    for (const row of ledger.rows("individuals")) {
      const own = accounts.get(row.user_id!);
      const user = users.get(row.user_id!)!;
      const person = await keyedRow<Person>(file, row.user_id!);
      if (!own) expect(person).toBeUndefined();
      else {
        const relation = person?.relation ?? null;
        expect(relation === "main").toBe(main.has(row.user_id!));
        if (relation) relations.set(relation, (relations.get(relation) ?? 0) + 1);
        expect(person).toEqual({
          user_id: row.user_id,
          name: user.name,
          city: user.city,
          relation,
          age: lastYear - Number(row.birth_year),
          occupation: row.occupation,
          employer: users.get(row.employer_id!)?.name ?? null,
          household_size: Number(row.household_size),
          tenure: row.tenure,
          joined_on: user.joined_on,
          is_open: own.some(({closed_on}) => closed_on === ""),
        });
      }
    }
    const counted = await dataset<RelationCount>(snapshot, "person-relations.csv");
    expect([...relations].sort()).toEqual(
      counted.map(({relation, person_count}) => [relation, person_count]).sort(),
    );
    const company = ledger.rows("companies")[0]!;
    expect(await keyedRow(file, company.user_id!)).toBeUndefined();
  });
});

describe("person-first", () => {
  it("is one main customer, with most to tell", async () => {
    const rows = await dataset(snapshot, "person-first.json");
    const main = mainCustomersOf(ledger);
    const accounts = new Map(ledger.rows("accounts").map((row) => [row.account_id!, row]));
    const hasSavings = (id: string) =>
      [...accounts.values()].some(
        ({user_id, kind, closed_on}) => user_id === id && kind === "savings" && closed_on === "",
      );
    const withGoal = new Set(
      ledger.rows("savings_goals").flatMap(({user_id}) => (hasSavings(user_id!) ? user_id! : [])),
    );
    const own = (test: (leg: Leg) => boolean) =>
      rollup(
        ledger.legs.filter(test),
        (legs) => legs.length,
        ({owner}) => owner,
      );
    const year = new Set(ledger.months.slice(-12));
    const paid = own(
      ({category, month}) => category === "salary" && month === ledger.months.at(-1),
    );
    const purchases = own(
      (leg) => year.has(leg.month) && leg.group === "discretionary" && leg.cents < 0,
    );
    const symbols = rollup(
      ledger.rows("trades"),
      (trades) => new Set(trades.map(({symbol}) => symbol)).size,
      ({account_id}) => accounts.get(account_id!)!.user_id!,
    );
    const joined = new Map(ledger.rows("users").map((row) => [row.user_id!, row.joined_on!]));
    const stories = (id: string) =>
      [withGoal.has(id), paid.has(id), symbols.has(id), (purchases.get(id) ?? 0) >= 60].filter(
        Boolean,
      ).length;
    const open = [...main].filter((id) =>
      [...accounts.values()].some((row) => row.user_id === id && row.closed_on === ""),
    );
    const [first] = open.sort(
      (a, b) =>
        stories(b) - stories(a) ||
        Math.min(symbols.get(b) ?? 0, 5) - Math.min(symbols.get(a) ?? 0, 5) ||
        ascending(joined.get(a), joined.get(b)) ||
        ascending(a, b),
    );
    expect(rows).toEqual([{user_id: first}]);
    expect(stories(first!)).toBeGreaterThanOrEqual(3);
  });

  it("is nobody in a bank without people, and whoever is there where nobody is a main customer", async () => {
    for (const individuals of [0, 1]) {
      const small = await tinySnapshot(bank({individuals, companies: 1, months: 1, seed: 1}));
      expect(await dataset(small, "person-first.json")).toHaveLength(individuals);
      small.close();
    }
  });
});
