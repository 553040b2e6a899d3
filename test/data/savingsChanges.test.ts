import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import {keyedRow, keyedRows} from "../../src/components/keyed.js";
import {rounded} from "../../src/lib/format.js";
import type {Goal} from "../../src/lib/people/goals.js";
import type {PersonSavings} from "../../src/lib/people/savings.js";
import {bank} from "../support/bank.js";
import {dataset, keyedDataset} from "../support/dataset.js";
import {type Life, livesOf} from "../support/lives.js";
import {mean, saving, sum} from "../support/savers.js";
import {middle, statementOf} from "../support/statement.js";
import {tinySnapshot} from "../support/tinySnapshot.js";

// More than twelve months, so that the window of the last twelve leaves some out, and people enough to have raises.
const folder = bank({individuals: 600, companies: 20, months: 18, seed: 6});
const {lives, months} = livesOf(folder);
const {legs} = statementOf(folder);
const {covered, hasSalary, last, over, ownWindow, stays} = saving(months.length);

let snapshot: SnapshotReader;
beforeAll(async () => {
  snapshot = await tinySnapshot(folder);
});
afterAll(() => snapshot.close());

/** The month in which a savings account first held so much, at any instant; -1 for none. */
function reachedAt(life: Life, target: number): number {
  let held = life.savingsOpening;
  const first = life.savings.findIndex((cents) => cents !== undefined);
  if (held >= target) return first;
  for (const leg of legs.filter(
    ({owner, accountKind}) => owner === life.id && accountKind === "savings",
  )) {
    held += leg.cents;
    if (held >= target) return months.indexOf(leg.month);
  }
  return -1;
}

describe("after a change of pay, worked out again", () => {
  const parts = ["income", "saving", "discretionary"] as const;

  it("savings-events: the raises that stand alone, and what followed", async () => {
    const rows = (await dataset(snapshot, "savings-events.csv")).filter(
      ({event}) => event === "raise",
    );
    const events = lives
      .filter((life) => life.isMain && stays(life))
      .flatMap((life) =>
        months.flatMap((_, at) => {
          const window = Array.from({length: 10}, (_, offset) => at - 3 + offset);
          if (at < 3 || at + 6 > last) return [];
          const payers = new Set(window.map((month) => life.payer[month]));
          const before = life.regular[at - 1]!;
          const steps = window.slice(1).filter((month) => {
            const [was, is] = [life.regular[month - 1] ?? 0, life.regular[month] ?? 0];
            return Math.abs(is / was - 1) >= 0.005;
          });
          const isAlone = steps.length === 1 && steps[0] === at;
          return payers.size === 1 &&
            !payers.has(undefined) &&
            isAlone &&
            life.regular[at]! > before
            ? [{life, at}]
            : [];
        }),
      );
    expect(events.length).toBeGreaterThan(20);
    const steady = lives.filter(
      (life) => life.isMain && stays(life) && months.every((_, at) => (life.salary[at] ?? 0) > 0),
    );
    const usualOf = (part: "discretionary" | "saving") =>
      months.map((_, at) => mean(steady.map((life) => life[part][at] ?? 0)));
    const seasons = {
      income: months.map(() => 0),
      saving: usualOf("saving"),
      discretionary: usualOf("discretionary"),
    };
    expect(rows).toHaveLength(parts.length * 11);
    for (const {
      part,
      month_offset,
      change_eur,
      low_eur,
      high_eur,
      season_eur,
      person_count,
    } of rows) {
      const offsets = month_offset === null ? [1, 2, 3, 4, 5, 6] : [Number(month_offset)];
      // Months with extra pay are in no mean.
      const meanOf = (life: Life, path: readonly number[], places: readonly number[]) =>
        mean(
          places.filter((at) => life.salary[at] === life.regular[at]).map((at) => path[at] ?? 0),
        );
      const change = (life: Life, path: readonly number[], at: number) =>
        meanOf(
          life,
          path,
          offsets.map((offset) => at + offset),
        ) - meanOf(life, path, [at - 3, at - 2, at - 1]);
      const name = part as (typeof parts)[number];
      const usual = seasons[name];
      const counted = events.filter(({life, at}) => Number.isFinite(change(life, usual, at)));
      const values = counted.map(
        ({life, at}) => change(life, life[name], at) - change(life, usual, at),
      );
      const season = mean(counted.map(({life, at}) => change(life, usual, at)));
      expect(Math.abs(Number(season_eur) - season / 100)).toBeLessThan(0.0051);
      expect(person_count).toBe(new Set(counted.map(({life}) => life)).size);
      const centre = mean(values);
      const deviation = Math.sqrt(
        sum(values.map((value) => (value - centre) ** 2)) / (values.length - 1),
      );
      const error = (1.96 * deviation) / Math.sqrt(values.length);
      expect(Math.abs(Number(low_eur) - (centre - error) / 100)).toBeLessThan(0.0051);
      expect(Math.abs(Number(high_eur) - (centre + error) / 100)).toBeLessThan(0.0051);
      expect(Math.abs(Number(change_eur) - centre / 100)).toBeLessThan(0.0051);
    }
  });

  it("savings-events: stops are two months or more without any salary, and jobs are told apart by who pays", async () => {
    const rows = await dataset(snapshot, "savings-events.csv");
    const people = (event: string) =>
      rows.find((row) => row.event === event && row.part === "income" && row.month_offset === null)
        ?.person_count ?? 0;
    const stops = new Set<Life>();
    const changes = {change_up: new Set<Life>(), change_down: new Set<Life>()};
    for (const life of lives.filter((life) => life.isMain && stays(life))) {
      const paid = months.flatMap((_, at) => (life.payer[at] === undefined ? [] : [at]));
      paid.forEach((at, place) => {
        const next = paid[place + 1];
        const isSteady = [at - 1, at - 2].every((month) => life.payer[month] === life.payer[at]);
        if (!isSteady) return;
        if ((next === undefined || next - at >= 3) && at + 7 <= last) stops.add(life);
        if (next === undefined || next + 6 > last) return;
        const isHeld = Array.from({length: 7}, (_, ahead) => next + ahead).every(
          (month) => life.payer[month] === life.payer[next],
        );
        if (life.payer[next] !== life.payer[at] && isHeld)
          changes[life.regular[next]! > life.regular[at]! ? "change_up" : "change_down"].add(life);
      });
    }
    expect(stops.size + changes.change_up.size + changes.change_down.size).toBeGreaterThan(3);
    expect([people("stop"), people("change_up"), people("change_down")]).toEqual([
      stops.size,
      changes.change_up.size,
      changes.change_down.size,
    ]);
  });
});

describe("goals, worked out again", () => {
  it("person-goals: each goal's state from the balances at the ends of months", async () => {
    const rows = await dataset(snapshot, "person-goals.keyed");
    const open = lives.filter((life) => stays(life) && life.savings[last] !== undefined);
    expect(rows).toHaveLength(open.flatMap(({goals}) => goals).length);
    for (const row of rows) {
      const life = lives.find(({id}) => id === row.user_id)!;
      const goal = life.goals.find(({id}) => id === String(row.goal_id))!;
      const at = reachedAt(life, goal.target);
      const own = ownWindow(life).filter((month) => life.savings[month] !== undefined);
      const before = own[0]! > 0 ? life.savings[own[0]! - 1] : undefined;
      const start = before ?? life.savingsOpening;
      const changes = own.map(
        (month, place) => life.savings[month]! - (place === 0 ? start : life.savings[month - 1]!),
      );
      const pace = middle(changes);
      const [year, month] = goal.due.split("-").map(Number) as [number, number];
      const [toYear, toMonth] = months.at(-1)!.split("-").map(Number) as [number, number];
      const ahead = 12 * (year - toYear) + month - toMonth;
      const state =
        at >= 0
          ? "reached"
          : ahead <= 0
            ? "overdue"
            : life.savings[last]! + pace * ahead >= goal.target
              ? "on_track"
              : "behind";
      expect([row.goal_id, row.state]).toEqual([row.goal_id, state]);
      expect(row.reached_month).toBe(at >= 0 ? months[at] : null);
      expect(Math.abs(Number(row.pace_eur) - pace / 100)).toBeLessThan(0.0051);
    }
    expect(new Set(rows.map(({state}) => state)).size).toBe(4);
  });

  it("savings-goal-counts: the same goals, counted", async () => {
    const [goals, counts] = [
      await dataset(snapshot, "person-goals.keyed"),
      await dataset(snapshot, "savings-goal-counts.csv"),
    ];
    for (const {name, state, goal_count} of counts)
      expect(goal_count).toBe(
        goals.filter((goal) => goal.goal === name && goal.state === state).length,
      );
    expect(sum(counts.map(({goal_count}) => Number(goal_count)))).toBe(goals.length);
  });
});

describe("one person, worked out again", () => {
  it("person-savings: balances, rates, months covered and changes of pay of everybody", async () => {
    const rows = await dataset(snapshot, "person-savings.keyed");
    expect(rows.map(({user_id}) => user_id)).toEqual(
      lives.filter((life) => stays(life)).map(({id}) => id),
    );
    for (const row of rows) {
      const life = lives.find(({id}) => id === row.user_id)!;
      const balances = life.savings.filter((cents) => cents !== undefined);
      (row.savings_eur as unknown as number[]).forEach((eur, at) => {
        expect(Math.abs(eur - balances[at]! / 100)).toBeLessThanOrEqual(0.5);
      });
      expect(row.liquid_eur).toBe(life.liquid[last]! / 100);
      const [rate, months_covered] = [over(life, "saving") / over(life, "income"), covered(life)];
      if (life.isMain && Number.isFinite(rate)) expect(row.savings_rate).toBeCloseTo(rate, 5);
      else expect(row.savings_rate).toBeNull();
      if (months_covered === undefined) expect(row.months_covered).toBeNull();
      else expect(row.months_covered).toBeCloseTo(months_covered, 3);
      const paid = months.flatMap((_, at) => (life.payer[at] === undefined ? [] : [at]));
      const moves = paid.slice(1).flatMap((at, place) => {
        const was = paid[place]!;
        const share = life.regular[at]! / life.regular[was]! - 1;
        if (life.payer[at] !== life.payer[was]) return [[months[at], "job"]];
        if (at !== was + 1 || Math.abs(share) < 0.005) return [];
        return [[months[at], share > 0 ? "raise" : "cut"]];
      });
      const [at, kinds] = [row.move_months, row.move_kinds] as unknown as string[][];
      expect(at!.map((month, place) => [month, kinds![place]])).toEqual(moves);
    }
  });

  it("person-savings: how many of the other main customers save less of a salary, and would last less long", async () => {
    const file = await keyedDataset(snapshot, "person-savings.keyed");
    const judged = lives.filter((life) => life.isMain && stays(life));
    const savers = judged.filter(hasSalary);
    const shares = new Map(
      savers.map((life) => [life.id, rounded(over(life, "saving") / over(life, "salary"), 6)]),
    );
    const months = new Map(
      judged.flatMap((life) => {
        const own = covered(life);
        return own === undefined ? [] : [[life.id, rounded(own, 4)] as const];
      }),
    );
    const below = (values: ReadonlyMap<string, number>, id: string) => {
      const own = values.get(id);
      if (own === undefined) return null;
      const others = [...values].filter(([other]) => other !== id);
      return others.filter(([, value]) => value < own).length / others.length;
    };
    const ranks = [];
    for (const {id} of lives.filter((life) => stays(life))) {
      const row = (await keyedRow<PersonSavings>(file, id))!;
      for (const [rank, expected] of [
        [row.saver_rank, below(shares, id)],
        [row.covered_rank, below(months, id)],
      ] as const) {
        if (expected === null) expect(rank).toBeNull();
        else expect(rank).toBeCloseTo(expected, 9);
      }
      ranks.push(row.saver_rank);
    }
    expect(ranks).toContain(null);
    expect(ranks).toContain(1);
    const gone = lives.find((life) => !stays(life))!;
    expect(await keyedRow(file, gone.id)).toBeUndefined();
  });

  it("person-goals: the goals of each person, the first due first, and nobody else's", async () => {
    const file = await keyedDataset(snapshot, "person-goals.keyed");
    const here = lives.filter((life) => stays(life) && life.savings[last] !== undefined);
    for (const life of here) {
      const rows = await keyedRows<Goal>(file, life.id);
      expect(rows.map(({goal_id}) => String(goal_id)).sort()).toEqual(
        life.goals.map(({id}) => id).sort(),
      );
      const days = rows.map(({due_on}) => String(due_on));
      expect(days).toEqual(days.toSorted());
    }
    expect(here.some(({goals}) => goals.length > 1)).toBe(true);
    const gone = lives.find((life) => !stays(life) && life.goals.length > 0)!;
    expect(await keyedRows(file, gone.id)).toEqual([]);
  });
});
