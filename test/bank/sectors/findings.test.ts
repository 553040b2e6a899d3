import {describe, expect, it} from "vitest";
import {costsFinding, type SectorCost} from "../../../src/bank/sectors/costs.js";
import {
  heatFinding,
  monthsText,
  partialText,
  type SectorMonth,
  sectorsText,
  sizesText,
  wholeMonthsText,
} from "../../../src/bank/sectors/flow.js";
import {paymentsFinding, paymentsText} from "../../../src/bank/sectors/payments.js";
import {
  type CompanyRevenue,
  drawnText,
  grownCompanies,
  grownSectors,
  growthFinding,
  sectorShares,
  sharesFinding,
} from "../../../src/bank/sectors/revenue.js";
import {sectorRevenue} from "../../../src/bank/sectors/sectorRevenue.js";
import {type CompanyYear, industryDifferences} from "../../../src/lib/companies/companyYears.js";
import {
  revenueText,
  type SectorSeason,
  seasonsFinding,
} from "../../../src/lib/companies/seasons.js";

const month = (index: number) => new Date(Date.UTC(2025, 4 + index));

/** A cell: inflow and outflow of an industry in the nth month. */
const cell = (
  index: number,
  industry: string,
  inflow_eur: number,
  outflow_eur: number,
  rest: Partial<SectorMonth> = {},
): SectorMonth => ({
  month: month(index),
  industry,
  company_count: 2,
  inflow_eur,
  outflow_eur,
  net_eur: inflow_eur - outflow_eur,
  is_complete: true,
  ...rest,
});

/** Eight months of an industry about a net flow, an outflow of 100 in each. */
const months = (industry: string, net: number, noise = 0): SectorMonth[] =>
  Array.from({length: 8}, (_, index) =>
    cell(index, industry, 100 + net + (index % 2 ? noise : -noise), 100),
  );

describe("sectorsText(rows)", () => {
  it("says what stayed, who kept the most and who lost the most", () => {
    expect(sectorsText([...months("retail", 20, 2), ...months("it_services", -10, 2)])).toBe(
      "Of €1,680 that companies took in from May 2025 to December 2025, €80 stayed, 4.8%. Retail (€160) kept the most, IT services (€80) lost the most.",
    );
  });

  it("names no industry where they differ by what their months do anyway", () => {
    const noisy = [...months("retail", 4, 60), ...months("it_services", -4, 60)];
    expect(sectorsText(noisy)).toMatch(
      / What single industries kept differs only within chance\.$/,
    );
    expect(heatFinding(noisy)).toBe("What industries kept differs only within chance");
  });

  it("has words for a loss, for a balance, and for industries that are all alike", () => {
    expect(sectorsText([cell(0, "retail", 800, 1000)])).toContain(
      "in May 2025, nothing stayed: €200 more went out. No industry kept money; retail (€200) lost the most.",
    );
    expect(sectorsText([cell(0, "retail", 1000, 1000)])).toContain(
      "nothing stayed: as much went out. No industry kept money",
    );
    expect(sectorsText([...months("retail", 20), ...months("media", 1)])).toContain(
      "Retail (€160) kept the most; no industry lost money.",
    );
  });

  it("leaves months out that are not complete, and says so where there is no other", () => {
    const partial = cell(1, "retail", 5, 500, {is_complete: false});
    expect(sectorsText([cell(0, "retail", 1000, 900), partial])).toContain("€100 stayed");
    expect(sectorsText([partial])).toMatch(/no complete month/);
    expect(sectorsText([])).toMatch(/no complete month/);
    expect(partialText([partial])).toBe(" June 2025 is not complete, drawn paler and in no sum.");
    expect(partialText([])).toBe("");
  });
});

describe("heatFinding(rows)", () => {
  it.each([
    [
      "gains and losses",
      [...months("retail", 5), ...months("media", -2)],
      "Retail kept the most, €40; media paid out €16 more than it took in",
    ],
    [
      "gains only",
      [...months("retail", 5), ...months("media", 1)],
      "Retail kept the most, €40; media the least, €8",
    ],
    [
      "losses only",
      [cell(0, "retail", 4, 9)],
      "No industry kept money; retail paid out €5 more than it took in",
    ],
    ["one industry", [cell(0, "retail", 9, 4)], "Retail kept the most, €5"],
    ["no rows", [], "No month is complete yet"],
  ])("has words for %s", (_, rows, finding) => expect(heatFinding(rows)).toBe(finding));
});

describe("monthsText(rows)", () => {
  it("names the deepest month, how many industries it hit, and the best", () => {
    const rows = [
      cell(0, "retail", 9, 4),
      cell(0, "media", 1, 3),
      cell(1, "retail", 1, 6),
      cell(1, "media", 1, 2),
    ];
    expect(monthsText(rows)).toBe(
      "The deepest month was June 2025: in both industries more went out than came in, €6 together; the best was May 2025, when €3 stayed.",
    );
    expect(monthsText(rows.slice(0, 3))).toContain("June 2025: in the only industry more went out");
  });

  it("has words for months that all gain, all lose, and for a single one", () => {
    expect(monthsText([cell(0, "retail", 9, 4), cell(1, "retail", 9, 3)])).toBe(
      "No month took out more than it brought in: the weakest, May 2025, left €5; the best was June 2025, when €6 stayed.",
    );
    expect(monthsText([cell(0, "retail", 4, 9), cell(1, "retail", 3, 9)])).toContain(
      "no month left anything",
    );
    expect(monthsText([cell(0, "retail", 4, 9)])).toBe("There are no two months to compare yet.");
  });
});

describe("sizesText(rows)", () => {
  it("gives the range of the last month, or the one number", () => {
    const of = (industry: string, company_count: number) =>
      cell(0, industry, 1, 1, {company_count});
    expect(sizesText([of("retail", 5), of("media", 18)])).toBe("between 5 and 18 companies");
    expect(sizesText([of("retail", 1)])).toBe("1 company");
    expect(sizesText([])).toBe("no companies");
  });
});

describe("wholeMonthsText(rows)", () => {
  it("counts each month once, and none that is not over", () => {
    const partial = cell(8, "retail", 1, 1, {is_complete: false});
    expect(wholeMonthsText([...months("retail", 5), ...months("media", 5), partial])).toBe(
      "8 whole months",
    );
    expect(wholeMonthsText([partial])).toBe("no whole months");
  });
});

describe("costsFinding(rows)", () => {
  const cost = (industry: string, margin_share: number): SectorCost => ({
    industry,
    company_count: 1,
    revenue_eur: 1,
    operating_share: 1 - margin_share,
    payroll_share: 0,
    tax_share: 0,
    margin_share,
    month_count: 12,
  });
  const companies = (noise: number): CompanyYear[] =>
    (
      [
        ["retail", 7],
        ["media", -2],
      ] as const
    ).flatMap(([industry, kept]) =>
      Array.from({length: 8}, (_, at) => ({
        user_id: `${industry} ${at}`,
        industry,
        employee_months: 0,
        payroll_eur: 0,
        revenue_eur: 100,
        result_eur: kept + (at % 2 ? noise : -noise),
      })),
    );

  const differences = (rows: readonly SectorCost[], noise: number) =>
    industryDifferences(companies(noise), rows, []);

  it("ranks no industries whose companies lie further apart than they do", () => {
    const rows = [cost("retail", 0.07), cost("media", -0.02)];
    expect(costsFinding(rows, differences(rows, 40))).toBe(
      "What industries keep of each €100 differs only within chance",
    );
  });

  it.each([
    [
      [cost("retail", 0.07), cost("media", -0.02)],
      "Of each €100 that customers pay, retail keeps €7; media spends €2 more than it earns",
    ],
    [
      [cost("retail", 0.07), cost("media", 0.02)],
      "Of each €100 that customers pay, retail keeps €7, media €2",
    ],
    [[cost("retail", 0.07)], "Of each €100 that customers pay, retail keeps €7"],
    [
      [cost("media", -0.02)],
      "No industry keeps anything of what customers pay; media spends €2 more than it earns",
    ],
    [[], "No industry has revenue"],
  ])("has words for %j", (rows, finding) =>
    expect(costsFinding(rows, differences(rows, 1))).toBe(finding),
  );
});

describe("seasonsFinding(rows) and revenueText(rows)", () => {
  const season = (
    index: number,
    industry: string,
    revenue_eur: number,
    mean_share: number | null = 1,
  ): SectorSeason => ({
    month: month(index),
    industry,
    revenue_eur,
    mean_revenue_eur: 100,
    month_count: 12,
    mean_share,
  });

  it("name the widest and the narrowest swing", () => {
    const path = (industry: string, swing: number) =>
      Array.from({length: 12}, (_, at) => season(at, industry, 1, 1 + swing * ((at % 3) - 1)));
    const rows = [season(0, "retail", 1, 0.5), season(1, "retail", 1, 1.5)];
    expect(seasonsFinding([...path("retail", 0.5), ...path("media", 0.1)])).toBe(
      "Retail swings the most, from 50% to 150% of its mean month",
    );
    expect(seasonsFinding([...path("retail", 0.5), ...path("media", 0.5)])).toBe(
      "The swings of industries differ only within chance",
    );
    expect(seasonsFinding(rows)).toBe("Retail swings the most, from 50% to 150% of its mean month");
    expect(seasonsFinding([season(0, "retail", 0, null)])).toBe("No industry has revenue");
    expect(seasonsFinding([])).toBe("No industry has revenue");
    expect(seasonsFinding(rows.slice(0, 1))).toBe("One month shows no season");
  });

  const industries = ["retail", "media", "logistics", "wholesale", "hospitality", "construction"];

  it.each([
    [110, "Revenue from May 2026 to July 2026 was 10% more than in the same months a year before."],
    [80, "was 20% less than in the same months a year before."],
    [100, "was unchanged from a year earlier."],
  ])("compare the last three months, %s now and 100 then", (now, words) => {
    const rows = industries.flatMap((industry) =>
      Array.from({length: 15}, (_, index) => season(index, industry, index < 3 ? 100 : now)),
    );
    expect(revenueText(rows)).toContain(words);
  });

  it("say that some industries grew and some shrank, where that is all", () => {
    const rows = industries.flatMap((industry, at) =>
      Array.from({length: 15}, (_, index) =>
        season(index, industry, index < 3 ? 100 : at % 2 ? 140 : 80),
      ),
    );
    expect(revenueText(rows)).toMatch(
      /differs from a year earlier by no more than chance: some industries grew, others shrank\.$/,
    );
  });

  it("say so where a year before is missing", () => {
    expect(revenueText([season(0, "retail", 1)])).toMatch(/A year before is not in the data/);
  });
});

const company = (
  industry: string,
  user_id: string,
  late_eur: number,
  before_eur: number | null,
  revenue_eur = late_eur,
): CompanyRevenue => ({
  user_id,
  name: user_id,
  industry,
  revenue_eur,
  month_count: 12,
  late_eur,
  before_eur,
  compared_count: 6,
});

describe("growthFinding(revenue)", () => {
  const growth = (rows: readonly CompanyRevenue[]) => growthFinding(sectorRevenue(rows));
  const eight = (industry: string, growth: number) =>
    Array.from({length: 8}, (_, at) =>
      company(industry, `${industry} ${at}`, 100 * (1 + growth) + (at % 2), 100),
    );

  it("names the sectors that grew most and least, where they differ beyond chance", () => {
    expect(growth([...eight("media", 0.5), ...eight("it_services", -0.2)])).toBe(
      "Media grew most, +51%; IT services least, −20%",
    );
  });

  it("counts the companies that grew where sectors do not differ, and has words for one and none", () => {
    expect(growth([...eight("media", 0.1), ...eight("retail", 0.1)])).toBe(
      "16 of 16 companies grew; sectors differ only within chance",
    );
    expect(growth(eight("media", 0.5))).toBe("Media: revenue +51%");
    expect(growth([company("media", "new", 10, null)])).toMatch(/^No company/);
  });

  it("weighs each company by its revenue, and leaves out who was not there a year before", () => {
    const rows = [
      company("media", "a", 90, 100),
      company("media", "b", 40, 20),
      company("media", "new", 500, null),
    ];
    const [sector] = grownSectors(sectorRevenue(rows));
    expect(sector).toMatchObject({company_count: 3, compared_count: 2});
    expect(sector!.growth_share).toBeCloseTo(130 / 120 - 1);
  });
});

describe("sectorShares(revenue)", () => {
  it("gives an index of 10,000 to a company alone and of 5,000 to two equals, the most concentrated first", () => {
    const shares = sectorShares(
      sectorRevenue([
        company("retail", "a", 50, null),
        company("retail", "b", 50, null),
        company("media", "c", 7, null),
      ]),
    );
    expect(shares.map(({name, share, hhi}) => [name, share, Math.round(hhi)])).toEqual([
      ["c", 1, 10_000],
      ["a", 0.5, 5000],
      ["b", 0.5, 5000],
    ]);
    expect(sharesFinding(shares)).toBe(
      "One company takes 100% of media; in retail the largest takes 50%",
    );
    expect(sharesFinding([])).toBe("No company has revenue yet");
  });
});

describe("sectorRevenue(rows)", () => {
  const many = (industry: string, from: number) =>
    Array.from({length: 100}, (_, at) =>
      company(industry, `${industry} ${String(at).padStart(2, "0")}`, from + at, 50),
    );
  const rows = [...many("retail", 1), ...many("media", 100)];

  it("names all companies of a small bank, and the largest of each sector of a large one", () => {
    const small = sectorRevenue(rows.slice(0, 120));
    expect(drawnText(grownCompanies(small.companies), small)).toBe("");
    const revenue = sectorRevenue(rows);
    expect(revenue.companies).toHaveLength(120);
    expect(revenue.companies[0]).toMatchObject({name: "retail 99", revenue_eur: 100});
    expect(drawnText(grownCompanies(revenue.companies), revenue)).toBe(
      ", 120 of 200, the largest of each sector",
    );
  });

  it("says of all companies what it says of sectors, and adds up those that are not named", () => {
    const revenue = sectorRevenue(rows);
    expect(
      grownSectors(revenue).map(({industry, growth_share}) => [industry, growth_share]),
    ).toEqual([
      ["media", 14_950 / 5000 - 1],
      ["retail", 5050 / 5000 - 1],
    ]);
    const shares = sectorShares(revenue).filter(({industry}) => industry === "retail");
    expect(shares).toHaveLength(61);
    expect(shares.at(-1)).toMatchObject({user_id: null, name: "40 others", revenue_eur: 820});
    expect(shares.reduce((sum, {share}) => sum + share, 0)).toBeCloseTo(1);
  });
});

describe("paymentsFinding(rows)", () => {
  const payment = (payer_industry: string, payee_industry: string, paid_eur: number) => ({
    payer_industry,
    payee_industry,
    paid_eur,
    payment_count: 1,
    month_count: 12,
  });

  it("names who pays whom the most, and payments inside a sector", () => {
    const rows = [payment("retail", "media", 10), payment("media", "it_services", 30)];
    expect(paymentsFinding(rows)).toBe("Media pays IT services the most: €30");
    expect(paymentsFinding([payment("media", "media", 5)])).toBe(
      "Media pays its own sector the most: €5",
    );
    expect(paymentsFinding([])).toBe("No company pays another one of this bank");
    expect(paymentsText(rows, {sectors: [{revenue_eur: 400}]})).toContain(
      "€40, 10% of their revenue",
    );
    expect(paymentsText(rows, {sectors: []})).toBe("No company has revenue yet.");
  });
});
