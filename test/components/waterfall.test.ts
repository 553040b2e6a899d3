import {beforeEach, describe, expect, it} from "vitest";
import {color} from "../../src/components/palette.js";
import {waterfall} from "../../src/components/waterfall.js";
import {page, texts} from "../support/page.js";

let document: Document;
beforeEach(() => {
  document = page().document;
});

describe("waterfall(rows, options)", () => {
  const rows = [
    {step: "Start", amount_eur: 100, isTotal: true},
    {step: "In", amount_eur: 50, isTotal: false},
    {step: "Lost", amount_eur: -30, isTotal: false},
    {step: "End", amount_eur: 120, isTotal: true},
  ];
  const draw = (given: typeof rows, width = 700) =>
    waterfall(given, {
      width,
      document,
      label: "step",
      value: "amount_eur",
      isTotal: (row) => row.isTotal,
    });
  const bars = (chart: Element) =>
    [...chart.querySelectorAll('[aria-label="bar"] rect')].map((bar) => ({
      from: Number(bar.getAttribute("x")),
      width: Number(bar.getAttribute("width")),
      fill: bar.getAttribute("fill"),
    }));

  it("begins each step where the one before it ended", () => {
    const [start, into, lost, end] = bars(draw(rows));
    const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1);
    near(into!.from, start!.from + start!.width);
    near(lost!.from + lost!.width, into!.from + into!.width);
    near(end!.from, start!.from);
    near(end!.from + end!.width, lost!.from);
  });

  it("writes totals plain and steps with their sign, gains and losses in their colours", () => {
    const chart = draw(rows);
    expect(texts(chart, "text")).toEqual(
      expect.arrayContaining(["€100", "+\u2060€50", "−\u2060€30", "€120", "Lost"]),
    );
    expect(bars(chart).map(({fill}) => fill)).toEqual(
      (["accent", "gain", "loss", "accent"] as const).map(color),
    );
  });

  it("keeps its names and amounts where it is narrow, and below zero", () => {
    const chart = draw([{step: "Overdrawn", amount_eur: -20, isTotal: true}], 335);
    expect(texts(chart, "text")).toEqual(expect.arrayContaining(["Overdrawn", "−\u2060€20"]));
    expect(bars(chart)[0]!.width).toBeGreaterThan(0);
  });

  it("is an empty picture without rows", () => expect(bars(draw([]))).toEqual([]));
});
