import {describe, expect, it} from "vitest";
import type {BalanceAccuracy} from "../../../src/lib/balances/backtest.js";
import type {CycleStanding} from "../../../src/lib/balances/cycles.js";
import {stream} from "../../../src/lib/stream.js";
import {
  accuracyFinding,
  gainText,
  othersText,
  standingsFinding,
} from "../../../src/people/budgets/balanceWords.js";

describe("standingsFinding(rows)", () => {
  const people = 200;
  const rows = (...shares: number[]): CycleStanding[] =>
    shares.map((below_zero_share, days_since_payday) => ({
      below_zero_share,
      days_since_payday,
      median_eur: 1,
      low_share: 0,
      cycle_count: 3 * people,
      person_count: people,
    }));

  it("names the best and the worst day", () => {
    expect(standingsFinding(rows(0.1, 0.2, 0.4))).toBe(
      "10% of main customers are overdrawn on payday, 40% 2 days after payday",
    );
    expect(standingsFinding(rows(0.2))).toBe("20% of main customers are overdrawn on payday");
    expect(standingsFinding(rows(0, 0))).toMatch(/^Nobody is overdrawn/);
    expect(standingsFinding([])).toBe("No whole pay cycle to show yet");
  });

  it("calls a count of none fewer than half of what counts are rounded to", () => {
    const finding = (...shares: number[]) => standingsFinding(rows(...shares), {step: 10});
    expect(finding(0, 0.2, 0.4)).toBe(
      "Fewer than 2.5% of main customers are overdrawn on payday, 40% 2 days after payday",
    );
    expect(finding(0, 0)).toBe(
      "On each day of the pay cycle, fewer than 2.5% of main customers are overdrawn",
    );
    expect(standingsFinding(rows(0, 0.2, 0.4))).toBe(
      "0% of main customers are overdrawn on payday, 40% 2 days after payday",
    );
  });

  it("says that days differ within chance where nothing differs but noise", () => {
    const draw = stream(3, "pay cycle");
    const share = () =>
      Array.from({length: people}, () => Number(draw() < 0.2)).reduce((a, b) => a + b) / people;
    for (let bank = 0; bank < 10; bank++)
      expect(standingsFinding(rows(...Array.from({length: 28}, share)))).toMatch(
        /^The share below zero differs only within chance over the pay cycle: \d+% to \d+%$/,
      );
  });
});

describe("accuracyFinding(rows) and gainText(rows)", () => {
  const row = (mae_eur: number): BalanceAccuracy => ({
    horizon_days: 60,
    coverage_80_share: 0.78,
    coverage_95_share: 0.9,
    below_80_share: 0.1,
    mae_eur,
    mae_flat_eur: 100,
    mae_month_eur: 80,
    gain_eur: 80 - mae_eur,
    gain_error_eur: 6,
    forecast_count: 90,
  });

  it("say what the band held, and compare with the better of the two guesses", () => {
    expect(accuracyFinding([row(60)])).toBe(
      "60 days ahead, the forecast’s 80% band held 78% of outcomes",
    );
    expect(gainText([row(60)])).toBe(
      " Its error is 25% smaller than that of the better of two guesses.",
    );
    expect(gainText([row(100)])).toMatch(/ 25% larger than that of the better of two guesses\.$/);
    expect(accuracyFinding([])).toBe("The data are too short to test the forecast");
    expect(gainText([])).toBe("");
  });

  it("say that it is within chance of a guess where the gain is no larger than its error", () => {
    for (const mae of [72, 80, 88])
      expect(gainText([row(mae)])).toBe(
        " Its error is within chance of that of the better of two guesses.",
      );
  });
});

describe("othersText(rows)", () => {
  it("tells the coverage of those who are no main customers, if there are any", () => {
    const row = {
      horizon_days: 60,
      coverage_80_share: 0.71,
      coverage_95_share: 0.9,
      below_80_share: 0.1,
      mae_eur: 1,
      mae_flat_eur: 2,
      mae_month_eur: 3,
      gain_eur: 1,
      gain_error_eur: 1,
      forecast_count: 1200,
    };
    expect(othersText([{...row, is_main: true}])).toBe("");
    expect(
      othersText([
        {...row, is_main: true},
        {...row, is_main: false},
      ]),
    ).toBe(
      " For the other 1,200 people who could be forecast, whose accounts here move less regularly, the 80% band held 71% at 60 days.",
    );
  });
});
