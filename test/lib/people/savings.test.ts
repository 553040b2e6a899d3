import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Goal} from "../../../src/lib/people/goals.js";
import {
  balanceFinding,
  balancesOf,
  goalLevels,
  mostToTell,
  moveText,
  type PersonSavings,
  shareBelow,
  standingText,
} from "../../../src/lib/people/savings.js";

const ada: PersonSavings = {
  user_id: "ind-000001",
  first_month: "2025-11-01",
  savings_eur: [100, 150, 225],
  liquid_eur: 900,
  saved_of_salary: 0.12,
  savings_rate: 0.12,
  months_covered: 4,
  move_months: ["2025-10-01", "2026-01-01"],
  move_kinds: ["job", "raise"],
  move_shares: [0.2, 0.025],
};

describe("balancesOf(person)", () => {
  it("gives each month its day, across the year, and the change of pay in it", () => {
    expect(balancesOf(ada)).toEqual([
      {month: new Date("2025-11-01"), savings_eur: 100, pay_move: null},
      {month: new Date("2025-12-01"), savings_eur: 150, pay_move: null},
      {month: new Date("2026-01-01"), savings_eur: 225, pay_move: "raise of 2.5%"},
    ]);
    expect(balancesOf(undefined)).toEqual([]);
    expect(balancesOf({...ada, savings_eur: [], first_month: null})).toEqual([]);
  });

  it("names each change of pay", () => {
    expect(moveText("job", 0.2)).toBe("new job, 20% more pay");
    expect(moveText("job", -0.2)).toBe("new job, 20% less pay");
    expect(moveText("job", 0)).toBe("new job, the same pay");
    expect(moveText("cut", -0.03)).toBe("3% less pay");
  });
});

describe("balanceFinding(name, points)", () => {
  const finding = (...savings_eur: number[]) =>
    balanceFinding("Ada", balancesOf({...ada, savings_eur}));

  it("has words for growing, shrinking, rest, one month and none", () => {
    expect(finding(100, 225)).toBe("Ada’s savings grew by €125 since November 2025");
    expect(finding(225, 100)).toBe("Ada’s savings shrank by €125 since November 2025");
    expect(finding(100, 120, 100)).toBe("Ada’s savings are where they were in November 2025");
    expect(finding(0, 50)).toBe("Ada’s savings grew by €50 since November 2025");
    expect(finding(100)).toBe("Ada has €100 on savings");
    expect(finding()).toBe("Ada has no savings account here");
  });
});

describe("standingText(name, person, people, relation)", () => {
  const text = (name: string, person: PersonSavings | undefined, people: PersonSavings[]) =>
    standingText(name, person, people, "main");
  const other = (saved_of_salary: number | null, months_covered: number | null) => ({
    ...ada,
    saved_of_salary,
    months_covered,
  });

  it("tells how many of the others are below", () => {
    const people = [ada, other(0.1, 5), other(0.11, 1), other(0.2, 9), other(null, 2)];
    expect(text("Ada", ada, people)).toBe(
      "Ada saves a larger part of the salary than 67% of main customers with a salary and could go on without income for 4 months, longer than 50% of main customers.",
    );
    expect(text("Ben", people[4], people)).toBe(
      "Ben could go on without income for 2 months, less time than 75% of main customers. There is no steady salary here to save from.",
    );
  });

  it("says it in words at the ends, where a percentage would be 0 or 100", () => {
    const people = [other(0.05, 0), other(0.1, 1), other(0.2, 9)];
    expect(text("Ada", people[0], people)).toBe(
      "Ada saves a smaller part of the salary than nearly all main customers with a salary and could not go on without income.",
    );
    expect(text("Ada", people[2], people)).toBe(
      "Ada saves a larger part of the salary than nearly all main customers with a salary and could go on without income for 9 months, longer than nearly all main customers.",
    );
    expect(text("Ada", other(null, 0.5), [other(null, 0.5), other(null, 3)])).toMatch(
      /^Ada could go on without income for 0\.5 months, less time than nearly all main customers\./,
    );
  });

  it("has words for somebody alone and for nobody", () => {
    expect(text("Ada", ada, [ada])).toBe("Ada cannot be compared with others.");
    expect(text("Ada", undefined, [ada])).toBe("Ada has no account here any more.");
    expect(text("Ada", undefined, [])).toBe("There is nobody here to tell of.");
  });

  it("compares nobody who is no main customer, and says why", () => {
    expect(standingText("Ada", ada, [ada, ada], "second")).toMatch(
      /^Ada uses this bank as a second one: it sees only a part/,
    );
    expect(standingText("Ada", ada, [ada, ada], "savings")).toMatch(/lives from another bank/);
  });

  it("lies between 0 and 1, for the least and the most", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), {minLength: 2}), (values) => {
        expect(shareBelow(values, Math.min(...values))).toBe(0);
        expect(shareBelow(values, Math.max(...values))).toBe(1);
      }),
    );
    expect(shareBelow([1, null], 1)).toBeUndefined();
  });
});

describe("mostToTell(people, goals)", () => {
  it("prefers who has savings, a salary, a goal and a change of pay; the first of equals", () => {
    const ben = {...ada, user_id: "ind-000002"};
    const bare = {...ada, user_id: "ind-000003", saved_of_salary: null, savings_eur: []};
    const goals = [{user_id: "ind-000002"} as Goal];
    expect(mostToTell([bare, ada, ben], goals)).toBe(ben);
    expect(mostToTell([bare, ada, ben], [])).toBe(ada);
    expect(mostToTell([bare, {...ada, move_kinds: []}], [])).toMatchObject({user_id: ada.user_id});
    expect(mostToTell([], goals)).toBeUndefined();
  });
});

describe("goalLevels(goals)", () => {
  const goal: Goal = {
    goal_id: 1,
    user_id: "ind-000001",
    person: "Ada",
    goal: "Car",
    target_eur: 3500,
    due_on: new Date("2026-04-30"),
    balance_eur: 1,
    pace_eur: 1,
    first_month: new Date("2025-05-01"),
    reached_month: null,
    state: "on_track",
  };

  it("names amount, day and state", () => {
    expect(goalLevels([goal])).toEqual([{value: 3500, text: "Car, €3,500 by Apr 2026: on track"}]);
    const late = {...goal, state: "reached", reached_month: new Date("2026-06-01")} as const;
    expect(goalLevels([late])[0]?.text).toMatch(/: reached late$/);
    expect(goalLevels([])).toEqual([]);
  });
});
