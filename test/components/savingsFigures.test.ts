import {describe, expect, it} from "vitest";
import {goalColor} from "../../src/components/goalColor.js";
import {histogram} from "../../src/components/histogram.js";
import {stackedShares} from "../../src/components/stackedShares.js";
import {eventStudy} from "../../src/people/savings/eventStudy.js";
import {page, texts} from "../support/page.js";

const {document} = page();
const wide = {width: 640, document};
const thin = {width: 340, document};

describe("histogram(rows, …)", () => {
  const rows = [0, 0.01, 0.02].map((from, at) => ({from, people: 5 * at}));
  const options = {
    from: "from",
    binWidth: 0.01,
    y: "people",
    names: () => "a bin",
    formatX: (value: unknown) => `${Math.round(100 * Number(value))}%`,
  } as const;

  it("draws a bar for each bin, side by side, and names places on the axis", () => {
    const drawn = histogram(rows, {...options, ...wide, marks: [{value: 0.015, text: "Median"}]});
    const bars = [...drawn.querySelectorAll("[aria-label=rect] rect")];
    expect(bars).toHaveLength(3);
    const widths = bars.map((bar) => Number(bar.getAttribute("width")));
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(0.001);
    expect(Number(bars[0]!.getAttribute("height"))).toBe(0);
    expect(texts(drawn, "text")).toEqual(expect.arrayContaining(["0%", "1%", "2%", "Median"]));
  });

  it("names round places where it has no room for all, wherever the bars begin", () => {
    const many = Array.from({length: 32}, (_, at) => ({from: at / 100 - 0.01, people: 1}));
    const drawn = histogram(many, {...options, ...thin});
    const ticks = texts(drawn, "text").filter((text) => text.endsWith("%"));
    expect(ticks).toEqual(["0%", "5%", "10%", "15%", "20%", "25%", "30%"]);
  });

  it("keeps the words of two marks apart where they are close", () => {
    const marks = [
      {value: 0.02, text: "Ada"},
      {value: 0.0201, text: "Median"},
    ];
    const drawn = histogram(rows, {...options, ...thin, marks});
    const heights = [...drawn.querySelectorAll("text")]
      .filter((text) => ["Ada", "Median"].includes(text.textContent ?? ""))
      .map(
        (text) => text.closest("g")!.getAttribute("transform") ?? text.getAttribute("transform"),
      );
    expect(new Set(heights).size).toBe(2);
  });
});

describe("eventStudy(rows, …)", () => {
  const rows = [-1, 0, 1].flatMap((at) =>
    ["pay", "saved"].map((part) => ({at, part, change: 10 * at, low: 8 * at, high: 12 * at})),
  );
  const options = {
    x: "at",
    y: "change",
    series: "part",
    band: ["low", "high"],
    colors: () => "var(--gain)",
    names: (part: string) => part.toUpperCase(),
    event: "A raise",
  } as const;

  it("draws a line and a band for each part, and the event before month zero", () => {
    const drawn = eventStudy(rows, {...options, ...wide});
    expect(drawn.querySelectorAll("[aria-label=line] path")).toHaveLength(2);
    expect(drawn.querySelectorAll("[aria-label=area] path")).toHaveLength(2);
    expect(texts(drawn, "text")).toEqual(
      expect.arrayContaining(["−1", "0", "+1", "A raise", "PAY", "SAVED"]),
    );
  });

  it("names the parts above the chart where it is narrow, and draws no band where there is none", () => {
    const bare = rows.map((row) => ({...row, low: null, high: null}));
    const drawn = eventStudy(bare, {...options, ...thin});
    expect(drawn.querySelectorAll("[aria-label=area] path")).toHaveLength(0);
    expect(drawn.textContent).toContain("PAY");
  });
});

describe("stackedShares(rows, …)", () => {
  it("gives every bar the same length, its parts by their share and in order", () => {
    const rows = [
      {goal: "Car", state: "late", count: 1},
      {goal: "Car", state: "done", count: 3},
      {goal: "Piano", state: "done", count: 7},
    ];
    const drawn = stackedShares(rows, {
      ...wide,
      label: "goal",
      value: "count",
      series: "state",
      order: ["done", "late"],
      colors: (state) => `var(--${state})`,
      names: (state) => state,
    });
    const bars = [...drawn.querySelectorAll("[aria-label=bar] rect")].map((bar) => ({
      x: Number(bar.getAttribute("x")),
      width: Number(bar.getAttribute("width")),
    }));
    expect(bars).toHaveLength(3);
    expect(bars[0]!.width / bars[1]!.width).toBeCloseTo(3, 1);
    expect(bars[0]!.width + bars[1]!.width).toBeCloseTo(bars[2]!.width, 0);
    expect(texts(drawn, "text")).toEqual(
      expect.arrayContaining(["Car", "Piano", "75%", "25%", "100%"]),
    );
  });
});

describe("goalColor(state)", () => {
  it("colours each state of a goal apart", () => {
    const states = ["reached", "on_track", "behind", "overdue"] as const;
    expect(new Set(states.map(goalColor)).size).toBe(4);
  });
});
