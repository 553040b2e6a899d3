import {describe, expect, it} from "vitest";
import {
  aliveText,
  companyText,
  floorText,
  halfText,
  outlookFinding,
  pathPoints,
  scenarioRows,
  scenariosFinding,
} from "../../../src/company/runway/company.js";
import {
  type Futures,
  oddsOf,
  packed,
  thinned,
  unpacked,
} from "../../../src/lib/companies/futures.js";
import {aboveFloor} from "../../../src/lib/companies/runways.js";
import {
  maybeScenarioName,
  outlook,
  type Scenario,
  scenarios,
} from "../../../src/lib/companies/scenario.js";
import {monthDate} from "../../../src/lib/month.js";

const start = 2026 * 12;
const year = (eur: number) => new Float64Array(12).fill(100 * eur);

/** A hundred like futures: so much in and so much out in each of twelve months. */
const futures = (inflow: number, outflow: number): Futures => ({
  id: "com-1",
  start,
  inflow: Array.from({length: 100}, () => year(inflow)),
  outflow: Array.from({length: 100}, () => year(outflow)),
});

const standing = {closing_balance_eur: 1000, head_cost_eur: 50, floor_eur: 0};
const playing = (scenario: Partial<Scenario>, from = futures(1000, 1000), where = standing) =>
  outlook(from, {...scenarios.base, ...scenario}, where);
const ends = (scenario: Partial<Scenario>) => playing(scenario).balance.at(-1)?.value_eur;

describe("outlook(futures, scenario, standing)", () => {
  it("leaves the futures alone in the base scenario", () => {
    const {net, balance, isAlive} = playing({});
    expect(net.map(({value_eur}) => value_eur)).toEqual(new Array(12).fill(0));
    expect(balance[11]).toEqual({
      month: monthDate(start + 11),
      value_eur: 1000,
      low_eur: 1000,
      high_eur: 1000,
    });
    expect(isAlive).toBe(true);
  });

  it("moves revenue and costs by their shares, and hires by what a head costs", () => {
    expect(ends({revenue: 0.1})).toBe(1000 + 12 * 100);
    expect(ends({cost: 0.1})).toBe(1000 - 12 * 100);
    expect(ends({hires: 2})).toBe(1000 - 12 * 100);
    expect(ends({hires: -2})).toBe(1000 + 12 * 100);
    expect(
      playing({hires: 5}, futures(1000, 1000), {...standing, head_cost_eur: null as never})
        .balance[11]?.value_eur,
    ).toBe(1000);
  });

  it("never pays out less than nothing, however many leave", () =>
    expect(ends({hires: -1000})).toBe(1000 + 12 * 1000));

  it("adds a financing once, in its month, to the balance and not to the net flow", () => {
    const {balance, net} = playing({financing_eur: 500, financing_ahead: 3});
    expect(balance.slice(1, 4).map(({value_eur}) => value_eur)).toEqual([1000, 1500, 1500]);
    expect(net[2]?.value_eur).toBe(0);
  });

  it("finds when cash falls below the floor, which a financing postpones but does not mend", () => {
    const burning = futures(0, 300);
    expect(playing({}, burning).zero).toMatchObject({share: 1, p50: start + 3});
    expect(playing({}, burning, {...standing, floor_eur: 500}).zero.p50).toBe(start + 1);
    const saved = playing({financing_eur: 5000, financing_ahead: 1}, burning);
    expect(saved.zero).toMatchObject({share: 0, p50: undefined});
    expect(saved.isAlive).toBe(false);
  });
});

describe("maybeScenarioName(scenario)", () => {
  it("knows the ready-made ones, whenever a financing that is none would arrive", () => {
    expect(maybeScenarioName({...scenarios.pessimistic, financing_ahead: 9})).toBe("pessimistic");
    expect(maybeScenarioName({...scenarios.base, hires: 1})).toBeUndefined();
  });
});

describe("futures on their way to the page", () => {
  it("come back from packing within half a unit, however large", () => {
    for (const amount of [3, 123.4, 98_765, 12_345_678]) {
      const there = futures(amount, amount / 3);
      const paths = {inflow: there.inflow, outflow: there.outflow, net: there.inflow};
      const row = packed(there, oddsOf({id: "com-1", start, paths}, 0));
      const back = unpacked(row);
      expect(Math.max(...row.inflow)).toBeLessThan(1000);
      expect(Math.abs(back.inflow[0]![0]! - there.inflow[0]![0]!)).toBeLessThanOrEqual(
        50 * row.unit_eur,
      );
      expect([back.id, back.start, back.outflow.length]).toEqual(["com-1", start, 100]);
    }
  });

  it("bring what all of them say of the cash of today, however few are sent", () => {
    const net = [3, -2, -1, 1].map((eur) => year(eur));
    const odds = oddsOf({id: "com-1", start, paths: {inflow: net, outflow: net, net}}, 500);
    expect(odds.dryShares).toEqual([0, 0, 0.25, 0.25, 0.25, ...Array(7).fill(0.5)]);
    expect(odds).toMatchObject({futures: 4, isAlive: true});
    const own = {...futures(0, 300), odds};
    expect(playing({}, own).zero).toMatchObject({share: 0.5, p50: start + 5});
    expect(playing({}, own).futures).toBe(4);
    expect(playing({cost: 0.1}, own)).toMatchObject({futures: 100, zero: {share: 1}});
  });

  it("are thinned evenly by the net of their months", () => {
    const paths = Array.from({length: 9}, (_, i) => Float64Array.of(8 - i));
    const none = paths.map(() => Float64Array.of(0));
    const forecast = {id: "com-1", start, paths: {inflow: paths, outflow: none, net: paths}};
    expect(thinned(forecast, 3).inflow.map(([value]) => value)).toEqual([1, 4, 7]);
    expect(thinned(forecast, 20).inflow).toHaveLength(9);
  });
});

describe("what the page says of one company", () => {
  const month = {
    month: monthDate(start - 1),
    inflow_eur: 1,
    outflow_eur: 2,
    net_eur: -1,
    financing_eur: 0,
    closing_balance_eur: 1000,
  };
  const runway = {
    user_id: "com-1",
    name: "Ada AG",
    industry: "retail",
    closing_balance_eur: 1000,
    gross_burn_eur: 400,
    net_burn_eur: 250,
    month_count: 3,
    last_month: monthDate(start - 1),
    runway_months: 4,
    band: "red" as const,
    zero_month: monthDate(start + 3),
  };

  it("tells burn and runway, no cash, no burn, no month and nobody apart", () => {
    expect(companyText(runway)).toBe(
      "Over the last three months Ada AG paid out €400 a month, €250 more than it took in. Its €1,000 would last 4 months at this pace, until April 2026.",
    );
    expect(companyText({...runway, runway_months: 0, closing_balance_eur: -5})).toMatch(
      /Its balance is −\u2060€5, so there is no runway left: it runs on its overdraft\.$/,
    );
    expect(companyText({...runway, runway_months: null, net_burn_eur: -50})).toMatch(
      /took in €450: it has no burn, and so no runway to count\.$/,
    );
    expect(companyText({...runway, month_count: 0})).toBe("Ada AG has no complete month here yet.");
    expect(companyText(undefined)).toBe("");
  });

  it("says how long the cash above a floor lasts: not at all, so long, for ever, and nothing without a floor", () => {
    const text = (floor_eur: number, net_burn_eur = 250) =>
      floorText(aboveFloor({...runway, net_burn_eur}, floor_eur), floor_eur);
    expect(text(500)).toBe(
      "At today’s pace the cash above the floor of €500 lasts 2 months, until February 2026.",
    );
    expect(text(1000)).toBe("The cash of today is below the floor of €1,000 already.");
    expect(text(500, -1)).toBe(
      "At today’s pace, without a burn, the floor of €500 is never reached.",
    );
    expect(text(0)).toBe("");
    expect(floorText(undefined, 500)).toBe("");
  });

  it("counts the futures below the floor: none, some, all, and says by when half of them are", () => {
    const finding = (outflow: number, floor_eur = 0) =>
      outlookFinding(
        "Ada AG",
        playing({}, futures(0, outflow), {...standing, floor_eur}),
        floor_eur,
      );
    expect(finding(1)).toBe("Ada AG stays above zero in every future");
    expect(finding(300)).toBe("Ada AG falls below zero in all futures");
    expect(halfText(playing({}, futures(0, 300)))).toBe(
      "Half of all futures are there by spring 2026.",
    );
    expect(finding(300, 500)).toMatch(/^Ada AG falls below the floor of €500 in all futures/);
    // Half by the last month says nothing that the share does not.
    expect(halfText(playing({}, futures(0, 84)))).toBe("");
    expect(halfText(playing({}))).toBe("");
    const mixed = {
      ...futures(0, 1),
      outflow: [...futures(0, 1).outflow.slice(40), ...futures(0, 300).outflow.slice(60)],
    };
    expect(outlookFinding("Ada AG", playing({}, mixed), 0)).toBe(
      "Ada AG falls below zero in about 40 of 100 futures",
    );
  });

  it("does not let a company fall below the floor that is below it today", () => {
    const finding = (inflow: number) =>
      outlookFinding("Ada AG", playing({}, futures(inflow, 10)), 0, -1);
    expect(finding(0)).toBe("Ada AG is below zero now, but probably not in December 2026");
    const poor = {...standing, closing_balance_eur: -1};
    expect(outlookFinding("Ada AG", playing({}, futures(0, 1), poor), 0, -1)).toMatch(
      /is below zero now, and probably in December 2026$/,
    );
  });

  it("says whether it breaks even in time", () => {
    expect(aliveText(playing({}))).toMatch(/^Default alive/);
    expect(aliveText(playing({cost: 0.1}))).toMatch(/^Default dead/);
  });

  it("joins known months and futures in one line, whose band opens at the last known one", () => {
    const {balance} = playing({});
    const points = pathPoints([month], balance, balance.slice(0, 1));
    expect(points).toHaveLength(1 + 12 + 1);
    expect(points[0]).toMatchObject({series: "chosen", low_eur: 1000, high_eur: 1000});
    expect(points.at(-1)).toMatchObject({series: "base", low_eur: null});
    expect(pathPoints([month], [])[0]?.low_eur).toBeNull();
    expect(pathPoints([], [])).toEqual([]);
  });

  it("sets the scenarios side by side, and the reader's own where it is another", () => {
    const rows = scenarioRows(futures(1000, 1000), standing, {...scenarios.base, hires: 1});
    expect(rows.map(({scenario, value_eur}) => [scenario, value_eur])).toEqual([
      ["base", 1000],
      ["optimistic", 2800],
      ["pessimistic", -1400],
      ["your own", 400],
    ]);
    expect(scenariosFinding(rows)).toBe(
      "After a year the optimistic balance is €4,200 above the pessimistic one",
    );
    expect(scenarioRows(futures(1000, 1000), standing, scenarios.base)).toHaveLength(3);
    expect(scenariosFinding([])).toBe("Too few months to play scenarios");
  });
});
