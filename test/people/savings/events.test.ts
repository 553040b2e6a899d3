import {describe, expect, it} from "vitest";
import {
  type EventPart,
  type EventRow,
  eventFinding,
  eventText,
  fewPeople,
  monthsAround,
  type PayEvent,
} from "../../../src/people/savings/events.js";

type Change = readonly [low: number, change: number, high: number];

/** The months after an event together, from what each part was before and how it changed. */
function followed(
  event: PayEvent,
  changes: Partial<Record<EventPart, Change>>,
  person_count = 100,
): EventRow[] {
  const before = {income: 2000, saving: 240, discretionary: 500};
  return (Object.keys(before) as EventPart[]).map((part) => {
    const [low_eur, change_eur, high_eur] = changes[part] ?? [-10, 0, 10];
    return {
      event,
      part,
      month_offset: null,
      change_eur,
      low_eur,
      high_eur,
      season_eur: 0,
      before_eur: before[part],
      person_count,
    };
  });
}

const raise: Change = [90, 100, 110];
const finding = (changes: Partial<Record<EventPart, Change>>, event: PayEvent = "raise") =>
  eventFinding(followed(event, changes), event);

describe("eventFinding(rows, event)", () => {
  it("says what is saved of a change in income", () => {
    expect(finding({income: raise, saving: [9, 11, 13]})).toBe(
      "People save €11 of each extra €100 after a raise",
    );
    expect(finding({income: [-600, -500, -400], saving: [-130, -120, -110]}, "stop")).toBe(
      "People save €24 less for each €100 lost when the salary stops",
    );
  });

  it("has words for savings that rest, or go the other way", () => {
    expect(finding({income: raise})).toBe("Savings do not move beyond chance after a raise");
    expect(finding({income: raise, saving: [-9, -5, -1]})).toBe(
      "Savings fall, although income rises, after a raise",
    );
    expect(finding({income: [-9, -8, -7], saving: [1, 2, 3]}, "change_down")).toBe(
      "Savings rise, although income falls, after a move to a worse-paid job",
    );
  });

  it("concludes nothing from an income that may not have moved, from few people, or from none", () => {
    expect(finding({})).toBe("Income does not move beyond chance after a raise");
    expect(eventFinding(followed("raise", {income: raise}, fewPeople - 1), "raise")).toBe(
      "Too few to tell: 19 people who had a raise could be followed",
    );
    expect(eventFinding(followed("raise", {income: raise}, 1), "raise")).toMatch(
      /: 1 person who had/,
    );
    expect(eventFinding(followed("raise", {income: raise}), "stop")).toBe(
      "Nobody who lost their salary for two months or more could be followed",
    );
  });

  it("takes a single person, who has no band, for nothing that can be told", () => {
    const rows = followed("raise", {}, 50).map((row) => ({...row, low_eur: null, high_eur: null}));
    expect(eventFinding(rows, "raise")).toBe("Income does not move beyond chance after a raise");
    expect(eventText(rows, "raise")).not.toMatch(/confidence/);
  });
});

describe("eventText(rows, event)", () => {
  const text = (changes: Partial<Record<EventPart, Change>>, event: PayEvent = "raise") =>
    eventText(followed(event, changes), event);

  it("says how many were followed, and by how much income changed", () => {
    expect(text({income: raise})).toBe(
      "100 main customers who had a raise could be followed. In the six months after, income was €100 a month higher than the €2,000 before (95% confidence: €90 to €110). Discretionary spending did not move beyond chance.",
    );
    expect(text({income: [-600, -500, -400]}, "stop")).toMatch(
      /income was €500 a month lower than the €2,000 before \(95% confidence: €400 to €600\)\./,
    );
  });

  it("tells more and less than in proportion, with what had been saved before", () => {
    expect(text({income: raise, saving: [9, 11, 13]})).toMatch(
      / Savings follow in proportion: before, people saved €12 of each €100\. Discretionary/,
    );
    expect(text({income: raise, saving: [20, 25, 30]})).toMatch(/ That is more than in proportion/);
    expect(text({income: raise, saving: [2, 4, 6]})).toMatch(/ That is less than in proportion/);
    expect(text({income: [-600, -500, -400], saving: [-130, -120, -110]}, "stop")).toMatch(
      / That is more than in proportion: before, people saved €12 of each €100\./,
    );
    expect(text({income: raise, saving: [-9, -5, -1]})).not.toMatch(/proportion/);
  });

  it("tells spending that rises or falls from spending that may not", () => {
    expect(text({income: raise, discretionary: [20, 40, 60]})).toMatch(/spending rose by €40\.$/);
    expect(text({income: raise, discretionary: [-60, -40, -20]})).toMatch(/ fell by €40\.$/);
  });

  it("concludes nothing from few people", () => {
    const few = followed("raise", {income: raise, saving: [9, 11, 13]}, fewPeople - 1);
    expect(eventText(few, "raise")).toMatch(/\(95% confidence: €90 to €110\)\.$/);
  });

  it("keeps the signs where the direction is not known", () => {
    expect(text({})).toMatch(/\(95% confidence: −\u2060€10 to €10\)\./);
    expect(eventText([], "raise")).toMatch(/^It takes three months before and six after/);
  });
});

describe("monthsAround(rows, event)", () => {
  it("leaves out the sum, and puts income first", () => {
    const [income, saving] = followed("raise", {}) as [EventRow, EventRow];
    const rows = [{...saving, month_offset: 0}, {...income, month_offset: 0}, income];
    expect(monthsAround(rows, "raise").map(({part}) => part)).toEqual(["income", "saving"]);
    expect(monthsAround(rows, "stop")).toEqual([]);
  });
});
