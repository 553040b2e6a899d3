import {readFileSync} from "node:fs";
import {join} from "node:path";
import {group} from "d3-array";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {queriesOver} from "../../loaders/datasets/bank.js";
import {readHabits, readLifestyles} from "../../loaders/datasets/lifestyles.js";
import {projectRoot} from "../../loaders/environment.js";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import {percent} from "../../src/lib/format.js";
import {featuresOf} from "../../src/lib/lifestyles/features.js";
import {type HabitRow, habits} from "../../src/lib/lifestyles/habits.js";
import type {Published} from "../../src/lib/lifestyles/published.js";
import {scoresOf} from "../../src/lib/lifestyles/score.js";
import {dotsOf} from "../../src/people/lifestyles/people.js";
import {
  leftOutText,
  mapFinding,
  openingText,
  savingFinding,
} from "../../src/people/lifestyles/words.js";
import {bank} from "../support/bank.js";
import {dataset} from "../support/dataset.js";
import {mainCustomersOf} from "../support/mainCustomers.js";
import {type Leg, middle, type Statement, statementOf} from "../support/statement.js";
import {tinySnapshot} from "../support/tinySnapshot.js";

// More than twelve months, so that the window leaves some out, and more than a hundred people with purchases enough.
const folder = bank({individuals: 600, companies: 20, months: 14, seed: 6});

let snapshot: SnapshotReader;
let statement: Statement;
let main: Set<string>;
let rows: HabitRow[];
let data: Published;
let purchases: Map<string, Leg[]>;
let inWindow: Map<string, Leg[]>;

const experiences = ["restaurants", "travel", "recreation"] as const;
const isHabit = (category: string) => (habits as readonly string[]).includes(category);
const window = () => statement.months.slice(-12);
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const sum = (legs: readonly Leg[]) => legs.reduce((cents, leg) => cents + leg.cents, 0);

/** A person's shares of purchases, from the CSV files. */
function sharesOf(id: string, isIn: (leg: Leg) => boolean = () => true): number[] {
  const own = purchases.get(id)!.filter(isIn);
  return habits.map((habit) => own.filter((leg) => leg.category === habit).length / own.length);
}

let closings: ReadonlyMap<string, string>;
/** Moved to or from savings; what leaves an account on the day that it is closed is no use of savings. */
const isSaved = (leg: Leg) =>
  leg.category === "saving" &&
  leg.accountKind === "savings" &&
  !(leg.cents < 0 && closings.get(leg.account) === leg.day);

/** What each person booked in the window by these groups, in cents. */
const booked = (id: string, test: (leg: Leg) => boolean) =>
  sum((inWindow.get(id) ?? []).filter(test));

beforeAll(async () => {
  snapshot = await tinySnapshot(folder);
  statement = statementOf(folder);
  main = mainCustomersOf(statement);
  closings = new Map(statement.rows("accounts").map((row) => [row.account_id!, row.closed_on!]));
  const bank = queriesOver(snapshot);
  rows = await readHabits(bank);
  data = await readLifestyles(bank);
  const legs = statement.legs.filter(
    (leg) =>
      main.has(leg.owner) && leg.cents < 0 && isHabit(leg.category) && window().includes(leg.month),
  );
  purchases = group(legs, (leg) => leg.owner);
  inWindow = group(
    statement.legs.filter((leg) => window().includes(leg.month)),
    (leg) => leg.owner,
  );
});
afterAll(() => snapshot.close());

describe("the datasets of the lifestyles page, worked out again from the CSV files", () => {
  it("lifestyle-habits: who makes sixty purchases, and of what kind, in odd and even months", () => {
    const judged = [...purchases].filter(([, legs]) => legs.length >= 60).map(([id]) => id);
    expect(rows.map(({user_id}) => user_id)).toEqual(judged.sort());
    expect(judged.length).toBeGreaterThan(100);
    for (const {user_id, odd_counts, even_counts} of rows) {
      const inMonths = (rest: number) =>
        habits.map(
          (habit) =>
            purchases
              .get(user_id)!
              .filter((leg) => leg.category === habit && window().indexOf(leg.month) % 2 === rest)
              .length,
        );
      expect(odd_counts).toEqual(inMonths(0));
      expect(even_counts).toEqual(inMonths(1));
    }
  });

  it("the two sides of the map: experiences among purchases, and discretionary spending over income", () => {
    for (const {user_id, experience_share, discretionary_to_income} of rows) {
      const own = sharesOf(user_id);
      const share = experiences.reduce((total, habit) => total + own[habits.indexOf(habit)]!, 0);
      expect(experience_share).toBeCloseTo(share, 4);
      const income = booked(user_id, (leg) => leg.group === "income");
      const spent = -booked(user_id, (leg) => leg.group === "discretionary");
      if (income === 0) expect(discretionary_to_income).toBeNull();
      else expect(Math.abs(discretionary_to_income! - spent / income)).toBeLessThan(0.00006);
    }
  });

  it("lifestyle-repeat: by number the same repeatability as the one that people are clustered with", async () => {
    const repeats = await dataset(snapshot, "lifestyle-repeat.csv");
    const {repeat} = featuresOf(rows);
    expect(repeats.map((row) => row.category).sort()).toEqual([...habits].sort());
    for (const {category, purchase_share, purchases_repeat, person_count} of repeats) {
      const at = habits.indexOf(category as (typeof habits)[number]);
      expect(person_count).toBe(rows.length);
      expect(purchases_repeat).toBeCloseTo(repeat[at]!, 5);
      expect(purchase_share).toBeCloseTo(mean(rows.map((row) => sharesOf(row.user_id)[at]!)), 5);
    }
  });

  it("lifestyle-segments: each person once, and segments that are what their people buy", () => {
    const {segments, people, shares} = data;
    expect(segments.length).toBe(data.segment_count);
    expect(segments.length).toBeGreaterThan(1);
    expect(people.user_id).toEqual(rows.map((row) => row.user_id));
    segments.forEach((segment, at) => {
      const own = people.user_id.filter((_, place) => people.segment[place] === at);
      expect(segment.person_count).toBe(own.length);
      habits.forEach((_, habit) => {
        expect(segment.shares[habit]).toBeCloseTo(mean(own.map((id) => sharesOf(id)[habit]!)), 3);
      });
    });
    expect(shares.reduce((total, share) => total + share, 0)).toBeCloseTo(1, 3);
    expect(new Set(segments.map(({name}) => name)).size).toBe(segments.length);
    expect(people.segment.every((own, at) => own !== people.next[at])).toBe(true);
  });

  it("lifestyle-segments: income, saving, spending and age of each segment and of everybody", () => {
    const birthYears = new Map(
      statement.rows("individuals").map((row) => [row.user_id!, Number(row.birth_year)]),
    );
    const {people, segments, everybody} = data;
    const groups = segments.map((_, at) =>
      people.user_id.filter((_, place) => people.segment[place] === at),
    );
    [...groups, [...people.user_id]].forEach((ids, at) => {
      const money = segments[at] ?? everybody;
      const total = (test: (leg: Leg) => boolean) =>
        ids.reduce((cents, id) => cents + booked(id, test), 0);
      const income = total((leg) => leg.group === "income");
      const saved = total(isSaved);
      const spent = -total((leg) => leg.group === "discretionary");
      expect(money.savings_rate).toBeCloseTo(saved / income, 5);
      expect(money.discretionary_to_income).toBeCloseTo(spent / income, 5);
      const year = Number(window().at(-1)!.slice(0, 4));
      expect(money.median_age).toBe(middle(ids.map((id) => year - birthYears.get(id)!)));
    });
  });

  it("lifestyle-score: reads the persona to score and finds the same divisions", () => {
    const personas = new Map(
      statement.rows("individuals").map((row) => [row.user_id!, row.persona!]),
    );
    const scores = scoresOf(rows, personas);
    expect(scores.map((row) => row.segment_count)).toEqual(
      data.trials.map((row) => row.segment_count),
    );
    const chosen = scores.find((row) => row.segment_count === data.segment_count)!;
    const labels = data.people.segment;
    const given = data.people.user_id.map((id) => personas.get(id)!);
    // By pairs of people.
    let [both, inA, inB, all] = [0, 0, 0, 0];
    for (let a = 0; a < labels.length; a++) {
      for (let b = 0; b < a; b++) {
        const [one, two] = [labels[a] === labels[b], given[a] === given[b]];
        both += Number(one && two);
        inA += Number(one);
        inB += Number(two);
        all += 1;
      }
    }
    const expected = (inA * inB) / all;
    expect(chosen.adjusted_rand).toBeCloseTo((both - expected) / ((inA + inB) / 2 - expected), 4);
    expect(chosen.persona_count).toBe(new Set(given).size);
  });

  it("lifestyle-segments: is the same each time, and asks for no persona", async () => {
    expect(await readLifestyles(queriesOver(snapshot))).toEqual(data);
    const asked = ["src/data/lifestyle-habits.json.sql", "loaders/datasets/lifestyles.ts"];
    for (const file of asked)
      expect(readFileSync(join(projectRoot, file), "utf8")).not.toMatch(/\bpersona\b/);
  });
});

describe("what the page says", () => {
  it("opens with the largest and the smallest segment, and who is left out", () => {
    const {segments, people} = data;
    const text = openingText(data);
    expect(text).toContain(`${people.user_id.length} main customers fall into`);
    expect(text).toContain(
      `${percent(segments[0]!.person_count / people.user_id.length, 0)} of them`,
    );
    expect(data.person_count).toBe(main.size);
    const left = main.size - rows.length;
    expect(leftOutText(data)).toContain(`${left} of them ${left === 1 ? "is" : "are"} left out`);
  });

  it("names on the map the segment whose median person is the most experiential", () => {
    const dots = dotsOf(data);
    const names = data.segments.map(({name}) => name);
    const shareOf = (name: string) =>
      middle(dots.filter((dot) => dot.segment === name).map((dot) => dot.experience_share));
    const most = [...names].sort((a, b) => shareOf(b) - shareOf(a))[0]!;
    expect(mapFinding(dots, names)).toMatch(new RegExp(`^${most} buy experiences most often`));
  });

  it("gives the savings rate of a segment the error that leaving out one person at a time shows", () => {
    data.segments.forEach(({savings_rate, savings_error}, at) => {
      const own = data.people.user_id.filter((_, place) => data.people.segment[place] === at);
      const sums = own.map((id) => ({
        saved: booked(id, isSaved),
        income: booked(id, (leg) => leg.group === "income"),
      }));
      const saved = sums.reduce((total, row) => total + row.saved, 0);
      const income = sums.reduce((total, row) => total + row.income, 0);
      const left = sums.map((row) => (saved - row.saved) / (income - row.income));
      const squares = left.reduce((total, rate) => total + (rate - savings_rate!) ** 2, 0);
      const jackknife = Math.sqrt((squares * (own.length - 1)) / own.length);
      expect(Math.abs(savings_error! / jackknife - 1)).toBeLessThan(0.1);
    });
  });

  it("names the segment that saves most, or says that they differ within chance", () => {
    const [most] = [...data.segments].sort((a, b) => b.savings_rate! - a.savings_rate!);
    expect(savingFinding(data.segments)).toMatch(
      new RegExp(`^(${most!.name} save most|The savings of segments differ only within chance)`),
    );
  });
});
