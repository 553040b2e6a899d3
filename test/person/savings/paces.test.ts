import {describe, expect, it} from "vitest";
import type {Goal} from "../../../src/lib/people/goals.js";
import {goalsText, pacedGoals, paceText} from "../../../src/person/savings/paces.js";

const goal: Goal = {
  goal_id: 1,
  user_id: "ind-1",
  goal: "A bicycle",
  target_eur: 900,
  due_on: "2026-12-15",
  balance_eur: 450,
  pace_eur: 50,
  first_month: "2025-01-01",
  reached_month: null,
  state: "behind",
};

const october = new Date("2026-10-01");
const paced = (changes: Partial<Goal> = {}) => pacedGoals([{...goal, ...changes}], october)[0]!;

describe("pacedGoals(goals, month)", () => {
  it("gives the part that is there, the part by the due month, and the months at this pace", () => {
    expect(paced()).toMatchObject({done_share: 0.5, months_to_go: 9});
    expect(paced().due_share).toBeCloseTo(550 / 900, 12);
    expect(paced({pace_eur: 49}).months_to_go).toBe(10);
    expect(paced({pace_eur: 449}).due_share).toBe(1);
  });

  it("counts no months back from a goal that is overdue", () =>
    expect(paced({due_on: "2026-03-01", state: "overdue"}).due_share).toBe(0.5));

  it("never reaches one to which nothing is added", () => {
    expect(paced({pace_eur: 0})).toMatchObject({
      done_share: 0.5,
      due_share: 0.5,
      months_to_go: null,
    });
    expect(paced({pace_eur: -300})).toMatchObject({due_share: 0, months_to_go: null});
    expect(paced({balance_eur: -20}).done_share).toBe(0);
  });

  it("keeps one that was reached whole, whatever is in savings since", () =>
    expect(paced({state: "reached", reached_month: "2026-06-01"})).toMatchObject({
      done_share: 1,
      months_to_go: null,
    }));
});

describe("paceText(goal)", () => {
  it.each([
    ["a pace", paced(), "Behind: due December 2026, at this pace reached in 9 months"],
    [
      "the last month",
      paced({balance_eur: 880, state: "on_track"}),
      "On track: due December 2026, at this pace reached in 1 month",
    ],
    ["none", paced({pace_eur: 0}), "Behind: due December 2026, nothing is being added"],
    ["one reached", paced({state: "reached", reached_month: "2026-06-01"}), "Reached Jun 2026"],
  ])("has words for %s", (_, row, words) => expect(paceText(row)).toBe(words));
});

describe("goalsText(name, goals)", () => {
  it("counts those that are reached or on track, and has words for one and none", () => {
    expect(goalsText("Ada", [])).toBe("Ada has set no savings goal");
    expect(goalsText("Ada", [goal])).toBe("The goal “a bicycle” is behind");
    expect(goalsText("Ada", [goal, {...goal, state: "reached"}, {...goal, state: "overdue"}])).toBe(
      "1 of Ada’s 3 goals is reached or on track",
    );
    expect(
      goalsText("Ada", [
        {...goal, state: "on_track"},
        {...goal, state: "reached"},
      ]),
    ).toBe("2 of Ada’s 2 goals are reached or on track");
  });
});
