import {describe, expect, it} from "vitest";
import {normal} from "../../../src/lib/normal.js";
import {
  type BudgetMonth,
  type BudgetPart,
  budgetText,
} from "../../../src/lib/people/budgetParts.js";
import {stream} from "../../../src/lib/stream.js";
import {type CityPart, cityFinding, comparableCities} from "../../../src/people/budgets/cities.js";
import {
  cents,
  type EuroPart,
  type EuroRow,
  euroFinding,
  euroPartName,
} from "../../../src/people/budgets/euro.js";
import {type MixRow, mixFinding} from "../../../src/people/budgets/mix.js";
import {
  bandName,
  filledBands,
  type RentBand,
  rentFinding,
} from "../../../src/people/budgets/rent.js";

const month = (index: number) => new Date(Date.UTC(2026, index));

function budget(index: number, part: BudgetPart, median_eur: number, people = 900): BudgetMonth {
  return {
    month: month(index),
    part,
    low_eur: 0.5 * median_eur,
    median_eur,
    high_eur: 1.5 * median_eur,
    person_count: people,
  };
}

describe("budgetText(rows)", () => {
  it("gives the median main customer's last month", () => {
    const rows = [
      budget(0, "income", 1),
      budget(1, "income", 2000),
      budget(1, "fixed", 700),
      budget(1, "discretionary", 500),
      budget(1, "saving", 200),
    ];
    expect(budgetText(rows)).toBe(
      "In February 2026 the median main customer with an income had €2,000. The median fixed costs were €700, the median discretionary spending €500, and the median transfer to savings €200. Each is the median of its own, so they need not add up.",
    );
  });

  it("says so when nobody had an income", () =>
    expect(budgetText([])).toMatch(/^No main customer had/));
});

describe("euroFinding(rows)", () => {
  const row = (part: EuroPart, share: number): EuroRow => ({
    part,
    amount_eur: 1000 * share,
    share,
    person_count: 9,
    window_from: month(0),
    window_to: month(11),
  });

  it("divides a euro, in whole cents", () => {
    expect(euroFinding([row("fixed", 0.414), row("discretionary", 0.296), row("left", 0.29)])).toBe(
      "Of each euro, 41 cents go on fixed costs and 30 cents on discretionary spending",
    );
    expect([0.012, 0, -0.014].map(cents)).toEqual(["1 cent", "0 cents", "−1 cent"]);
    expect(euroFinding([])).toBe("No income to divide");
  });

  it("calls what is left by its sign", () =>
    expect([0.1, -0.1].map((share) => euroPartName(row("left", share)))).toEqual([
      "Left over",
      "More than came in",
    ]));
});

describe("mixFinding(rows)", () => {
  const row = (category: MixRow["category"], share: number, share_error = 0.01): MixRow => ({
    category,
    category_group: "fixed",
    spent_eur: 100 * share,
    share,
    share_error,
    payer_count: 1,
    person_count: 400,
    month_count: 12,
  });

  it("adds up the largest, three at most, that stand out from the next", () => {
    const rows = [row("rent", 0.5), row("groceries", 0.2), row("health", 0.1), row("travel", 0.05)];
    expect(mixFinding(rows)).toBe("Rent, groceries and health take 80% of all spending");
    expect(mixFinding([...rows.slice(0, 3), row("travel", 0.1)])).toBe(
      "Rent and groceries take 70% of all spending",
    );
  });

  it("says that they are within chance where nothing differs but noise", () => {
    const draw = stream(1, "mix");
    const names = ["rent", "groceries", "health", "travel", "clothing"] as const;
    const findings = Array.from({length: 40}, () =>
      mixFinding(
        names.map((name) => row(name, 0.2 + 0.01 * normal(draw))).sort((a, b) => b.share - a.share),
      ),
    );
    const said = findings.filter((text) => text.includes("within chance: none leads")).length;
    expect(said).toBeGreaterThan(34);
  });

  it("has words for one category and for none", () => {
    expect(mixFinding([row("rent", 1)])).toBe("Rent takes 100% of all spending");
    expect(mixFinding([])).toBe("No spending to show");
  });
});

describe("rentFinding(rows)", () => {
  const bands = (counts: readonly number[]): RentBand[] =>
    counts.map((tenant_count, band) => ({
      band_from: band / 20,
      tenant_count,
      tenant_total: counts.reduce((sum, count) => sum + count, 0),
      overburdened_count: counts.slice(8).reduce((sum, count) => sum + count, 0),
      median_share: 0.28,
      window_from: month(0),
      window_to: month(11),
    }));

  it("counts the tenants above 40%, the limit itself included", () => {
    const rows = bands([0, 0, 0, 0, 0, 6, 0, 0, 2, 0, 0]);
    expect(rentFinding(rows)).toBe(
      "25% of tenants pay 40% of income or more in rent; the median is 28%",
    );
    expect(filledBands(rows)).toHaveLength(9);
  });

  it("counts them as one, not by bands that are rounded each", () => {
    const rows = bands([0, 0, 0, 0, 0, 180, 0, 0, 30, 20, 10, 10, 10]).map((row) => ({
      ...row,
      ...{tenant_total: 250, overburdened_count: 60},
    }));
    expect(rentFinding(rows, {step: 10})).toMatch(/^24% of tenants pay 40%/);
    const none = rows.map((row) => ({...row, overburdened_count: 0}));
    expect(rentFinding(none, {step: 10})).toMatch(/^Fewer than 2.0% of tenants pay 40%/);
  });

  it("has words for nobody above and for no tenants", () => {
    expect(rentFinding(bands([0, 4, 0]))).toMatch(/^No tenant pays 40%/);
    expect(rentFinding(bands([0, 0]))).toBe(
      "No tenant pays both rent and income through this bank",
    );
    expect(rentFinding([])).toBe("No tenant pays both rent and income through this bank");
  });

  it("names the bands", () =>
    expect([0, 0.35, 1].map(bandName)).toEqual(["0–5%", "35–40%", "100%+"]));
});

describe("cityFinding(rows)", () => {
  const city = (name: string, basket_eur: number, more: Partial<CityPart> = {}): CityPart => ({
    city: name,
    country: "DE",
    part: "rent",
    payer_count: 9,
    cost_eur: basket_eur / 2,
    basket_eur,
    basket_error_eur: 30,
    part_count: 5,
    ...more,
  });

  it("compares the two ends, whole baskets only, as what people pay and not as a price", () => {
    const rows = comparableCities([
      city("Dublin", 900, {part_count: 4}),
      city("Paris", 800),
      city("Porto", 500),
    ]);
    expect(cityFinding(rows)).toBe(
      "People in Paris pay €800 a month, 60% more than people in Porto",
    );
  });

  it("says that the ends differ within chance, the more so among many cities", () => {
    expect(cityFinding([city("Paris", 640), city("Porto", 600)])).toBe(
      "Costs in Paris and Porto, the highest and lowest, differ only within chance",
    );
    const between = Array.from({length: 20}, (_, at) => city(`City ${at}`, 650));
    expect(cityFinding([city("Paris", 710), city("Porto", 600)])).toMatch(/^People in Paris/);
    expect(cityFinding([city("Paris", 710), ...between, city("Porto", 600)])).toMatch(
      /within chance$/,
    );
  });

  it("has words for one city and for none", () => {
    expect(cityFinding([city("Paris", 800)])).toBe("Regular payers in Paris pay €800 a month");
    expect(cityFinding([])).toMatch(/^No city/);
  });
});
