import {describe, expect, it} from "vitest";
import type {FundBand} from "../../../src/lib/people/funds.js";
import type {GoalCount, GoalState} from "../../../src/lib/people/goals.js";
import type {ShareBand} from "../../../src/lib/people/savingsShares.js";
import {savingsText} from "../../../src/people/savings/opening.js";

const shares = (person_total: number) =>
  [
    {
      person_total,
      median_share: 0.13,
      window_from: new Date("2025-11-01"),
      window_to: new Date("2026-10-01"),
    } as ShareBand,
  ] as const;
const fund = (band_from: number, person_count: number, person_total: number) =>
  ({month: new Date("2026-01-01"), band_from, person_count, person_total}) as FundBand;
const goals = (counts: Partial<Record<GoalState, number>>) =>
  Object.entries(counts).map(
    ([state, goal_count]) => ({name: "Car", state, goal_count}) as GoalCount,
  );

describe("savingsText(shares, funds, goals)", () => {
  it("answers in three sentences", () => {
    expect(
      savingsText(
        shares(9),
        [fund(0, 400, 1400), fund(3, 1000, 1400)],
        goals({reached: 3, on_track: 1, behind: 2, overdue: 1}),
      ),
    ).toBe(
      "Over the 12 months to October 2026 the median main customer with a salary moved 13.0% of it to savings. 71.4% of main customers (1,000 of 1,400) have a rainy-day fund of at least three months’ spending. Of 7 savings goals of all customers, 3 are reached, 1 is on track, 2 are behind and 1 is overdue.",
    );
  });

  it("has words for one person and one goal", () => {
    expect(savingsText(shares(1), [fund(3, 1, 1)], goals({reached: 1}))).toBe(
      "Over the 12 months to October 2026 the one main customer with a salary moved 13.0% of it to savings. The one main customer has a rainy-day fund of three months’ spending. The one savings goal is reached.",
    );
  });

  it("has words for nothing: no salary, no fund, no goal, an empty bank", () => {
    expect(savingsText([], [fund(0, 5, 5), fund(3, 0, 5)], goals({behind: 2}))).toBe(
      "No main customer has a salary to save from. No main customer has a rainy-day fund of three months’ spending. Of 2 savings goals of all customers, none are reached and 2 are behind.",
    );
    expect(savingsText([], [], [])).toBe(
      "No main customer has a salary to save from. How long people’s money would last is not known yet. Nobody has set a savings goal.",
    );
  });
});
