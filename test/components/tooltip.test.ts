import * as Plot from "@observablehq/plot";
import {beforeEach, describe, expect, it, vi} from "vitest";
import {barChart} from "../../src/components/barChart.js";
import {lineChart} from "../../src/components/lineChart.js";
import {placed} from "../../src/components/tip.js";
import {tooltip} from "../../src/components/tooltip.js";
import {money} from "../../src/lib/format.js";
import {onPage, page, texts} from "../support/page.js";

let document: Document;
let window: Window & typeof globalThis;
beforeEach(() => {
  ({document, window} = page());
  // a page in Node has no layout: drawings stand at its origin, and marks where their attributes say
  Object.assign(window.SVGElement.prototype, {getScreenCTM: () => ({a: 1, d: 1, e: 0, f: 0})});
  window.SVGElement.prototype.getBoundingClientRect = function () {
    const of = (name: string) => Number(this.getAttribute(name) ?? 0);
    return {x: of("x"), y: of("y"), width: of("width"), height: of("height")} as DOMRect;
  };
});

const months = [0, 1, 2].map((index) => new Date(Date.UTC(2025, 4 + index)));
const bars = () => {
  const rows = months.flatMap((month) => [
    {month, kind: "in", amount_eur: 100},
    {month, kind: "out", amount_eur: -60},
  ]);
  const chart = barChart(rows, {
    x: "month",
    y: "amount_eur",
    series: "kind",
    colors: (kind) => (kind === "in" ? "green" : "red"),
    names: (kind) => `Money ${kind}`,
    format: money,
    width: 600,
    document,
  });
  return onPage(chart).querySelector<SVGSVGElement>("svg[class^=plot]:last-of-type")!;
};
const move = (svg: Element, clientX: number, clientY = 100, type = "pointermove") =>
  svg.dispatchEvent(new window.MouseEvent(type, {clientX, clientY, bubbles: true}));
/** Waits for what answers the pointer, which is loaded after the drawings. */
const ready = async () => {
  await new Promise((done) => setTimeout(done));
  await vi.dynamicImportSettled();
};
const tip = () => document.querySelector(".chart-tip");

describe("tooltip(stops)", () => {
  it("tells of the nearest stop, a line a part, with its swatch, name and value", async () => {
    const svg = bars();
    await ready();
    move(svg, 300);
    expect(texts(tip()!, "b")).toEqual(["June 2025"]);
    expect(texts(tip()!, "span")).toEqual([
      "Money in",
      "€100",
      "Money out",
      "−\u2060€60",
      "Together",
      "€40",
    ]);
    expect(tip()!.querySelectorAll("i")[1]!.getAttribute("style")).toBe("background:red");
  });

  it("looks up a title where the pointer rests, once, and keeps it", async () => {
    const asked: string[] = [];
    const stops = ["Ada", "Bob"].map((name, at) => ({
      x: at,
      y: 1,
      title: "A customer",
      lines: [],
      lookUp: async () => {
        asked.push(name);
        return name === "Bob" ? undefined : name;
      },
    }));
    const svg = onPage(Plot.plot({width: 600, document, marks: [tooltip(stops)]})) as SVGSVGElement;
    await ready();
    const rest = () => new Promise((done) => setTimeout(done, 150));
    const title = () => texts(tip()!, "b")[0];
    move(svg, 550); // passes
    move(svg, 50);
    expect(title()).toBe("A customer");
    await rest();
    expect([title(), asked]).toEqual(["Ada", ["Ada"]]);
    move(svg, 550);
    await rest();
    expect(title()).toBe("A customer");
    move(svg, 50);
    expect(title()).toBe("Ada");
    await rest();
    expect(asked).toEqual(["Ada", "Bob"]);
  });

  it("lifts the marks of that stop and lets them go with the pointer, or when the page is scrolled", async () => {
    const svg = bars();
    await ready();
    for (const leave of [
      () => move(svg, 0, 0, "pointerleave"),
      () => window.dispatchEvent(new window.Event("scroll")),
    ]) {
      move(svg, 300);
      const all = [...svg.querySelectorAll("[aria-label=bar] > *")];
      expect(all.filter((bar) => bar.classList.contains("is-lit"))).toHaveLength(2);
      expect(svg.classList.contains("is-hovered")).toBe(true);
      leave();
      expect(tip()).toBeNull();
      expect(document.querySelector(".is-lit, .is-hovered")).toBeNull();
    }
  });

  it("lifts the line that the pointer is on, and shows its place on each", async () => {
    const rows = months.flatMap((month) => [
      {month, who: "a", share: 1},
      {month, who: "b", share: 9},
    ]);
    const colors = (who: string) => (who === "a" ? "green" : "red");
    const options = {x: "month", y: "share", series: "who", width: 600, document} as const;
    const svg = onPage(lineChart(rows, {...options, colors})) as SVGSVGElement;
    await ready();
    move(svg, 300, 50);
    expect(svg.querySelectorAll(".stops circle")).toHaveLength(2);
    const lit = [...svg.querySelectorAll("[aria-label=line] .is-line-lit")];
    expect(lit.map((line) => line.getAttribute("stroke"))).toEqual(["red"]);
  });

  it("comes with a tap and goes with a tap elsewhere", async () => {
    const svg = bars();
    await ready();
    const tap = (target: Element, clientX: number) => {
      for (const type of ["pointerdown", "pointerup"]) {
        const event = new window.MouseEvent(type, {clientX, clientY: 100, bubbles: true});
        target.dispatchEvent(Object.assign(event, {pointerType: "touch"}));
      }
    };
    tap(svg, 300);
    expect(texts(tip()!, "b")).toEqual(["June 2025"]);
    tap(svg, 500);
    expect(texts(tip()!, "b")).toEqual(["July 2025"]);
    tap(document.body, 0);
    expect(tip()).toBeNull();
  });
});

describe("placed(box, place, window)", () => {
  const room = {clientWidth: 375, clientHeight: 800};
  const box = {width: 200, height: 100};

  it.each([
    ["right of the mark", {x: 100, y: 400, gap: 10, side: "beside"}, {left: 110, top: 350}],
    [
      "left where the right is full",
      {x: 300, y: 400, gap: 10, side: "beside"},
      {left: 90, top: 350},
    ],
    [
      "below where neither side has room",
      {x: 190, y: 400, gap: 10, side: "beside"},
      {left: 90, top: 410},
    ],
    ["below a row", {x: 100, y: 400, gap: 10, side: "below"}, {left: 8, top: 410}],
    ["above the last row", {x: 360, y: 780, gap: 10, side: "below"}, {left: 167, top: 670}],
  ] as const)("stands %s, inside the window", (_, place, expected) => {
    expect(placed(box, place, room)).toEqual(expected);
  });
});
