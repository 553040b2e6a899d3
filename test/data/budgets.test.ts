import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {keyedBytes} from "../../loaders/datasets/formats/keyed.js";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import {keyedRow} from "../../src/components/keyed.js";
import {monthsOf, type PersonLists} from "../../src/lib/people/budget.js";
import {
  type CategoryPerson,
  categoryBudgets,
  type PersonBudget,
  peerFinder,
  peerSpending,
  personBudget,
  spendingCategories,
} from "../../src/lib/people/peers.js";
import {bank} from "../support/bank.js";
import {dataset, keyedDataset, keyedFile} from "../support/dataset.js";
import {mainCustomersOf} from "../support/mainCustomers.js";
import {type Leg, middle, type Statement, statementOf, sumBy} from "../support/statement.js";
import {tinySnapshot} from "../support/tinySnapshot.js";

// More than twelve months, so that the window of the last twelve leaves some out.
const folder = bank({individuals: 600, companies: 20, months: 14, seed: 6});

let snapshot: SnapshotReader;
let statement: Statement;
let people: readonly Leg[];
/** The legs of main customers. */
let main: readonly Leg[];

beforeAll(async () => {
  snapshot = await tinySnapshot(folder);
  statement = statementOf(folder);
  people = statement.legs.filter((leg) => leg.owner.startsWith("ind-"));
  const ids = mainCustomersOf(statement);
  main = people.filter((leg) => ids.has(leg.owner));
  expect(ids.size).toBeGreaterThan(100);
});
afterAll(() => snapshot.close());

const lastTwelve = () => statement.months.slice(-12);
const inWindow = () => main.filter((leg) => lastTwelve().includes(leg.month));
const outflow = (leg: Leg) => -leg.cents;
const sum = (legs: readonly Leg[]) => legs.reduce((cents, leg) => cents + leg.cents, 0);

describe("the datasets of the budgets page, worked out again from the CSV files", () => {
  it("budget-months: the median of each part over people with an income", async () => {
    const rows = await dataset(snapshot, "budget-months.csv");
    const closings = new Map(
      statement.rows("accounts").map((row) => [row.account_id, row.closed_on]),
    );
    const partOf = {
      income: (leg: Leg) => (leg.group === "income" ? leg.cents : 0),
      fixed: (leg: Leg) => (leg.group === "fixed" ? -leg.cents : 0),
      discretionary: (leg: Leg) => (leg.group === "discretionary" ? -leg.cents : 0),
      // What leaves an account on the day that it is closed is no use of savings.
      saving: (leg: Leg) =>
        leg.category === "saving" &&
        leg.accountKind === "savings" &&
        !(leg.cents < 0 && closings.get(leg.account) === leg.day)
          ? leg.cents
          : 0,
    };
    expect(rows).toHaveLength(14 * 4);
    for (const {month, part, median_eur, person_count} of rows) {
      const legs = main.filter((leg) => leg.month === month);
      const income = sumBy(legs, (leg) => leg.owner, partOf.income);
      const amount = sumBy(legs, (leg) => leg.owner, partOf[part as keyof typeof partOf]);
      const earners = [...income].filter(([, cents]) => cents > 0).map(([owner]) => owner);
      expect(person_count).toBe(earners.length);
      const expected = middle(earners.map((owner) => amount.get(owner) ?? 0)) / 100;
      expect(Math.abs(Number(median_eur) - expected)).toBeLessThan(0.0051);
    }
  });

  it("budget-mix: all spending of the last twelve months, to the cent, and shares that add up", async () => {
    const rows = await dataset(snapshot, "budget-mix.csv");
    const spending = inWindow().filter(
      (leg) => leg.group === "fixed" || leg.group === "discretionary",
    );
    const sums = sumBy(spending, (leg) => leg.category, outflow);
    expect(Object.fromEntries(rows.map((row) => [row.category, row.spent_eur]))).toEqual(
      Object.fromEntries(
        [...sums].filter(([, cents]) => cents > 0).map(([name, cents]) => [name, cents / 100]),
      ),
    );
    expect(rows.reduce((total, row) => total + Number(row.share), 0)).toBeCloseTo(1, 9);
    expect(rows.every((row) => row.month_count === 12)).toBe(true);
    // The error of a share, the other way: the spread of people's influence on it (one person left out at a time).
    const shown = spending.filter((leg) => (sums.get(leg.category) ?? 0) > 0);
    const total = shown.reduce((all, leg) => all - leg.cents, 0);
    const own = sumBy(shown, (leg) => leg.owner, outflow);
    for (const {category, share, share_error, person_count} of rows.slice(0, 5)) {
      const spent = sumBy(
        spending.filter((leg) => leg.category === category),
        (leg) => leg.owner,
        outflow,
      );
      const left = [...own].map(
        ([owner, cents]) =>
          (sums.get(String(category))! - (spent.get(owner) ?? 0)) / (total - cents),
      );
      const squares = left.reduce((sum, value) => sum + (value - Number(share)) ** 2, 0);
      const jackknife = Math.sqrt((squares * (left.length - 1)) / left.length);
      expect(person_count).toBe(own.size);
      expect(Math.abs(Number(share_error) / jackknife - 1)).toBeLessThan(0.1);
    }
  });

  it("rent-to-income: each tenant with rent and income in the band of their share", async () => {
    const rows = await dataset(snapshot, "rent-to-income.csv");
    const tenants = new Set(
      statement
        .rows("individuals")
        .flatMap((row) => (row.tenure === "tenant" ? [row.user_id] : [])),
    );
    const legs = inWindow().filter((leg) => tenants.has(leg.owner));
    const rent = sumBy(
      legs.filter((leg) => leg.category === "rent"),
      (leg) => leg.owner,
      outflow,
    );
    const income = sumBy(
      legs.filter((leg) => leg.group === "income"),
      (leg) => leg.owner,
      (leg) => leg.cents,
    );
    const shares = [...rent]
      .filter(([owner, cents]) => cents > 0 && (income.get(owner) ?? 0) > 0)
      .map(([owner, cents]) => cents / income.get(owner)!);
    const counts = Array.from(
      {length: 21},
      (_, band) => shares.filter((share) => Math.min(20, Math.floor(share * 20)) === band).length,
    );
    expect(shares.length).toBeGreaterThan(20);
    expect(rows.map((row) => row.tenant_count)).toEqual(counts);
    for (const row of rows)
      expect(row.overburdened_count).toBe(shares.filter((share) => share >= 0.4).length);
    expect(rows[0]).toMatchObject({tenant_total: shares.length, window_from: lastTwelve()[0]});
    expect(rows[0]!.median_share).toBeCloseTo(middle(shares), 9);
  });

  it("city-costs: the median regular payer of each part, and the basket they make", async () => {
    const rows = await dataset(snapshot, "city-costs.csv");
    const cityOf = new Map(statement.rows("users").map((row) => [row.user_id, row.city!]));
    const parts = ["rent", "utilities", "groceries", "transport", "restaurants"];
    const expected = new Map<string, number>();
    for (const part of parts) {
      const legs = inWindow().filter((leg) => leg.category === part);
      const regular = [...new Set(legs.map((leg) => leg.owner))].filter(
        (owner) =>
          new Set(legs.flatMap((leg) => (leg.owner === owner ? [leg.month] : []))).size >= 6,
      );
      for (const city of new Set(regular.map((owner) => cityOf.get(owner)!))) {
        const costs = regular
          .filter((owner) => cityOf.get(owner) === city)
          .map((owner) => -sum(legs.filter((leg) => leg.owner === owner)) / 12 / 100);
        if (costs.length >= 5) expected.set(`${city} ${part}`, middle(costs));
      }
    }
    expect(rows.map((row) => `${row.city} ${row.part}`).sort()).toEqual(
      [...expected.keys()].sort(),
    );
    for (const {city, part, cost_eur, basket_eur, part_count} of rows) {
      const own = rows.filter((row) => row.city === city);
      expect(Math.abs(Number(cost_eur) - expected.get(`${city} ${part}`)!)).toBeLessThan(0.0101);
      expect(part_count).toBe(own.length);
      const basket = own.reduce((total, row) => total + Number(row.cost_eur), 0);
      expect(Math.abs(Number(basket_eur) - basket)).toBeLessThan(0.051);
    }
  });

  it("person-months: one person's months tie to their statement, to the euro", async () => {
    const rows = await dataset<PersonLists>(snapshot, "person-months.keyed");
    const {user_id} = rows.find((row) => row.household_eur.some((eur) => eur > 0))!;
    const file = await keyedDataset(snapshot, "person-months.keyed");
    const own = monthsOf(await keyedRow<PersonLists>(file, user_id));
    for (const {
      month,
      income_eur,
      fixed_eur,
      discretionary_eur,
      household_eur,
      spending_eur,
    } of own) {
      const key = month.toISOString().slice(0, 10);
      const legs = people.filter((leg) => leg.owner === user_id && leg.month === key);
      const of = (test: (leg: Leg) => boolean) => sum(legs.filter(test)) / 100;
      const near = (value: number, expected: number) =>
        expect(Math.abs(value - expected)).toBeLessThanOrEqual(0.5);
      near(
        income_eur,
        of((leg) => leg.group === "income"),
      );
      near(
        -fixed_eur,
        of((leg) => leg.group === "fixed"),
      );
      near(
        -discretionary_eur,
        of((leg) => leg.group === "discretionary"),
      );
      near(
        -household_eur,
        of((leg) => leg.category === "household"),
      );
      near(
        -spending_eur,
        of(({group}) => ["fixed", "discretionary"].includes(group)),
      );
    }
    expect(own.length).toBeGreaterThan(0);
  });

  it("budget-categories: the mean month of each category, and the bands", async () => {
    const rows = await dataset<CategoryPerson>(snapshot, "budget-categories.json");
    const spent = sumBy(inWindow(), (leg) => `${leg.owner} ${leg.category}`, outflow);
    const income = sumBy(
      inWindow().filter((leg) => leg.group === "income"),
      (leg) => leg.owner,
      (leg) => leg.cents,
    );
    const field = (table: string, name: string) =>
      new Map(statement.rows(table).map((row) => [row.user_id ?? row.city, row[name]!]));
    const [sizes, cities, populations] = [
      field("individuals", "household_size"),
      field("users", "city"),
      field("cities", "population"),
    ];
    expect(rows.length).toBe(new Set(inWindow().map((leg) => leg.owner)).size);
    const monthly = sumBy(
      inWindow(),
      (leg) => `${leg.owner} ${leg.category} ${leg.month}`,
      outflow,
    );
    for (const {user_id, month_count, spent_eur, error_eur, ...bands} of rows) {
      expect(spent_eur).toHaveLength(spendingCategories.length);
      spendingCategories.forEach((category, at) => {
        const mean = (spent.get(`${user_id} ${category}`) ?? 0) / 100 / month_count;
        expect(Math.abs(spent_eur[at]! - mean)).toBeLessThan(0.5001);
        const own = lastTwelve().map(
          (month) => (monthly.get(`${user_id} ${category} ${month}`) ?? 0) / 100,
        );
        if (month_count < 12) return;
        const squares = own.reduce((sum, eur) => sum + (eur - mean) ** 2, 0);
        expect(Math.abs(error_eur[at]! - Math.sqrt(squares / 11 / 12))).toBeLessThan(0.51);
      });
      const euro = (income.get(user_id) ?? 0) / 100 / month_count;
      const inhabitants = Number(populations.get(cities.get(user_id)!));
      expect(bands).toEqual({
        income_band: euro <= 0 ? 0 : 1 + [1500, 2250, 3000].filter((from) => euro >= from).length,
        city_band: 1 + [700_000, 1_500_000].filter((from) => inhabitants >= from).length,
        household_band: Math.min(3, Number(sizes.get(user_id))),
      });
    }
  });

  it("person-budget: what the page used to work out of everybody’s rows, for each main customer", async () => {
    const people = await dataset<CategoryPerson>(snapshot, "budget-categories.json");
    const peersOf = peerFinder(people);
    const bytes = keyedBytes(people.map((own) => [own.user_id, [personBudget(own, peersOf(own))]]));
    const file = keyedFile("person-budget.keyed", bytes);
    const bands = ["income_band", "city_band", "household_band"] as const;
    for (const own of people) {
      const alike = [3, 2, 1, 0].map((count) =>
        people.filter(
          (other) =>
            other !== own && bands.slice(0, count).every((band) => other[band] === own[band]),
        ),
      );
      const peers = alike.find(({length}) => length >= 20) ?? alike[3]!;
      const row = await keyedRow<PersonBudget>(file, own.user_id);
      expect(row?.peers).toMatch(new RegExp(`^${peers.length} people`));
      expect(row?.budgets).toEqual(categoryBudgets(own, peerSpending(peers)));
    }
    const [other] = statement
      .rows("individuals")
      .filter((row) => !people.some(({user_id}) => user_id === row.user_id));
    expect(await keyedRow(file, other!.user_id!)).toBeUndefined();
  });
});
