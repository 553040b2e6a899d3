import {describe, expect, it} from "vitest";
import type {Goal} from "../../../src/lib/people/goals.js";
import {
  balanceFinding,
  balancesOf,
  goalLevels,
  moveText,
  type PersonSavings,
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
  saver_rank: 2 / 3,
  covered_rank: 0.5,
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
    expect(finding(100, 225)).toBe("Ada’s savings rose by €125 since November 2025");
    expect(finding(225, 100)).toBe("Ada’s savings fell by €125 since November 2025");
    expect(finding(100, 120, 100)).toBe("Ada’s savings are where they were in November 2025");
    expect(finding(0, 50)).toBe("Ada’s savings rose by €50 since November 2025");
    expect(finding(100)).toBe("Ada has €100 in savings");
    expect(finding()).toBe("Ada has no savings account here");
  });
});

describe("standingText(name, person, relation)", () => {
  const text = (changes: Partial<PersonSavings> = {}) =>
    standingText("Ada", {...ada, ...changes}, "main");
  const unpaid = {saved_of_salary: null, saver_rank: null};

  it("tells how many of the others have less, or more", () => {
    expect(text()).toBe(
      "Ada saves a larger part of the salary than 67% of main customers with a salary and could live for 4 months without income, longer than 50% of main customers.",
    );
    expect(text({...unpaid, months_covered: 2, covered_rank: 0.25})).toBe(
      "Ada could live for 2 months without income, less time than 75% of main customers. No steady salary arrives here, so no share of one is shown.",
    );
    expect(text({...unpaid, months_covered: 1, covered_rank: 0.25})).toMatch(
      / for 1 month without income, /,
    );
  });

  it("says it in words at the ends, where a percentage would be 0 or 100", () => {
    expect(text({saver_rank: 0, months_covered: 0, covered_rank: 0})).toBe(
      "Ada saves a smaller part of the salary than nearly all main customers with a salary and could not live without income.",
    );
    expect(text({saver_rank: 1, months_covered: 9, covered_rank: 1})).toBe(
      "Ada saves a larger part of the salary than nearly all main customers with a salary and could live for 9 months without income, longer than nearly all main customers.",
    );
    expect(text({...unpaid, months_covered: 0.5, covered_rank: 0})).toMatch(
      /^Ada could live for 0\.5 months without income, less time than nearly all main customers\./,
    );
  });

  it("has words for somebody alone and for nobody", () => {
    expect(text({saver_rank: null, covered_rank: null})).toBe(
      "Ada cannot be compared with others.",
    );
    expect(standingText("Ada", undefined, "main")).toBe("Ada has no open account here.");
  });

  it("compares nobody who is no main customer, and says why", () => {
    expect(standingText("Ada", ada, "second")).toMatch(
      /^This is Ada’s second bank and sees only a part/,
    );
    expect(standingText("Ada", ada, "savings")).toMatch(/lives from another bank/);
  });
});

describe("goalLevels(goals)", () => {
  const goal: Goal = {
    goal_id: 1,
    user_id: "ind-000001",
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
