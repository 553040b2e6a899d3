import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import {bank} from "../support/bank.js";
import {dataset} from "../support/dataset.js";
import {type Life, livesOf} from "../support/lives.js";
import {saving, sum} from "../support/savers.js";
import {middle, statementOf} from "../support/statement.js";
import {tinySnapshot} from "../support/tinySnapshot.js";

// More than twelve months, so that the window of the last twelve leaves some out, and people enough to have raises.
const folder = bank({individuals: 600, companies: 20, months: 18, seed: 6});
const {lives, months} = livesOf(folder);
const {covered, hasSalary, over, ownWindow, stays} = saving(months.length);

let snapshot: SnapshotReader;
beforeAll(async () => {
  snapshot = await tinySnapshot(folder);
});
afterAll(() => snapshot.close());

const bandOf = (value: number) => [0, 1, 3, 6, 12].findLast((from) => value >= from)!;

describe("the share of salary, worked out again from the CSV files", () => {
  it("savings-shares: each person with a steady salary in the band of their share", async () => {
    const rows = await dataset(snapshot, "savings-shares.csv");
    const people = lives.filter((life) => life.isMain && stays(life));
    const savers = people.filter(hasSalary);
    const shares = savers.map((life) => over(life, "saving") / over(life, "salary"));
    expect(savers.length).toBeGreaterThan(50);
    const counts = Array.from(
      {length: 32},
      (_, at) =>
        shares.filter((share) => Math.max(-1, Math.min(30, Math.floor(100 * share))) === at - 1)
          .length,
    );
    expect(rows.map(({person_count}) => person_count)).toEqual(counts);
    const all = (part: "saving" | "salary" | "income", of: readonly Life[]) =>
      sum(of.map((life) => over(life, part)));
    expect(rows[0]).toMatchObject({
      person_total: savers.length,
      unpaid_count: people.length - savers.length,
      zero_count: shares.filter((share) => share === 0).length,
      below_count: shares.filter((share) => share < 0).length,
      window_from: months.at(-12),
      window_to: months.at(-1),
    });
    expect(rows[0]!.median_share).toBeCloseTo(middle(shares), 9);
    expect(rows[0]!.all_share).toBeCloseTo(all("saving", savers) / all("salary", savers), 9);
    expect(rows[0]!.savings_rate).toBeCloseTo(all("saving", people) / all("income", people), 9);
  });

  it("savings-months: the median of those paid in the month, without who closes the account in it", async () => {
    const rows = await dataset(snapshot, "savings-months.csv");
    expect(rows.map(({month}) => month)).toEqual(months);
    rows.forEach(({median_share, person_count}, at) => {
      const paid = lives.filter(
        (life) => life.isMain && stays(life, at) && (life.salary[at] ?? 0) > 0,
      );
      expect(person_count).toBe(paid.length);
      const shares = paid.map((life) => life.saving[at]! / life.salary[at]!);
      expect(median_share).toBeCloseTo(middle(shares), 9);
    });
  });
});

describe("the rainy-day fund, worked out again", () => {
  it("savings-funds: everybody in the band of the months covered, in each month", async () => {
    const rows = await dataset(snapshot, "savings-funds.csv");
    expect(rows).toHaveLength(5 * (months.length - 2));
    for (const {month, band_from, person_count, person_total, median_months} of rows) {
      const at = months.indexOf(String(month));
      const known = lives.map((life) => covered(life, at)).filter((value) => value !== undefined);
      expect(person_total).toBe(known.length);
      expect([month, band_from, person_count]).toEqual([
        month,
        band_from,
        known.filter((value) => bandOf(value) === band_from).length,
      ]);
      expect(median_months).toBeCloseTo(middle(known), 9);
    }
  });

  it("savings-flows: what went to savings and came back out between accounts of one's own", async () => {
    const rows = await dataset(snapshot, "savings-flows.csv");
    const {legs, rows: table} = statementOf(folder);
    const closed = new Map(table("accounts").map((row) => [row.account_id!, row.closed_on!]));
    expect(rows).toHaveLength(2 * months.length);
    for (const {month, direction, amount_eur, person_count, saver_count} of rows) {
      const sign = direction === "in" ? 1 : -1;
      const own = legs.filter(
        (leg) =>
          leg.month === month &&
          leg.owner.startsWith("ind-") &&
          leg.accountKind === "savings" &&
          leg.category === "saving" &&
          leg.otherAccount !== "" &&
          sign * leg.cents > 0 &&
          !(sign < 0 && closed.get(leg.account) === leg.day),
      );
      expect(Math.round(100 * Number(amount_eur))).toBe(sum(own.map(({cents}) => cents)));
      expect(person_count).toBe(new Set(own.map(({owner}) => owner)).size);
      const at = months.indexOf(String(month));
      expect(saver_count).toBe(lives.filter(({savings}) => savings[at] !== undefined).length);
    }
  });

  it("savings-groups: the median share and the people with a fund, by age, income and city", async () => {
    const rows = await dataset(snapshot, "savings-groups.csv");
    const year = Number(months.at(-1)!.slice(0, 4));
    const traits = {
      age: (life: Life) => year - life.birthYear,
      income: (life: Life) => over(life, "income") / ownWindow(life).length / 100,
      city: (life: Life) => life.population,
    };
    expect(new Set(rows.map(({grouping}) => grouping)).size).toBe(3);
    for (const row of rows) {
      const trait = traits[row.grouping as keyof typeof traits];
      const to = row.to_value === null ? Number.POSITIVE_INFINITY : Number(row.to_value);
      const group = lives.filter(
        (life) =>
          life.isMain && stays(life) && trait(life) >= Number(row.from_value) && trait(life) < to,
      );
      const months = group.map((life) => covered(life)).filter((value) => value !== undefined);
      const savers = group.filter(hasSalary);
      expect([row.person_count, row.saver_count]).toEqual([months.length, savers.length]);
      expect(row.covered_share).toBeCloseTo(
        months.filter((value) => value >= 3).length / months.length,
        9,
      );
      const shares = savers.map((life) => over(life, "saving") / over(life, "salary"));
      if (savers.length >= 5) expect(row.median_share).toBeCloseTo(middle(shares), 9);
      else expect(row.median_share).toBeNull();
    }
  });
});
