import {describe, expect, it} from "vitest";
import {normal} from "../../../src/lib/normal.js";
import {
  nothingSavedText,
  publishedText,
  type SavingsMonth,
  type ShareBand,
  shareBandName,
  sharesFinding,
  shownBands,
  spreadText,
  trendFinding,
} from "../../../src/lib/people/savingsShares.js";
import {stream} from "../../../src/lib/stream.js";

const month = (at: number) => new Date(Date.UTC(2026, at));

/** All 32 bands, with people in those that are named by their first percentage point. */
function bands(people: Record<number, number>, more: Partial<ShareBand> = {}): ShareBand[] {
  const person_total = Object.values(people).reduce((sum, count) => sum + count, 0);
  return Array.from({length: 32}, (_, at) => ({
    band_from: (at - 1) / 100,
    person_count: people[at - 1] ?? 0,
    person_total,
    zero_count: 0,
    below_count: 0,
    median_share: 0.125,
    all_share: 0.12,
    savings_rate: 0.1,
    unpaid_count: 7,
    window_from: month(0),
    window_to: month(11),
    ...more,
  }));
}

describe("sharesFinding(rows) and spreadText(rows)", () => {
  it("give the median and where nine in ten are, without the outer twentieths", () => {
    const rows = bands({2: 1, 9: 49, 16: 49, 25: 1});
    expect(sharesFinding(rows)).toBe("The median saver puts 12.5% of salary aside");
    expect(spreadText(rows)).toBe("Nine in ten are between 9% and 17%.");
  });

  it("have words for the open ends, for one band, for one person and for nobody", () => {
    expect(spreadText(bands({[-1]: 10, 30: 10}))).toBe(
      "Nine in ten are between less than nothing and more than 30%.",
    );
    expect([bands({12: 8}), bands({12: 1}), []].map(spreadText)).toEqual(["", "", ""]);
    expect(sharesFinding(bands({12: 8}))).toBe("Nearly everybody puts 12–13% of salary aside");
    expect(sharesFinding(bands({12: 1}))).toBe(
      "The one person with a salary puts 12.5% of it aside",
    );
    expect(sharesFinding([])).toBe("No main customer has a salary, so no share of one is saved");
  });
});

describe("shownBands(rows)", () => {
  const shown = (people: Record<number, number>) =>
    shownBands(bands(people)).map(({band_from}) => Math.round(100 * band_from));

  it("begins at zero and goes one band beyond the last with people", () => {
    expect(shown({1: 3, 3: 1})).toEqual([0, 1, 2, 3, 4]);
    expect(shown({[-1]: 1, 1: 1})).toEqual([-1, 0, 1, 2]);
    expect(shown({30: 1}).at(-1)).toBe(30);
    expect(shownBands([])).toEqual([]);
  });

  it("names the bands", () =>
    expect([-0.01, 0, 0.07, 0.29, 0.3].map(shareBandName)).toEqual([
      "below 0%",
      "0–1%",
      "7–8%",
      "29–30%",
      "30% and more",
    ]));
});

describe("nothingSavedText(rows) and publishedText(rows)", () => {
  it("say who is at zero and who below, nobody included", () => {
    const text = (zero_count: number, below_count: number) =>
      nothingSavedText(bands({0: 5}, {zero_count, below_count}));
    expect(text(0, 0)).toBe("All of them saved something on balance.");
    expect(text(1, 0)).toMatch(/^1 person put nothing aside, and nobody took/);
    expect(text(0, 3)).toMatch(/^3 people took more from savings than went in/);
    expect(nothingSavedText([])).toBe("No main customer has a salary.");
  });

  it("count those without a salary only where there are any", () => {
    expect(publishedText(bands({9: 5}))).toMatch(
      /^Together they move 12\.0% of their salaries\. Including 7 main customers without a steady salary, and all other income, the savings rate is 10\.0%\. Eurostat’s/,
    );
    expect(publishedText(bands({9: 5}, {unpaid_count: 0}))).toMatch(
      / Including all other income, the savings rate is 10\.0%\. Eurostat’s/,
    );
    expect(publishedText([])).toBe("");
  });
});

describe("trendFinding(rows)", () => {
  const row = (median_share: number, at: number, person_count = 400): SavingsMonth => ({
    month: month(at),
    low_share: median_share - 0.03,
    median_share,
    high_share: median_share + 0.03,
    all_share: median_share,
    savings_rate: median_share,
    person_count,
  });
  const finding = (...medians: number[]) =>
    trendFinding(medians.map((share, at) => row(share, at)));

  it("has words for a rise and a fall since the first month, or since a year before", () => {
    expect(finding(0.1, 0.12)).toBe(
      "The median share rose by 2.0 percentage points since January 2026, to 12.0%",
    );
    expect(finding(0.12, 0.11)).toMatch(/^The median share fell by 1\.0 percentage point since/);
    const year = Array.from({length: 14}, (_, at) => (at < 2 ? 0.1 + at / 50 : 0.12));
    expect(finding(...year)).toBe("The median share is 12.0%, within chance of February 2026");
  });

  it("says that it is within chance where nothing differs but noise", () => {
    const draw = stream(1, "median shares");
    const drawn = (at: number) => {
      const shares = Array.from({length: 101}, () => 0.12 + 0.03 * normal(draw)).sort(
        (a, b) => a - b,
      );
      const [low, middle, high] = [25, 50, 75].map((place) => shares[place]!);
      return {...row(middle!, at, 101), low_share: low!, high_share: high!};
    };
    const findings = Array.from({length: 40}, () => trendFinding([0, 1, 2].map(drawn)));
    const said = findings.filter((text) => text.endsWith("within chance of January 2026")).length;
    expect(said).toBeGreaterThan(34);
    expect(trendFinding([row(0.12, 0), row(0.122, 1)])).toBe(
      "The median share is 12.2%, within chance of January 2026",
    );
  });

  it("has words for one month and for none", () => {
    expect(finding(0.12)).toBe("In January 2026 the median saver put 12.0% aside");
    expect(finding()).toBe("No share of salary to show");
  });
});
