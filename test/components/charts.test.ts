import {beforeEach, describe, expect, it} from "vitest";
import {barChart} from "../../src/components/barChart.js";
import {dotPlot} from "../../src/components/dotPlot.js";
import {lineChart} from "../../src/components/lineChart.js";
import {color, groupColor} from "../../src/components/palette.js";
import {rankedBars} from "../../src/components/rankedBars.js";
import {clearOf} from "../../src/components/referenceLine.js";
import {sparkline} from "../../src/components/sparkline.js";
import {money} from "../../src/lib/format.js";
import {page, texts} from "../support/page.js";

const month = (index: number) => new Date(Date.UTC(2025, 4 + index));
let document: Document;
beforeEach(() => {
  document = page().document;
});

/** The numbers in an attribute of each mark of a kind. */
const numbers = (root: ParentNode, mark: string, attribute: string) =>
  [...root.querySelectorAll(`[aria-label="${mark}"] > *`)].map((element) =>
    Number(element.getAttribute(attribute)),
  );

describe("lineChart(rows, options)", () => {
  const rows = [0, 1, 2].flatMap((index) => [
    {month: month(index), group: "income" as const, amount_eur: 3000 + index},
    {month: month(index), group: "fixed" as const, amount_eur: index === 1 ? null : 1200},
  ]);
  const options = {x: "month", y: "amount_eur", series: "group", format: money} as const;
  const named = {
    ...options,
    colors: (name: string) => groupColor(name as "fixed"),
    names: (name: string) => `The ${name}`,
  };

  it("draws one line a series in its colour and names it where it ends", () => {
    const chart = lineChart(rows, {...named, width: 700, document});
    const lines = [...chart.querySelectorAll('[aria-label="line"] path')];
    expect(lines.map((line) => line.getAttribute("stroke"))).toEqual([
      "var(--group-income)",
      "var(--group-fixed)",
    ]);
    expect(texts(chart, "text")).toEqual(expect.arrayContaining(["The income", "The fixed"]));
  });

  it("writes the word of a limit below zero under its line, of a goal over it", () => {
    const levels = [
      {value: -2000, text: "Limit"},
      {value: 2000, text: "Goal"},
    ];
    const chart = lineChart(rows, {...named, levels, width: 700, document});
    const shift = (word: string) => {
      const text = [...chart.querySelectorAll("text")].find((d) => d.textContent === word);
      const moved = text?.closest("g[transform]")?.getAttribute("transform");
      return Number(/,\s*(-?[\d.]+)\)/.exec(moved ?? "")?.[1]);
    };
    expect(shift("Limit")).toBeGreaterThan(0);
    expect(shift("Goal")).toBeLessThan(0);
  });

  it("leaves a gap where a value is missing", () => {
    const chart = lineChart(rows, {...named, width: 700, document});
    const path = chart.querySelectorAll('[aria-label="line"] path')[1]?.getAttribute("d");
    expect(path?.match(/M/g)).toHaveLength(2);
  });

  it("names the series above where it is narrow", () => {
    const chart = lineChart(rows, {...named, width: 335, document});
    expect(chart.tagName.toLowerCase()).toBe("figure");
    expect(texts(chart, '[class*="-swatch"]').join()).toContain("The fixed");
    expect(texts(chart, "svg text")).not.toContain("The fixed");
  });

  it("begins its value axis at zero unless told otherwise", () => {
    const ticks = (zero: boolean) =>
      texts(lineChart(rows, {...named, zero, width: 700, document}), "text");
    expect(ticks(true)).toContain("€0");
    expect(ticks(false)).not.toContain("€0");
  });

  it("draws a series without a name as context", () => {
    const isNamed = (name: string) => name === "fixed";
    const chart = lineChart(rows, {...named, isNamed, width: 700, document});
    expect(texts(chart, "text")).not.toContain("The income");
    expect(texts(chart, "text")).toContain("The fixed");
  });

  it("dots its lines from the first forecast on, with no break", () => {
    const chart = lineChart(
      rows.filter(({group}) => group === "income"),
      {...options, dashedFrom: month(1), width: 700, document},
    );
    const [solid, dotted] = [...chart.querySelectorAll('[aria-label="line"]')];
    expect(dotted?.getAttribute("stroke-dasharray")).toBe("2 5");
    expect(solid?.querySelector("path")?.getAttribute("d")?.split("L").at(-1)).toBe(
      dotted?.querySelector("path")?.getAttribute("d")?.slice(1).split("L")[0],
    );
  });

  it("draws rows without a single value, and a single row, without failing", () => {
    for (const amount_eur of [null, 5]) {
      const data = [{month: month(0), amount_eur}];
      expect(() =>
        lineChart(data, {x: "month", y: "amount_eur", width: 335, document}),
      ).not.toThrow();
    }
  });
});

describe("barChart(rows, options)", () => {
  const rows = [0, 1].flatMap((index) => [
    {month: month(index), kind: "in", amount_eur: 100},
    {month: month(index), kind: "out", amount_eur: -60},
  ]);
  const options = {x: "month", y: "amount_eur", series: "kind", width: 600} as const;

  it("draws a level with its word at the height of its value, and none unless asked", () => {
    const bars = [
      {name: "a", share: 0.5},
      {name: "b", share: 1},
    ];
    const draw = (level?: {value: number; text: string}) =>
      barChart(bars, {x: "name", y: "share", width: 600, level, document});
    const chart = draw({value: 0.5, text: "half"});
    const line = chart.querySelector(
      "[aria-label=rule] line[stroke-dasharray], [aria-label=rule][stroke-dasharray] line",
    );
    expect(Number(line?.getAttribute("y1"))).toBeCloseTo(numbers(chart, "bar", "y")[0]!, 0);
    expect(texts(chart, "text")).toContain("half");
    expect(draw().querySelector("[stroke-dasharray]")).toBeNull();
  });

  it("stacks what is positive up and what is negative down from the same zero", () => {
    const chart = barChart(rows, {...options, document});
    const tops = numbers(chart, "bar", "y");
    const heights = numbers(chart, "bar", "height");
    expect(heights[0]! / heights.at(-1)!).toBeCloseTo(100 / 60, 1);
    expect(tops[0]! + heights[0]!).toBeCloseTo(tops.at(-1)!, 5);
  });

  it("draws the net as the bars, by the colour of its sign, and the parts as thin ones below", () => {
    const down = [...rows, {month: month(2), kind: "out", amount_eur: -60}];
    const chart = barChart(down, {...options, net: "Left over", format: money, document});
    const [net, parts] = [...chart.querySelectorAll('[aria-label="bar"]')];
    const bars = [...net!.querySelectorAll("rect")];
    expect(bars.map((bar) => bar.getAttribute("fill"))).toEqual([
      "var(--gain)",
      "var(--gain)",
      "var(--loss)",
    ]);
    expect(parts!.querySelectorAll("rect")).toHaveLength(5);
    const widthOf = (bar: Element | null) => Number(bar?.getAttribute("width"));
    expect(widthOf(parts!.querySelector("rect"))).toBeLessThan(widthOf(bars[0]!) / 2);
    expect(texts(chart, ".panel-name")).toEqual(["Left over"]);
    expect(texts(chart, "text")).toContain("−\u2060€60");
  });

  it("keeps ordered names in their order and colours each bar as told", () => {
    const bins = ["0–10%", "10–20%", "20–30%"].map((bin, index) => ({bin, people: index + 1}));
    const chart = barChart(bins, {
      x: "bin",
      y: "people",
      color: ({people}) => color(people > 2 ? "loss" : "context"),
      width: 600,
      document,
    });
    const bars = [...chart.querySelectorAll('[aria-label="bar"] rect')];
    expect(bars.map((bar) => bar.getAttribute("fill"))).toEqual([
      "var(--context)",
      "var(--context)",
      "var(--loss)",
    ]);
    const places = numbers(chart, "bar", "x");
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(texts(chart, '[aria-label="x-axis tick label"] text')).toEqual(bins.map(({bin}) => bin));
  });

  it("leaves out names that would touch where it is narrow", () => {
    const bins = Array.from({length: 20}, (_, index) => ({
      bin: `${index * 5}–${index * 5 + 5}%`,
      people: 1,
    }));
    const shown = (width: number) =>
      texts(
        barChart(bins, {x: "bin", y: "people", width, document}),
        '[aria-label="x-axis tick label"] text',
      ).length;
    expect(shown(1500)).toBe(20);
    expect(shown(335)).toBeLessThan(8);
  });
});

describe("rankedBars(rows, options)", () => {
  const cities = [
    {city: "Dublin", cost_eur: 2000},
    {city: "Porto", cost_eur: 1000},
    {city: "Atlantis", cost_eur: null},
  ];

  it("keeps the rows' order and writes each value at the end of its bar, a dash for none", () => {
    const chart = rankedBars(cities, {
      label: "city",
      value: "cost_eur",
      format: money,
      width: 600,
      document,
    });
    const widths = numbers(chart, "bar", "width");
    expect(widths[0]! / widths[1]!).toBeCloseTo(2, 5);
    expect(texts(chart, "text")).toEqual(
      expect.arrayContaining(["Dublin", "Porto", "€2,000", "€1,000", "–"]),
    );
  });

  it("grows by the row, not by the width", () => {
    const height = (count: number) =>
      Number(
        rankedBars(cities.slice(0, count), {
          label: "city",
          value: "cost_eur",
          width: 600,
          document,
        }).getAttribute("height"),
      );
    expect(height(2) - height(1)).toBe(26);
  });

  it("cuts a name that has no room, and keeps it whole where it has", () => {
    const rows = [{name: "Net flow across the border of the bank", net: 5}];
    const names = (width: number) =>
      texts(
        rankedBars(rows, {label: "name", value: "net", width, document}),
        '[aria-label="y-axis tick label"] text',
      );
    expect(names(335)[0]).toMatch(/^Net flow.*…$/);
    expect(names(900)).toEqual([rows[0]!.name]);
  });

  it("links a name and its bar to where the row leads, and nothing else", () => {
    const href = ({city}: {city: string}) => (city === "Porto" ? undefined : `?id=${city}`);
    const rows = cities.slice(0, 2);
    const chart = rankedBars(rows, {label: "city", value: "cost_eur", href, width: 600, document});
    const links = [...chart.querySelectorAll("a")].map((link) => [
      link.getAttributeNS("http://www.w3.org/1999/xlink", "href"),
      link.textContent,
    ]);
    expect(links).toEqual([
      ["?id=Dublin", "Dublin"],
      ["?id=Dublin", ""],
    ]);
  });

  it("sets negative values left of zero", () => {
    const rows = [
      {name: "a", net: -5},
      {name: "b", net: 5},
    ];
    const chart = rankedBars(rows, {label: "name", value: "net", width: 600, document});
    const places = numbers(chart, "bar", "x");
    expect(places[0]).toBeLessThan(places[1]!);
  });
});

describe("lines to compare with", () => {
  it("clearOf(lines, x, width) moves a text to the right of the lines that would strike it", () => {
    expect(clearOf([50], 60, 30)).toBe(0);
    expect(clearOf([100], 60, 30)).toBe(0);
    expect(clearOf([70], 60, 30)).toBe(16);
    expect(clearOf([70, 80], 60, 30)).toBe(26);
  });

  it("lineChart draws today where the forecast begins", () => {
    const rows = [0, 1, 2].map((index) => ({month: month(index), amount_eur: index}));
    const options = {x: "month", y: "amount_eur", width: 600, document} as const;
    const words = (more: object) => texts(lineChart(rows, {...options, ...more}), "text");
    expect(words({dashedFrom: month(1)})).toContain("Today");
    expect(words({})).not.toContain("Today");
  });
});

describe("dotPlot(rows, options)", () => {
  it("joins two dots a row, coloured by whether the move is good", () => {
    const rows = [
      {city: "Dublin", before: 1000, after: 1200},
      {city: "Porto", before: 800, after: 700},
      {city: "Atlantis", before: null, after: 500},
    ];
    const chart = dotPlot(rows, {
      label: "city",
      from: "before",
      to: "after",
      names: ["before", "after"],
      more: "bad",
      width: 600,
      document,
    });
    const links = [...chart.querySelectorAll('[aria-label="rule"] line')];
    expect(links.map((link) => link.getAttribute("stroke"))).toEqual([
      "var(--loss)",
      "var(--gain)",
    ]);
    expect(chart.querySelectorAll('[aria-label="dot"] circle')).toHaveLength(5);
  });
});

describe("sparkline(values)", () => {
  it("is hidden from screen readers and ends in a dot at the last known value", () => {
    const drawn = sparkline([1, 2, 3, null], {document});
    expect(drawn.getAttribute("aria-hidden")).toBe("true");
    const [dot] = numbers(drawn, "dot", "cx");
    expect(dot).toBeLessThan(110);
  });

  it("draws nothing where there is no value", () => {
    expect(sparkline([], {document}).querySelector("circle")).toBeNull();
  });
});
