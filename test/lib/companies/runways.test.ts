import {describe, expect, it} from "vitest";
import {
  aboveFloor,
  monthsOf,
  nextMonth,
  type RunwayCompany,
  type RunwayPace,
  ranked,
  runwayOf,
  seriesOf,
} from "../../../src/lib/companies/runways.js";
import {
  bandCounts,
  bandsFinding,
  runwayLength,
  runwayText,
} from "../../../src/lib/companies/runwayWords.js";

const company = (
  user_id: string,
  inflow_eur: number[],
  outflow_eur: number[],
  balance = 0,
): RunwayCompany => ({
  user_id,
  name: `${user_id} GmbH`,
  industry: "retail",
  city: "Porto",
  first_month: "2026-01-01T00:00:00.000Z",
  inflow_eur,
  outflow_eur,
  financing_eur: inflow_eur.map(() => 0),
  closing_balance_eur: inflow_eur.map(() => balance),
  employee_count: 2,
  head_cost_eur: 3000,
});

const pace = (
  id: string,
  net: number,
  runway: number | null,
  cash: number,
  months = 3,
): RunwayPace => ({
  user_id: id,
  name: `${id} GmbH`,
  industry: "retail",
  last_month: "2026-04-01T00:00:00.000Z",
  closing_balance_eur: cash,
  month_count: [months, months, months],
  gross_burn_eur: [20, 30, 40],
  net_burn_eur: [net, net + 1, net + 2],
  runway_months: [runway, runway, null],
});
/** Burns 10 a month, with this much cash. */
const burner = (id: string, cash: number) => pace(id, 10, Math.max(0, cash) / 10, cash);
const earner = (id: string, months = 2) => pace(id, -10, null, 5, months);

describe("runwayOf(pace, months)", () => {
  it("takes burn and runway of that many months, and names the month that cash ends in", () => {
    expect(runwayOf(pace("a", 6.5, 2.2, 26), 3)).toMatchObject({
      gross_burn_eur: 20,
      net_burn_eur: 6.5,
      month_count: 3,
      runway_months: 2.2,
      band: "red",
      zero_month: new Date("2026-07-01T00:00:00Z"),
    });
    expect(runwayOf(pace("a", 6.5, 8, 26), 6)).toMatchObject({gross_burn_eur: 30, band: "amber"});
    expect(runwayOf(pace("a", 6.5, 8, 26), 12)).toMatchObject({net_burn_eur: 8.5, band: "no burn"});
  });

  it("is 0 without cash, and null without a burn", () => {
    expect(runwayOf(burner("a", -4), 3)).toMatchObject({runway_months: 0, band: "red"});
    expect(runwayOf(earner("a"), 3)).toMatchObject({runway_months: null, zero_month: null});
  });

  it("names no month that is more than ten years away", () =>
    expect(runwayOf(burner("a", 1210), 3).zero_month).toBeNull());
});

describe("aboveFloor(runway, floor)", () => {
  it("counts the cash above the floor only", () => {
    const runway = runwayOf(burner("a", 90), 3);
    expect(aboveFloor(runway, 40)).toMatchObject({
      runway_months: 5,
      band: "red",
      zero_month: new Date("2026-09-01T00:00:00Z"),
    });
    expect(aboveFloor(runway, 0)).toEqual(runway);
    expect(aboveFloor(runway, 91).runway_months).toBe(0);
    expect(aboveFloor(runwayOf(earner("a"), 3), 40).runway_months).toBeNull();
  });
});

describe("ranked(paces, months)", () => {
  it("puts the shortest runway first, among equals the deepest burn, and earners last", () => {
    const deep = pace("d", 50, 0, -1);
    const rows = ranked([earner("e"), burner("c", 90), burner("b", 0), deep], 3);
    expect(rows.map(({user_id}) => user_id)).toEqual(["d", "b", "c", "e"]);
  });
});

describe("seriesOf and monthsOf", () => {
  it("count in cents from the first month, and give a row a month", () => {
    const row = company("a", [0.29, 1], [0.3, 2], 7);
    expect(seriesOf(row)).toMatchObject({start: 2026 * 12, inflow: [29, 100], outflow: [30, 200]});
    expect(monthsOf(row)[0]).toMatchObject({
      month: new Date("2026-01-01T00:00:00Z"),
      net_eur: -0.01,
      closing_balance_eur: 7,
    });
    expect(nextMonth(monthsOf(row))).toEqual(new Date("2026-03-01T00:00:00Z"));
    expect(nextMonth([])).toBeUndefined();
  });
});

describe("runwayText(rows)", () => {
  const text = (...companies: RunwayPace[]) => runwayText(ranked(companies, 3));

  it("counts who burns, who of them has cash for less than six months, and who has none", () => {
    expect(text(burner("a", 0), burner("b", 30), burner("c", 90), earner("d"), earner("e"))).toBe(
      "Over the last three months, 3 of 5 companies spent more than they took in. Two of them have cash for less than six months, and one of these has none.",
    );
    expect(text(burner("a", 30), burner("b", 30))).toMatch(
      /Two of them have cash for less than six months\.$/,
    );
    expect(text(burner("a", 0), burner("b", 0), burner("c", 900))).toMatch(
      /Two of them have no cash\.$/,
    );
  });

  it("has words for one company and for nobody at risk", () => {
    expect(text(burner("a", 0))).toBe(
      "Over the last three months, 1 of 1 company spent more than it took in. It has no cash.",
    );
    expect(text(burner("a", 900))).toContain("It has cash for more than six months.");
    expect(text(burner("a", 30))).toContain("It has cash for less than six months.");
    expect(text(burner("a", 900), burner("b", 900))).toContain(
      "All of them have cash for more than six months.",
    );
  });

  it("says so where nothing burns, and where there is nothing", () => {
    expect(text(earner("a"), earner("b"))).toBe(
      "Over the last two months none of 2 companies burned money: there is no runway to count.",
    );
    expect(text(earner("a", 1))).toBe(
      "Over the last month the only company burned no money: there is no runway to count.",
    );
    expect(text()).toMatch(/^No company has a complete month/);
  });
});

describe("the titles of who is at risk", () => {
  const rows = (...companies: RunwayPace[]) => ranked(companies, 3);

  it("count each company in one band", () => {
    const counts = bandCounts(rows(burner("a", 0), burner("b", 30), burner("c", 900), earner("d")));
    expect(counts.map(({company_count}) => company_count)).toEqual([1, 1, 0, 1, 1]);
    expect(bandsFinding(counts)).toBe(
      "2 of 4 companies burn money and have cash for less than a year",
    );
    expect(bandsFinding(bandCounts(rows(earner("d"))))).toBe(
      "No company with a burn has cash for less than a year",
    );
    expect(bandCounts([])).toEqual([]);
  });

  it.each([
    [null, "no burn"],
    [0, "no cash left"],
    [0.02, "a few days"],
    [1, "1 month"],
    [4.24, "4.2 months"],
    [17.6, "18 months"],
    [61, "over 5 years"],
  ])("write a runway of %s months as %s", (months, words) =>
    expect(runwayLength(months)).toBe(words),
  );
});
