import {describe, expect, it} from "vitest";
import {
  type Grouping,
  groupFundFinding,
  groupingText,
  groupLabel,
  groupName,
  groupShareFinding,
  groupsBy,
  type SavingsGroup,
} from "../../../src/people/savings/groups.js";

function group(
  grouping: Grouping,
  from_value: number,
  to_value: number | null,
  share: number | null,
  covered_share = 0.5,
  people = 50,
): SavingsGroup {
  return {
    grouping,
    from_value,
    to_value,
    person_count: people,
    median_months: 4,
    covered_share,
    saver_count: people,
    low_share: share === null ? null : share - 0.02,
    median_share: share,
    high_share: share === null ? null : share + 0.02,
  };
}

describe("groupName(group)", () => {
  it("writes years, euros and inhabitants, the outermost groups open", () => {
    expect(groupName(group("age", 0, 30, 0.1))).toBe("under 30 years");
    expect(groupName(group("age", 30, 45, 0.1))).toBe("30–44 years");
    expect(groupName(group("income", 3500, null, 0.1))).toBe("€3,500 a month and more");
    expect(groupName(group("city", 500_000, 1_000_000, 0.1))).toBe("500k–1m inhabitants");
    expect(groupLabel(group("city", 2_000_000, null, 0.1))).toBe("2m and more");
    expect(groupLabel(group("income", 0, 1000, 0.1))).toBe("under €1,000");
    expect(["age", "income", "city"].map(groupingText)).toEqual([
      "by age in years",
      "by monthly income",
      "by inhabitants of the city",
    ]);
  });
});

describe("groupShareFinding(rows)", () => {
  const finding = (...rows: SavingsGroup[]) => groupShareFinding(rows);
  const young = (share: number | null, people = 50) => group("age", 0, 30, share, 0.5, people);
  const old = (share: number | null, people = 50) => group("age", 30, null, share, 0.5, people);

  it("tells a difference from one within chance, and from none", () => {
    expect(finding(young(0.1), old(0.15))).toBe(
      "The median saver puts 15.0% aside at 30 and more, 10.0% under 30",
    );
    expect(finding(young(0.12), old(0.13))).toBe(
      "The share of salary saved differs only within chance by age: 12.0% to 13.0%",
    );
    const middle = group("age", 15, 20, 0.125);
    expect(finding(young(0.12), old(0.136))).toMatch(/puts 13\.6% aside at 30/);
    expect(finding(young(0.12), middle, middle, middle, old(0.136))).toMatch(/within chance/);
    expect(finding(young(0.12), old(0.12))).toMatch(/does not differ by age: 12\.0%$/);
  });

  it("compares no group of fewer than twenty, and says so where none is left", () => {
    expect(finding(young(0.12), old(0.3, 19))).toBe(
      "The median saver of under 30 years puts 12.0% of salary aside",
    );
    expect(finding(young(null))).toBe("No group has enough people with a salary to compare");
    expect(finding()).toBe("No group has enough people with a salary to compare");
  });
});

describe("groupFundFinding(rows)", () => {
  it("names where a fund is most and least common", () => {
    const rows = [
      group("city", 0, 500_000, 0.1, 0.4, 100),
      group("city", 500_000, null, 0.1, 0.6, 100),
      group("age", 0, null, 0.1, 0.9),
    ];
    expect(groupFundFinding(groupsBy(rows, "city"))).toBe(
      "A fund of three months is most common in cities of 500k inhabitants and more (60%), least in cities of under 500k inhabitants (40%)",
    );
    expect(groupFundFinding(groupsBy(rows, "age"))).toBe(
      "90% of 0 years and more have a fund of three months",
    );
  });

  it("takes for no difference what chance explains, which is more among few", () => {
    const finding = (people: number) =>
      groupFundFinding([
        group("age", 0, 30, 0.1, 0.4, people),
        group("age", 30, null, 0.1, 0.6, people),
      ]);
    expect(finding(30)).toBe(
      "The share with a fund of three months differs only within chance by age: 40% to 60%",
    );
    expect(finding(60)).toMatch(/most common at 30 years and more \(60%\)/);
  });

  it("has words for no difference and for nobody", () => {
    const rows = [group("age", 0, 30, 0.1, 0.5), group("age", 30, null, 0.1, 0.52)];
    expect(groupFundFinding(rows)).toBe(
      "The share with a fund of three months differs only within chance by age: 50% to 52%",
    );
    expect(groupFundFinding([])).toBe("No group has enough people to compare");
  });
});
