import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {projectRoot} from "../../loaders/environment.js";
import {type Row, readRows} from "../../loaders/rows.js";
import type {SnapshotReader} from "../../loaders/snapshotReader.js";
import {readSql} from "../../loaders/sqlText.js";
import {bank} from "../support/bank.js";
import {type Life, livesOf} from "../support/lives.js";
import {middle} from "../support/statement.js";
import {tinySnapshot} from "../support/tinySnapshot.js";

// More than twelve months, so that the window of the last twelve leaves some out, and people enough to have raises.
const folder = bank({individuals: 250, companies: 10, months: 18, seed: 6});

let snapshot: SnapshotReader;
let lives: readonly Life[];
let months: readonly string[];

const dataset = async (name: string): Promise<Row[]> =>
  readRows(await snapshot.connection.run(readSql(join(projectRoot, `src/data/${name}.sql`)).sql));

beforeAll(async () => {
  snapshot = await tinySnapshot(folder);
  ({lives, months} = livesOf(folder));
});
afterAll(() => snapshot.close());

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;
const last = () => months.length - 1;
const stays = (life: Life, at = last()) => life.closesAt === undefined || life.closesAt > at;
/** The positions of the last twelve months in which a person is here. */
const ownWindow = ({liquid}: Life, to = last()) =>
  Array.from({length: 12}, (_, back) => to - 11 + back).filter((at) => liquid[at] !== undefined);
const over = (life: Life, part: "income" | "salary" | "saving" | "spending", to = last()) =>
  sum(ownWindow(life, to).map((at) => life[part][at] ?? 0));
const hasSalary = (life: Life) => {
  const own = ownWindow(life);
  return 2 * own.filter((at) => (life.salary[at] ?? 0) > 0).length >= own.length;
};
const covered = (life: Life, to = last()): number | undefined => {
  const own = ownWindow(life, to);
  const usual = over(life, "spending", to) / own.length;
  if (!stays(life, to) || own.length < 3 || usual < 10_000) return undefined;
  return Math.max(0, life.liquid[to]!) / usual;
};
const bandOf = (value: number) => [0, 1, 3, 6, 12].findLast((from) => value >= from)!;

describe("the share of salary, worked out again from the CSV files", () => {
  it("savings-shares: each person with a steady salary in the band of their share", async () => {
    const rows = await dataset("savings-shares.csv");
    const people = lives.filter((life) => stays(life));
    const savers = people.filter(hasSalary);
    const shares = savers.map((life) => over(life, "saving") / over(life, "salary"));
    expect(savers.length).toBeGreaterThan(100);
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
    const rows = await dataset("savings-months.csv");
    expect(rows.map(({month}) => month)).toEqual(months);
    rows.forEach(({median_share, person_count}, at) => {
      const paid = lives.filter((life) => stays(life, at) && (life.salary[at] ?? 0) > 0);
      expect(person_count).toBe(paid.length);
      const shares = paid.map((life) => life.saving[at]! / life.salary[at]!);
      expect(median_share).toBeCloseTo(middle(shares), 9);
    });
  });
});

describe("the rainy-day fund, worked out again", () => {
  it("savings-funds: everybody in the band of the months covered, in each month", async () => {
    const rows = await dataset("savings-funds.csv");
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

  it("savings-funds: who crossed three months since the month before", async () => {
    const rows = await dataset("savings-funds.csv");
    let crossings = 0;
    for (const {month, risen_count, fallen_count} of rows) {
      const at = months.indexOf(String(month));
      const moves = lives.map((life) => [covered(life, at - 1), covered(life, at)] as const);
      const known = moves.filter(([before, now]) => before !== undefined && now !== undefined);
      if (at === 2) expect([risen_count, fallen_count]).toEqual([null, null]);
      else {
        expect(risen_count).toBe(known.filter(([before, now]) => before! < 3 && now! >= 3).length);
        expect(fallen_count).toBe(known.filter(([before, now]) => before! >= 3 && now! < 3).length);
        crossings += Number(risen_count) + Number(fallen_count);
      }
    }
    expect(crossings).toBeGreaterThan(20);
  });

  it("savings-groups: the median share and the people with a fund, by age, income and city", async () => {
    const rows = await dataset("savings-groups.csv");
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
        (life) => stays(life) && trait(life) >= Number(row.from_value) && trait(life) < to,
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

describe("after a change of pay, worked out again", () => {
  const parts = ["income", "saving", "household", "discretionary"] as const;

  it("savings-events: the raises that stand alone, and what followed", async () => {
    const rows = (await dataset("savings-events.csv")).filter(({event}) => event === "raise");
    const events = lives
      .filter((life) => stays(life))
      .flatMap((life) =>
        months.flatMap((_, at) => {
          const window = Array.from({length: 10}, (_, offset) => at - 3 + offset);
          if (at < 3 || at + 6 > last()) return [];
          const payers = new Set(window.map((month) => life.payer[month]));
          const before = life.salary[at - 1]!;
          const steps = window.slice(1).filter((month) => {
            const [was, is] = [life.salary[month - 1] ?? 0, life.salary[month] ?? 0];
            return Math.abs(is / was - 1) >= 0.005;
          });
          const isAlone = steps.length === 1 && steps[0] === at;
          return payers.size === 1 && !payers.has(undefined) && isAlone && life.salary[at]! > before
            ? [{life, at}]
            : [];
        }),
      );
    expect(events.length).toBeGreaterThan(20);
    const steady = lives.filter(
      (life) => stays(life) && months.every((_, at) => (life.salary[at] ?? 0) > 0),
    );
    const usual = months.map((_, at) => mean(steady.map((life) => life.discretionary[at] ?? 0)));
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
      expect(person_count).toBe(new Set(events.map(({life}) => life)).size);
      const offsets = month_offset === null ? [1, 2, 3, 4, 5, 6] : [Number(month_offset)];
      const change = (path: readonly number[], at: number) =>
        mean(offsets.map((offset) => path[at + offset] ?? 0)) -
        mean([1, 2, 3].map((back) => path[at - back] ?? 0));
      const name = part as (typeof parts)[number];
      const isSeasonal = name === "discretionary";
      const values = events.map(
        ({life, at}) => change(life[name], at) - (isSeasonal ? change(usual, at) : 0),
      );
      const season = isSeasonal ? mean(events.map(({at}) => change(usual, at))) : 0;
      expect(Math.abs(Number(season_eur) - season / 100)).toBeLessThan(0.0051);
      const middle = mean(values);
      const deviation = Math.sqrt(
        sum(values.map((value) => (value - middle) ** 2)) / (values.length - 1),
      );
      const error = (1.96 * deviation) / Math.sqrt(values.length);
      expect(Math.abs(Number(low_eur) - (middle - error) / 100)).toBeLessThan(0.0051);
      expect(Math.abs(Number(high_eur) - (middle + error) / 100)).toBeLessThan(0.0051);
      expect(Math.abs(Number(change_eur) - middle / 100)).toBeLessThan(0.0051);
    }
  });

  it("savings-events: stops are two months or more without any salary, and jobs are told apart by who pays", async () => {
    const rows = await dataset("savings-events.csv");
    const people = (event: string) =>
      rows.find((row) => row.event === event && row.part === "income")?.person_count ?? 0;
    const stops = new Set<Life>();
    const changes = {change_up: new Set<Life>(), change_down: new Set<Life>()};
    for (const life of lives.filter((life) => stays(life))) {
      const paid = months.flatMap((_, at) => (life.payer[at] === undefined ? [] : [at]));
      paid.forEach((at, place) => {
        const next = paid[place + 1];
        const isSteady = [at - 1, at - 2].every((month) => life.payer[month] === life.payer[at]);
        if (!isSteady) return;
        if ((next === undefined || next - at >= 3) && at + 7 <= last()) stops.add(life);
        if (next === undefined || next + 6 > last()) return;
        const isHeld = Array.from({length: 7}, (_, ahead) => next + ahead).every(
          (month) => life.payer[month] === life.payer[next],
        );
        if (life.payer[next] !== life.payer[at] && isHeld)
          changes[life.salary[next]! > life.salary[at]! ? "change_up" : "change_down"].add(life);
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
  it("savings-goals: each goal's state from the balances at the ends of months", async () => {
    const rows = await dataset("savings-goals.csv");
    const open = lives.filter((life) => stays(life) && life.savings[last()] !== undefined);
    expect(rows).toHaveLength(open.flatMap(({goals}) => goals).length);
    for (const row of rows) {
      const life = lives.find(({id}) => id === row.user_id)!;
      const goal = life.goals.find(({id}) => id === String(row.goal_id))!;
      const at = life.savings.findIndex((cents) => cents !== undefined && cents >= goal.target);
      const own = ownWindow(life).filter((month) => life.savings[month] !== undefined);
      const before = own[0]! > 0 ? life.savings[own[0]! - 1] : undefined;
      const start = before ?? life.savingsOpening;
      const pace = (life.savings[last()]! - start) / own.length;
      const [year, month] = goal.due.split("-").map(Number) as [number, number];
      const [toYear, toMonth] = months.at(-1)!.split("-").map(Number) as [number, number];
      const ahead = 12 * (year - toYear) + month - toMonth;
      const state =
        at >= 0
          ? "reached"
          : ahead <= 0
            ? "overdue"
            : life.savings[last()]! + pace * ahead >= goal.target
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
      await dataset("savings-goals.csv"),
      await dataset("savings-goal-counts.csv"),
    ];
    for (const {name, state, goal_count} of counts)
      expect(goal_count).toBe(
        goals.filter((goal) => goal.goal === name && goal.state === state).length,
      );
    expect(sum(counts.map(({goal_count}) => Number(goal_count)))).toBe(goals.length);
  });
});

describe("one person, worked out again", () => {
  it("savings-people: balances, rates, months covered and changes of pay of everybody", async () => {
    const rows = await dataset("savings-people.json");
    expect(rows.map(({user_id}) => user_id)).toEqual(
      lives.filter((life) => stays(life)).map(({id}) => id),
    );
    for (const row of rows) {
      const life = lives.find(({id}) => id === row.user_id)!;
      const balances = life.savings.filter((cents) => cents !== undefined);
      (row.savings_eur as unknown as number[]).forEach((eur, at) => {
        expect(Math.abs(eur - balances[at]! / 100)).toBeLessThanOrEqual(0.5);
      });
      expect(row.liquid_eur).toBe(life.liquid[last()]! / 100);
      const [rate, months_covered] = [over(life, "saving") / over(life, "income"), covered(life)];
      if (Number.isFinite(rate)) expect(row.savings_rate).toBeCloseTo(rate, 5);
      else expect(row.savings_rate).toBeNull();
      if (months_covered === undefined) expect(row.months_covered).toBeNull();
      else expect(row.months_covered).toBeCloseTo(months_covered, 3);
      const paid = months.flatMap((_, at) => (life.payer[at] === undefined ? [] : [at]));
      const moves = paid.slice(1).flatMap((at, place) => {
        const was = paid[place]!;
        const share = life.salary[at]! / life.salary[was]! - 1;
        if (life.payer[at] !== life.payer[was]) return [[months[at], "job"]];
        if (at !== was + 1 || Math.abs(share) < 0.005) return [];
        return [[months[at], share > 0 ? "raise" : "cut"]];
      });
      const [at, kinds] = [row.move_months, row.move_kinds] as unknown as string[][];
      expect(at!.map((month, place) => [month, kinds![place]])).toEqual(moves);
    }
  });
});
