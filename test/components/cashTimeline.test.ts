import {beforeEach, describe, expect, it} from "vitest";
import {cashTimeline} from "../../src/components/cashTimeline.js";
import {daysOfDues, maybeLowPoint, type Timeline} from "../../src/lib/balances/timeline.js";
import {page, texts} from "../support/page.js";

const day = (month: number, dayOfMonth: number) => new Date(Date.UTC(2026, month - 1, dayOfMonth));
const ahead = (month: number, dayOfMonth: number, median_eur: number) => ({
  day: day(month, dayOfMonth),
  low_eur: median_eur - 800,
  median_eur,
  high_eur: median_eur + 800,
});

const timeline: Timeline = {
  past: [
    {day: day(10, 30), balance_eur: 900},
    {day: day(10, 31), balance_eur: 400},
  ],
  fan: [ahead(11, 14, -120), ahead(11, 30, 300)],
  dues: [
    {day: day(11, 3), label: "Rent", amount_eur: -900},
    {day: day(11, 3), label: "Gym", amount_eur: -30.5},
    {day: day(11, 25), label: "Salary", amount_eur: 2000},
  ],
  limit_eur: 500,
};

describe("maybeLowPoint(timeline)", () => {
  it("is the least median ahead", () => {
    expect(maybeLowPoint(timeline)).toEqual({day: day(11, 14), balance_eur: -120});
  });

  it("is today where the median only rises", () => {
    const rising = {...timeline, fan: [ahead(11, 14, 500), ahead(11, 30, 700)]};
    expect(maybeLowPoint(rising)).toEqual({day: day(10, 31), balance_eur: 400});
  });

  it("is nothing without a forecast or a balance", () => {
    expect(maybeLowPoint({...timeline, fan: []})).toBeUndefined();
    expect(maybeLowPoint({...timeline, past: []})).toBeUndefined();
  });
});

describe("daysOfDues(dues)", () => {
  it("adds up what is paid on a day, apart from what comes in on it", () => {
    const salary = {day: day(11, 3), label: "Salary", amount_eur: 2000};
    const days = daysOfDues([...timeline.dues.slice(0, 2), salary]);
    expect(days.map(({amount_eur, dues}) => [amount_eur, dues.map(({label}) => label)])).toEqual([
      [2000, ["Salary"]],
      [-930.5, ["Rent", "Gym"]],
    ]);
  });
});

describe("cashTimeline(timeline, options)", () => {
  let document: Document;
  beforeEach(() => {
    document = page().document;
  });
  const draw = (given: Timeline, width = 1000) => cashTimeline(given, {width, document});

  it("names today, the lowest point, the limit and the largest payments", () => {
    expect(texts(draw(timeline), "text")).toEqual(
      expect.arrayContaining([
        "today, 31 Oct 2026",
        "lowest: −\u2060€120 on 14 Nov 2026",
        "Overdraft limit −\u2060€500",
        "Rent + 1 more €931",
        "Salary €2,000",
        "Expected",
        "Due",
      ]),
    );
  });

  it("draws what comes in upwards from the axis and what is paid downwards, by amount", () => {
    const sticks = draw(timeline).querySelectorAll('[aria-label="rule"] line[stroke^="var(--"]');
    const lengths = [...sticks].map((line) => {
      const [from, to] = ["y1", "y2"].map((end) => Number(line.getAttribute(end)));
      return {color: line.getAttribute("stroke"), up: from! - to!};
    });
    const [rent, salary] = lengths;
    expect(lengths.map(({color}) => color)).toEqual(["var(--loss)", "var(--gain)"]);
    expect(salary!.up).toBeGreaterThan(0);
    expect(rent!.up / salary!.up).toBeCloseTo(-930.5 / 2000, 6);
  });

  it("does not name what is small beside the largest of its direction", () => {
    const small = {day: day(11, 20), label: "Fee", amount_eur: -80};
    const said = (due: typeof small) =>
      texts(draw({...timeline, dues: [...timeline.dues, due]}), "text").join(" ");
    expect(said(small)).not.toContain("Fee");
    expect(said({...small, amount_eur: -95})).toContain("Fee €95");
  });

  it("says nothing of payments, a limit or a lowest point where there are none", () => {
    const known = {past: timeline.past, fan: [], dues: [], limit_eur: 500};
    const said = texts(draw(known), "text").join(" ");
    expect(said).toContain("today");
    expect(said).not.toMatch(/lowest|Overdraft|Due|Expected/);
  });

  it("names four at most where it is narrow", () => {
    const many = Array.from({length: 24}, (_, at) => ({
      day: day(1 + at, 2),
      label: "Tax",
      amount_eur: -1000 - at,
    }));
    const chart = draw({...timeline, dues: many}, 335);
    const named = texts(chart, "text").filter((text) => /^(Tax )?€1,0/.test(text));
    expect(named).toHaveLength(4);
  });
});
