import {describe, expect, it} from "vitest";
import {
  type Goal,
  type GoalCount,
  type GoalState,
  goalsByKind,
  goalsFinding,
  goalTotals,
  isLate,
  reachedText,
} from "../../../src/lib/people/goals.js";

const month = (at: number) => new Date(Date.UTC(2026, at));
const counted = (name: string, state: GoalState, goal_count: number): GoalCount => ({
  name,
  state,
  goal_count,
  month: month(5),
});

function goal(reached: number | null, {first = 0, due = 5} = {}): Goal {
  return {
    goal_id: 1,
    user_id: "ind-000001",
    goal: "Car",
    target_eur: 1000,
    due_on: new Date(Date.UTC(2026, due + 1, 0)),
    balance_eur: 500,
    pace_eur: 50,
    first_month: month(first),
    reached_month: reached === null ? null : month(reached),
    state: reached === null ? "behind" : "reached",
  };
}

describe("goalsFinding(rows)", () => {
  it("gives the part that is reached, and how those with time left stand", () => {
    const rows = [
      counted("Car", "reached", 6),
      counted("Car", "on_track", 1),
      counted("Car", "behind", 3),
      counted("Piano", "overdue", 2),
    ];
    expect(goalTotals(rows)).toEqual({reached: 6, on_track: 1, behind: 3, overdue: 2, all: 12});
    expect(goalsFinding(rows)).toBe(
      "50% of goals are reached; 25% of those still open are on track",
    );
  });

  it("has words for none reached, none with time left, one goal and no goal", () => {
    expect(goalsFinding([counted("Car", "behind", 2)])).toBe(
      "No goal is reached; none of those still open are on track",
    );
    expect(goalsFinding([counted("Car", "reached", 2), counted("Car", "overdue", 2)])).toBe(
      "50% of goals are reached; the others are overdue",
    );
    expect(goalsFinding([counted("Car", "on_track", 1)])).toBe("The one goal is on track");
    expect(goalsFinding([])).toBe("Nobody has a savings goal");
  });
});

describe("goalsByKind(rows)", () => {
  it("puts the kind that is reached most often first, and states in their order", () => {
    const rows = [
      counted("Car", "behind", 3),
      counted("Car", "reached", 1),
      counted("Piano", "reached", 1),
    ];
    expect(goalsByKind(rows).map(({name, state}) => `${name} ${state}`)).toEqual([
      "Piano reached",
      "Car reached",
      "Car behind",
    ]);
  });
});

describe("reachedText(goal)", () => {
  it("says late after the month of the day, and by for the first month known", () => {
    expect(reachedText(goal(3))).toBe("Apr 2026");
    expect(reachedText(goal(5))).toBe("Jun 2026");
    expect(reachedText(goal(6))).toBe("Jul 2026, late");
    expect(reachedText(goal(0))).toBe("by Jan 2026");
    expect(reachedText(goal(null))).toBe("–");
    expect(isLate(goal(0, {due: -3}))).toBe(false);
  });

  it("reads days that are text, as a person’s page has them", () => {
    const text = {first_month: "2026-01-01", reached_month: "2026-01-01", due_on: "2025-10-31"};
    expect(reachedText({...goal(0), ...text})).toBe("by Jan 2026");
    expect(isLate({...goal(0), ...text})).toBe(false);
    expect(reachedText({...goal(0), ...text, reached_month: "2026-02-01"})).toBe("Feb 2026, late");
  });
});
