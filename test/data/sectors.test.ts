import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {queriesOver} from "../../loaders/datasets/bank.js";
import {readCompanyYears} from "../../loaders/datasets/companyYears.js";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import {chosenCompanies} from "../../src/bank/sectors/companies.js";
import {costsFinding, perHundred, type SectorCost} from "../../src/bank/sectors/costs.js";
import {heatFinding, type SectorMonth, sectorsText} from "../../src/bank/sectors/flow.js";
import type {SectorPayment} from "../../src/bank/sectors/payments.js";
import type {CompanyRevenue} from "../../src/bank/sectors/revenue.js";
import {industryDifferences} from "../../src/lib/companies/companyYears.js";
import {industryInText} from "../../src/lib/companies/industryNames.js";
import {type SectorSeason, seasonsFinding} from "../../src/lib/companies/seasons.js";
import {money, percent} from "../../src/lib/format.js";
import {withinChance} from "../../src/lib/words.js";
import {bank} from "../support/bank.js";
import {dataset, keyedDataset} from "../support/dataset.js";
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

const sectorFiles = async () => ({
  sectors: await keyedDataset(snapshot, "sector-companies.keyed"),
  companies: await keyedDataset(snapshot, "company-flows.keyed"),
  names: await keyedDataset(snapshot, "search-names.keyed"),
});
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

  it("company-revenue: the last twelve months, and the months that a year before is known of", async () => {
    const rows = await dataset<CompanyRevenue>(snapshot, "company-revenue.csv");
    const revenue = legs.filter(({group}) => group === "revenue");
    const [early, late] = [statement.months.slice(0, 2), statement.months.slice(-2)];
    const of = (owner: string, months: readonly string[]) =>
      total(revenue, (leg) => leg.owner === owner && months.includes(leg.month));
    expect(rows.length).toBeGreaterThan(30);
    for (const {user_id, revenue_eur, late_eur, before_eur, compared_count} of rows) {
      expect(compared_count).toBe(2);
      expect(cents(revenue_eur)).toBe(of(user_id, lastTwelve()));
      expect(cents(late_eur)).toBe(of(user_id, late));
      const isOld = statement.monthsOf(user_id)[0] === statement.months[0];
      expect(before_eur === null ? null : cents(before_eur)).toBe(
        isOld ? of(user_id, early) : null,
      );
    }
  });

  it("sector-flows: what companies here paid each other, to the cent", async () => {
    const rows = await dataset<SectorPayment>(snapshot, "sector-flows.csv");
    const inside = legs.filter(
      ({otherOwner, month, cents}) =>
        otherOwner !== undefined &&
        industryOf.has(otherOwner) &&
        cents < 0 &&
        lastTwelve().includes(month),
    );
    const sums = sumBy(
      inside,
      ({industry, otherOwner}) => `${industry} ${industryOf.get(otherOwner!)}`,
      (leg) => -leg.cents,
    );
    expect(sums.size).toBeGreaterThan(5);
    const found = rows.map((row) => [
      `${row.payer_industry} ${row.payee_industry}`,
      cents(row.paid_eur),
    ]);
    expect(new Map(found as [string, number][])).toEqual(sums);
  });

  it("sector-companies: the companies of a cell sum up to the cell, in every cell", async () => {
    const files = await sectorFiles();
    const heat = await dataset<SectorMonth>(snapshot, "sector-heat.csv");
    for (const {month, industry, inflow_eur, outflow_eur, company_count} of heat) {
      const chosen = await chosenCompanies({month, industry}, files);
      expect(chosen.flows).toHaveLength(company_count);
      expect(chosen.company_count).toBe(company_count);
      const sum = (key: "inflow_eur" | "outflow_eur") =>
        chosen.flows.reduce((sum, flow) => sum + cents(flow[key]), 0);
      expect([sum("inflow_eur"), sum("outflow_eur")]).toEqual([
        cents(inflow_eur),
        cents(outflow_eur),
      ]);
    }
  });

  it("sector-companies: over all months, and found by name, a company has one flow", async () => {
    const files = await sectorFiles();
    const {flows, company_count, gained_count} = await chosenCompanies({}, files);
    expect(company_count).toBe(industryOf.size);
    expect(gained_count).toBe(flows.filter(({net_eur}) => net_eur > 0).length);
    const [first] = flows;
    expect(cents(first!.net_eur)).toBe(total(legs, ({owner}) => owner === first!.user_id));
    const found = await chosenCompanies({company: first!.name!, industry: first!.industry!}, files);
    expect(found.flows).toContainEqual({
      ...first,
      company_count: undefined,
      gained_count: undefined,
    });
    expect(await chosenCompanies({company: "Nobody at all"}, files)).toMatchObject({flows: []});
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

  it("the answer on top states what came in, and what stayed", async () => {
    const text = sectorsText(await dataset<SectorMonth>(snapshot, "sector-heat.csv"));
    const net = total(legs);
    expect(text).toContain(`Of ${money(total(legs, isIn) / 100)} that companies took in`);
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

  it("readCompanyYears: what each company took in, paid its staff and kept, to the cent", async () => {
    const rows = await readCompanyYears(queriesOver(snapshot));
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
    const companies = await readCompanyYears(queriesOver(snapshot));
    const costs = await dataset<SectorCost>(snapshot, "sector-costs.csv");
    const finding = costsFinding(costs, industryDifferences(companies, costs, []));
    expectStated(
      finding,
      share > 0
        ? `${industryInText(best)} keeps ${perHundred(share)}`
        : "No industry keeps anything",
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
