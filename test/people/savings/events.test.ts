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
  it("says that savings follow in proportion where the usual share lies within the band", () => {
    expect(finding({income: raise, saving: [9, 11, 13]})).toBe(
      "After a raise, savings follow in proportion: of each €100 more, €11 are saved; spending by choice does not move beyond chance",
    );
  });

  it("tells more and less than in proportion, with what had been saved before", () => {
    expect(finding({income: raise, saving: [20, 25, 30]})).toMatch(
      /savings rise more than in proportion: of each €100 more, €25 are saved, where €12 had been saved;/,
    );
    expect(finding({income: raise, saving: [2, 4, 6]})).toMatch(
      /savings rise less than in proportion/,
    );
    expect(finding({income: [-600, -500, -400], saving: [-130, -120, -110]}, "stop")).toMatch(
      /^When the salary stops, savings fall more than in proportion: of each €100 less, €24 come off savings, where €12/,
    );
  });

  it("has words for savings that rest, or go the other way", () => {
    expect(finding({income: raise})).toMatch(/^After a raise, savings do not move beyond chance;/);
    expect(finding({income: raise, saving: [-9, -5, -1]})).toMatch(
      /savings fall although income rises;/,
    );
    expect(finding({income: [-9, -8, -7], saving: [1, 2, 3]}, "change_down")).toMatch(
      /^After a change to a worse-paid job, savings rise although income falls;/,
    );
  });

  it("tells spending that rises or falls from spending that may not", () => {
    const saving: Change = [9, 11, 13];
    expect(finding({income: raise, saving, discretionary: [20, 40, 60]})).toMatch(
      /; spending by choice rises by €40$/,
    );
    expect(finding({income: raise, saving, discretionary: [-60, -40, -20]})).toMatch(
      /; spending by choice falls by €40$/,
    );
  });

  it("concludes nothing from an income that may not have moved, from few people, or from none", () => {
    expect(finding({})).toBe("After a raise, income does not move beyond chance");
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
    expect(eventFinding(rows, "raise")).toBe("After a raise, income does not move beyond chance");
    expect(eventText(rows, "raise")).not.toMatch(/confidence/);
  });
});

describe("eventText(rows, event)", () => {
  it("says how many were followed, and by how much income changed", () => {
    expect(eventText(followed("raise", {income: raise}), "raise")).toBe(
      "100 main customers who had a raise could be followed. In the six months after, income was €100 a month higher than the €2,000 before (95% confidence: €90 to €110).",
    );
    expect(eventText(followed("stop", {income: [-600, -500, -400]}), "stop")).toMatch(
      /income was €500 a month lower than the €2,000 before \(95% confidence: €400 to €600\)\.$/,
    );
  });

  it("keeps the signs where the direction is not known", () => {
    expect(eventText(followed("raise", {}), "raise")).toMatch(
      /\(95% confidence: −\u2060€10 to €10\)\.$/,
    );
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
