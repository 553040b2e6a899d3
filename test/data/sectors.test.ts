import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import {burnersFinding, type SectorBurner} from "../../src/bank/sectors/burners.js";
import {type CompanyMonths, companyFlows} from "../../src/bank/sectors/companies.js";
import {costsFinding, perHundred, type SectorCost} from "../../src/bank/sectors/costs.js";
import {driversFinding, type SectorDriver} from "../../src/bank/sectors/drivers.js";
import {heatFinding, type SectorMonth, sectorsText} from "../../src/bank/sectors/flow.js";
import type {CompanyYear} from "../../src/lib/companies/companyYears.js";
import {industryInText} from "../../src/lib/companies/industryNames.js";
import {type SectorSeason, seasonsFinding} from "../../src/lib/companies/seasons.js";
import {money, percent} from "../../src/lib/format.js";
import {withinChance} from "../../src/lib/words.js";
import {bank} from "../support/bank.js";
import {dataset} from "../support/dataset.js";
import {type Leg, type Statement, statementOf, sumBy} from "../support/statement.js";
import {tinySnapshot} from "../support/tinySnapshot.js";

// More than twelve months, so that the window of the last twelve leaves some out.
const folder = bank({individuals: 150, companies: 40, months: 14, seed: 9});

let snapshot: SnapshotReader;
let statement: Statement;
/** The legs of companies that are no transfers between accounts of one owner. */
let legs: readonly (Leg & {industry: string})[];
let industryOf: ReadonlyMap<string, string>;

beforeAll(async () => {
  snapshot = await tinySnapshot(folder);
  statement = statementOf(folder);
  industryOf = new Map(statement.rows("companies").map((row) => [row.user_id!, row.industry!]));
  legs = statement.legs.flatMap((leg) => {
    const industry = industryOf.get(leg.owner);
    return industry === undefined || leg.otherOwner === leg.owner ? [] : {...leg, industry};
  });
});
afterAll(() => snapshot.close());

const cents = (euros: unknown) => Math.round(100 * Number(euros));
const total = (of: readonly Leg[], wanted: (leg: Leg) => boolean = () => true) =>
  of.reduce((sum, leg) => sum + (wanted(leg) ? leg.cents : 0), 0);
const isIn = ({cents}: Leg) => cents > 0;
const isOut = ({cents}: Leg) => cents < 0;
const lastTwelve = () => statement.months.slice(-12);
/** The first of the entries by value, descending. */
const highest = (sums: ReadonlyMap<string, number>) => [...sums].sort(([, a], [, b]) => b - a)[0]!;

/** Expects the words of a finding, unless it says that what it would state may be chance. */
function expectStated(finding: string, stated: string): void {
  if (!finding.includes(withinChance)) expect(finding).toContain(stated);
}

describe("the datasets of the sectors page, worked out again from the CSV files", () => {
  it("sector-heat: inflow, outflow and net of each month and industry, to the cent", async () => {
    const rows = await dataset<SectorMonth>(snapshot, "sector-heat.csv");
    expect(rows).toHaveLength(14 * new Set(industryOf.values()).size);
    for (const {month, industry, inflow_eur, outflow_eur, net_eur, is_complete} of rows) {
      const cell = legs.filter((leg) => leg.month === month && leg.industry === industry);
      expect([inflow_eur, outflow_eur, net_eur].map(cents)).toEqual([
        total(cell, isIn),
        0 - total(cell, isOut),
        total(cell),
      ]);
      expect(is_complete).toBe(true);
    }
  });

  it("sector-heat: counts the companies whose account is open in the month", async () => {
    const rows = await dataset<SectorMonth>(snapshot, "sector-heat.csv");
    const opened = new Map<string, string>();
    for (const {user_id = "", opened_on = ""} of statement.rows("accounts")) {
      if ((opened.get(user_id) ?? "9") > opened_on) opened.set(user_id, opened_on);
    }
    for (const {month, industry, company_count} of rows) {
      const known = [...industryOf].filter(
        ([user, of]) =>
          of === industry && opened.get(user)!.slice(0, 7) <= String(month).slice(0, 7),
      );
      expect(company_count, `${industry} in ${month}`).toBe(known.length);
    }
  });

  it("sector-drivers: inflow and outflow by what they are for, to the cent, summing up to the heatmap", async () => {
    const rows = await dataset<SectorDriver>(snapshot, "sector-drivers.csv");
    const driverOf = ({group}: Leg) =>
      ({fixed: "operating", fee: "bank"})[group as "fixed" | "fee"] ?? group;
    for (const {industry, driver, inflow_eur, outflow_eur, net_eur} of rows) {
      const part = legs.filter((leg) => leg.industry === industry && driverOf(leg) === driver);
      expect([inflow_eur, outflow_eur, net_eur].map(cents)).toEqual([
        total(part, isIn),
        0 - total(part, isOut),
        total(part),
      ]);
    }
    expect(rows.reduce((sum, row) => sum + cents(row.net_eur), 0)).toBe(total(legs));
  });

  it("sector-costs: shares of revenue that add up to one", async () => {
    const rows = await dataset<SectorCost>(snapshot, "sector-costs.csv");
    for (const row of rows) {
      const own = legs.filter(
        ({industry, month}) => industry === row.industry && lastTwelve().includes(month),
      );
      const of = (...groups: string[]) => total(own, ({group}) => groups.includes(group));
      const revenue = of("revenue");
      expect(row.company_count).toBe(
        [...industryOf.values()].filter((industry) => industry === row.industry).length,
      );
      expect(row.operating_share).toBeCloseTo(-of("operating", "fixed", "fee") / revenue, 9);
      expect(row.payroll_share).toBeCloseTo(-of("payroll") / revenue, 9);
      expect(row.tax_share).toBeCloseTo(-of("tax") / revenue, 9);
      const {operating_share, payroll_share, tax_share, margin_share} = row;
      expect(operating_share + payroll_share + tax_share + margin_share).toBeCloseTo(1, 9);
    }
  });

  it("sector-burners: net burn of the last twelve months without financing, and how long the cash lasts", async () => {
    const rows = await dataset<SectorBurner>(snapshot, "sector-burners.csv");
    expect(rows).toHaveLength(industryOf.size);
    const opening = new Map<string, number>();
    for (const {user_id = "", opening_balance_eur} of statement.rows("accounts")) {
      opening.set(user_id, (opening.get(user_id) ?? 0) + cents(opening_balance_eur));
    }
    for (const row of rows) {
      const own = legs.filter(({owner}) => owner === row.user_id);
      const year = own.filter(({month}) => lastTwelve().includes(month));
      const burn = -total(year, ({group}) => group !== "financing");
      const balance = opening.get(row.user_id)! + total(own);
      const paid = -total(year, ({group, cents}) => group !== "financing" && cents < 0);
      expect(Math.abs(cents(row.net_burn_eur) - burn / row.month_count)).toBeLessThan(0.51);
      expect(Math.abs(cents(row.gross_burn_eur) - paid / row.month_count)).toBeLessThan(0.51);
      expect(cents(row.closing_balance_eur)).toBe(balance);
      if (burn > 0) {
        expect(row.runway_months).toBeCloseTo(Math.max(0, balance) / (burn / row.month_count), 6);
      } else expect(row.runway_months).toBeNull();
    }
  });

  it("sector-seasons: revenue against the mean of the last twelve months", async () => {
    const rows = await dataset<SectorSeason>(snapshot, "sector-seasons.csv");
    const revenue = legs.filter(({group}) => group === "revenue");
    for (const row of rows) {
      const own = revenue.filter(({industry}) => industry === row.industry);
      const year = total(own, ({month}) => lastTwelve().includes(month)) / 12;
      expect(cents(row.revenue_eur)).toBe(total(own, ({month}) => month === row.month));
      expect(row.mean_share).toBeCloseTo(cents(row.revenue_eur) / year, 6);
    }
  });

  it("sector-companies: the companies of a cell sum up to the cell, in every cell", async () => {
    const [companies, heat] = [
      await dataset<CompanyMonths>(snapshot, "sector-companies.json"),
      await dataset<SectorMonth>(snapshot, "sector-heat.csv"),
    ];
    for (const {month, industry, inflow_eur, outflow_eur, company_count} of heat) {
      const flows = companyFlows(companies, {month, industry});
      expect(flows).toHaveLength(company_count);
      const sum = (key: "inflow_eur" | "outflow_eur") =>
        flows.reduce((sum, flow) => sum + cents(flow[key]), 0);
      expect([sum("inflow_eur"), sum("outflow_eur")]).toEqual([
        cents(inflow_eur),
        cents(outflow_eur),
      ]);
    }
  });
});

describe("the findings of the sectors page, worked out again from the CSV files", () => {
  const nets = () =>
    sumBy(
      legs,
      ({industry}) => industry,
      (leg) => leg.cents,
    );
  const byIndustry = (wanted: (leg: Leg) => boolean) =>
    sumBy(
      legs.filter(wanted),
      ({industry}) => industry,
      (leg) => leg.cents,
    );

  it("the answer on top states what came in, went out and stayed", async () => {
    const text = sectorsText(await dataset<SectorMonth>(snapshot, "sector-heat.csv"));
    const net = total(legs);
    expect(text).toContain(`40 companies took in ${money(total(legs, isIn) / 100)}`);
    expect(text).toContain(`paid out ${money(-total(legs, isOut) / 100)}`);
    expect(text).toContain(
      net > 0 ? `${money(net / 100)} stayed` : `${money(-net / 100)} more went out`,
    );
    const [best, amount] = highest(nets());
    const stated = `${industryInText(best)} (${money(amount / 100)})`;
    expectStated(text.toLowerCase(), stated.toLowerCase());
  });

  it("the heatmap names the industry that kept the most", async () => {
    const [best, amount] = highest(nets());
    const finding = heatFinding(await dataset<SectorMonth>(snapshot, "sector-heat.csv"));
    const stated = `${industryInText(best)} kept the most, ${money(amount / 100)}`;
    expectStated(finding.toLowerCase(), stated.toLowerCase());
  });

  it("the drivers state the share of what comes in that customers pay, and of what goes to staff", async () => {
    const finding = driversFinding(await dataset<SectorDriver>(snapshot, "sector-drivers.csv"));
    const paid = total(legs.filter(isIn), ({group}) => group === "revenue") / total(legs, isIn);
    const staff = total(legs.filter(isOut), ({group}) => group === "payroll") / total(legs, isOut);
    expect(finding).toMatch(new RegExp(`^${percent(paid)} of what comes in is paid by customers`));
    expect(finding).toContain(`${percent(staff)} to staff`);
  });

  it("company-years: what each company took in, paid its staff and kept, to the cent", async () => {
    const rows = await dataset<CompanyYear>(snapshot, "company-years.csv");
    expect(rows).toHaveLength(industryOf.size);
    for (const {user_id, industry, payroll_eur, revenue_eur, result_eur} of rows) {
      const own = legs.filter(
        ({owner, month}) => owner === user_id && lastTwelve().includes(month),
      );
      expect(industry).toBe(industryOf.get(user_id));
      expect([payroll_eur, revenue_eur, result_eur].map(cents)).toEqual([
        0 - total(own, ({group}) => group === "payroll"),
        total(own, ({group}) => group === "revenue"),
        total(own, ({group}) => group !== "financing"),
      ]);
    }
  });

  it("the costs state what the best industry keeps of €100", async () => {
    const isLate = ({month}: Leg) => lastTwelve().includes(month);
    const revenue = byIndustry((leg) => isLate(leg) && leg.group === "revenue");
    const kept = byIndustry(
      (leg) =>
        isLate(leg) &&
        ["revenue", "operating", "fixed", "fee", "payroll", "tax"].includes(leg.group),
    );
    const shares = new Map(
      [...revenue].map(([industry, cents]) => [industry, kept.get(industry)! / cents]),
    );
    const [best, share] = highest(shares);
    const companies = await dataset<CompanyYear>(snapshot, "company-years.csv");
    const finding = costsFinding(
      await dataset<SectorCost>(snapshot, "sector-costs.csv"),
      companies,
    );
    expectStated(
      finding,
      share > 0
        ? `${industryInText(best)} keeps ${perHundred(share)}`
        : "No industry keeps anything",
    );
  });

  it("the burners state how many burn, and what they burn together", async () => {
    const burns = sumBy(
      legs.filter(({group, month}) => group !== "financing" && lastTwelve().includes(month)),
      ({owner}) => owner,
      (leg) => -leg.cents,
    );
    const burning = [...burns.values()].filter((cents) => cents > 0);
    const together = burning.reduce((sum, cents) => sum + cents, 0) / 1200;
    expect(burnersFinding(await dataset<SectorBurner>(snapshot, "sector-burners.csv"))).toBe(
      `${burning.length} of 40 companies burned money over the last twelve months: ${money(together)} a month together`,
    );
  });

  it("the seasons state the range of the industry that swings the most", async () => {
    const revenue = legs.filter(({group}) => group === "revenue");
    const ranges = [...new Set(revenue.map(({industry}) => industry))].map((industry) => {
      const own = revenue.filter((leg) => leg.industry === industry);
      const mean = total(own, ({month}) => lastTwelve().includes(month)) / 12;
      const shares = statement.months.map(
        (month) => total(own, (leg) => leg.month === month) / mean,
      );
      return {industry, low: Math.min(...shares), high: Math.max(...shares)};
    });
    const widest = ranges.reduce((a, b) => (b.high - b.low > a.high - a.low ? b : a));
    expectStated(
      seasonsFinding(await dataset<SectorSeason>(snapshot, "sector-seasons.csv")),
      `from ${percent(widest.low)} to ${percent(widest.high)} of its mean month`,
    );
  });
});
