import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  asDate,
  count,
  dayShort,
  dayText,
  duration,
  instant,
  money,
  moneyExact,
  moneyScale,
  moneyWhole,
  monthShort,
  monthText,
  number,
  percent,
  points,
  rounded,
  short,
  withSign,
  year,
} from "../../src/lib/format.js";

const absent = [null, undefined, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

describe("rounded(value, decimals)", () => {
  it.each([
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [8.345, 2, 8.35],
    [1e-9, 2, 0],
    [1e21, 2, 1e21],
  ])("rounds %d to %d decimals as %d, halves away from zero", (value, decimals, result) => {
    expect(rounded(value, decimals)).toBe(result);
  });

  it("never returns −0", () => {
    expect(Object.is(rounded(-0.001, 2), 0)).toBe(true);
    expect(Object.is(rounded(-0), 0)).toBe(true);
  });
});

describe("money(euros)", () => {
  it.each([
    [0, "€0"],
    [-0, "€0"],
    [0.004, "€0"],
    [-0.004, "€0"],
    [0.4, "€0.40"],
    [4, "€4"],
    [4.2, "€4.20"],
    [9.995, "€10"],
    [12.4, "€12"],
    [999.5, "€1,000"],
    [1465.49, "€1,465"],
    [9999.49, "€9,999"],
    [9999.5, "€10k"],
    [12_345, "€12.3k"],
    [99_949, "€99.9k"],
    [99_951, "€100k"],
    [350_000, "€350k"],
    [999_499, "€999k"],
    [999_500, "€1m"],
    [1_234_567, "€1.2m"],
    [48_312_450.12, "€48.3m"],
    [2_500_000_000, "€2.5bn"],
    [7.1e12, "€7.1tn"],
    [-1_234_567, "−\u2060€1.2m"],
    [-0.4, "−\u2060€0.40"],
  ])("writes %d as %s", (euros, text) => expect(money(euros)).toBe(text));

  it("takes the big integers that SQL hands over", () => expect(money(350_000n)).toBe("€350k"));

  it.each(absent)("writes %s as a dash", (value) => expect(money(value)).toBe("–"));

  it("is never more than a twentieth off from ten euros on, and as far below zero as above", () => {
    const scale = {k: 1e3, m: 1e6, bn: 1e9, tn: 1e12, "": 1};
    fc.assert(
      fc.property(fc.double({min: 10, max: 9e14, noNaN: true}), (euros) => {
        const [, digits = "", unit = ""] = /^€([\d,.]+)(\w*)$/.exec(money(euros)) ?? [];
        const shown = Number(digits.replaceAll(",", "")) * scale[unit as keyof typeof scale];
        expect(Math.abs(shown - euros) / euros).toBeLessThanOrEqual(0.0500001);
        expect(money(-euros)).toBe(`−\u2060${money(euros)}`);
      }),
    );
  });
});

describe("moneyScale(values)", () => {
  const written = (values: (number | null)[]) => values.map(moneyScale(values));
  it.each([
    [
      [10_000, 5000, 0, -5000],
      ["€10k", "€5k", "€0", "−\u2060€5k"],
    ],
    [
      [12_345, -5980],
      ["€12.3k", "−\u2060€6.0k"],
    ],
    [
      [2500, 5000, 10_000],
      ["€2.5k", "€5.0k", "€10.0k"],
    ],
    [
      [1_500_000, 200_000, null],
      ["€1.5m", "€0.2m", "–"],
    ],
    [
      [4200, 12.4],
      ["€4,200", "€12"],
    ],
    [
      [0.5, 0.25],
      ["€0.50", "€0.25"],
    ],
    [[0], ["€0"]],
    [[], []],
  ])("writes %j in one unit, as %j", (values, texts) => expect(written(values)).toEqual(texts));

  it("takes the unit below rather than write a small amount as nothing", () => {
    expect(written([48_000, 30])).toEqual(["€48,000", "€30"]);
    expect(written([4_800_000, 3000])).toEqual(["€4,800k", "€3k"]);
  });

  it("is what money and short give for values that stand together", () => {
    expect([10_000, 5000].map((value) => money.scale!([10_000, 5000])(value))).toEqual([
      "€10k",
      "€5k",
    ]);
    expect([10_000, 5000].map((value) => short.scale!([10_000, 5000])(value))).toEqual([
      "10k",
      "5k",
    ]);
  });
});

describe("moneyWhole(euros)", () => {
  it.each([
    [1234.56, "€1,235"],
    [-1234.5, "−\u2060€1,235"],
    [-0.4, "€0"],
    [null, "–"],
  ])("writes %d as %s", (euros, text) => expect(moneyWhole(euros)).toBe(text));
});

describe("moneyExact(euros)", () => {
  it.each([
    [1234.56, "€1,234.56"],
    [-1234.5, "−\u2060€1,234.50"],
    [0, "€0.00"],
    [-0.001, "€0.00"],
    [19.990000000000002, "€19.99"],
    [1_000_000, "€1,000,000.00"],
  ])("writes %d as %s", (euros, text) => expect(moneyExact(euros)).toBe(text));
});

describe("percent(share)", () => {
  it.each([
    [0, "0%"],
    [0.042, "4.2%"],
    [0.05, "5%"],
    [0.0995, "10%"],
    [0.354, "35%"],
    [1.25, "125%"],
    [-0.031, "−3.1%"],
    [-0.0001, "0%"],
  ])("writes %d as %s", (share, text) => expect(percent(share)).toBe(text));

  it("keeps the decimals that are asked for", () => {
    expect(percent(0.354, 1)).toBe("35.4%");
    expect(percent(0.35, 1)).toBe("35.0%");
    expect(percent(0, 1)).toBe("0.0%");
  });
});

describe("number, count and short", () => {
  it("group thousands and drop what is only zeros", () => {
    expect(number(1234.5, 2)).toBe("1,234.5");
    expect(number(1200, 2)).toBe("1,200");
    expect(count(1_204_000)).toBe("1,204,000");
    expect(count(-7)).toBe("−7");
    expect(short(701_234)).toBe("701k");
    expect(short(0.25)).toBe("0.25");
  });
});

describe("withSign(value, format)", () => {
  it("adds a plus above zero only, and not to what is written as zero", () => {
    expect([1200, -1200, 0, 0.001, null].map((value) => withSign(value, money))).toEqual([
      "+\u2060€1,200",
      "−\u2060€1,200",
      "€0",
      "€0",
      "–",
    ]);
  });
});

describe("duration(days)", () => {
  it.each([
    [0, "0 days"],
    [1, "1 day"],
    [-1, "−1 day"],
    [59, "59 days"],
    [61, "2 months"],
    [365, "1 year"],
    [426, "1 year 2 months"],
    [null, "–"],
  ])("writes %s as %s", (days, text) => expect(duration(days)).toBe(text));
});

describe("times", () => {
  const may = new Date(Date.UTC(2025, 4, 1, 13, 45, 10));

  it("are written in UTC, in words and in figures", () => {
    expect(
      [monthText, monthShort, year, dayText, dayShort, instant].map((write) => write(may)),
    ).toEqual(["May 2025", "May", "2025", "1 May 2025", "1 May 2025", "1 May 2025, 13:45"]);
  });

  it("may be dates, milliseconds or ISO texts, with or without a zone", () => {
    const forms = [
      may,
      may.getTime(),
      "2025-05-01T13:45:10Z",
      "2025-05-01T13:45:10",
      "2025-05-01 13:45:10",
    ];
    expect(forms.map((form) => asDate(form)?.getTime())).toEqual(forms.map(() => may.getTime()));
    expect(dayText("2025-05-01")).toBe("1 May 2025");
  });

  it.each([null, undefined, "", "soon", Number.NaN])("are a dash for %s", (time) => {
    expect(monthText(time)).toBe("–");
  });
});

it("points(difference) says how far apart two shares are", () => {
  expect([0.012, -0.0349, 0.01, 0, null].map(points)).toEqual([
    "1.2 percentage points",
    "3.5 percentage points",
    "1.0 percentage point",
    "0.0 percentage points",
    "–",
  ]);
});
