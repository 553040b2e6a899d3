import {beforeEach, describe, expect, it} from "vitest";
import {color} from "../../src/components/palette.js";
import {partBars} from "../../src/components/partBars.js";
import {accountOf, daysOf, viewOf} from "../../src/lib/investing/account.js";
import {exchangeOf} from "../../src/lib/investing/brokerage.js";
import {portfolioCards} from "../../src/person/portfolio/cards.js";
import {drawdownChart} from "../../src/person/portfolio/drawdownChart.js";
import {summaryOf} from "../../src/person/portfolio/summary.js";
import {tradesChart} from "../../src/person/portfolio/tradesChart.js";
import {valuePath} from "../../src/person/portfolio/valuePath.js";
import {page, texts} from "../support/page.js";
import {account, dayAt, instrument} from "../support/smallExchange.js";

let document: Document;
beforeEach(() => {
  document = page().document;
});

describe("partBars(rows, options)", () => {
  const parts = [
    {symbol: "UP", part: "won", amount: 30},
    {symbol: "UP", part: "paid", amount: -10},
    {symbol: "DOWN", part: "won", amount: -5},
    {symbol: "DOWN", part: "paid", amount: 0},
  ];
  const chart = (width: number) =>
    partBars(parts, {
      width,
      document,
      label: "symbol",
      value: "amount",
      series: "part",
      colors: () => color("accent"),
      names: (part) => part,
      format: (value) => `${value} €`,
    });

  it("has a bar a part to both sides of zero, a bar that they come to, and the sum", () => {
    const drawn = chart(700);
    const zero = Number(drawn.querySelector('[aria-label="rule"] line')!.getAttribute("x1"));
    const ends = [...drawn.querySelectorAll('[aria-label="bar"] rect')].map((rect) => {
      const x = Number(rect.getAttribute("x"));
      return [x, x + Number(rect.getAttribute("width"))];
    });
    const [up, down, won, paid] = ends.map(([from, to]) => [from! - zero, to! - zero]);
    expect(won![0]).toBeCloseTo(0, 0);
    expect(paid![1]).toBeCloseTo(0, 0);
    expect(up).toEqual([won![0], expect.closeTo(won![1]! + paid![0]!, 0)]);
    expect(down![1]).toBeCloseTo(0, 0);
    expect(texts(drawn, "text")).toEqual(expect.arrayContaining(["20 €", "-5 €"]));
  });

  it("is as high as it has things, however narrow", () => {
    const heightOf = (width: number) =>
      [...chart(width).querySelectorAll("svg")].at(-1)!.getAttribute("height");
    expect(heightOf(335)).toBe(heightOf(900));
  });
});

describe("the pictures of one portfolio", () => {
  const exchange = exchangeOf([instrument("UP", {close: (offset) => 100 + offset})]);
  const ada = accountOf(
    account("ada", {cash: 100, deals: [{on: 0, symbol: "UP", quantity: 1, price: 100}]}),
  );
  const days = daysOf(ada, viewOf(ada, exchange, "average"), exchange);

  it("portfolioCards(summary, path) gives value, gain and both returns", () => {
    const cards = portfolioCards(summaryOf(ada, days, exchange), valuePath(days, exchange), {
      document,
    });
    expect(texts(cards, ".card-value")).toEqual(["€159", "+\u2060€59", "+59.0%", "+59.0%"]);
    expect(texts(cards, ".card-label")[2]).toBe("Return of the account");
  });

  it("tradesChart(rows, marks) has a triangle for each trade, sales turned over", () => {
    const rows = [0, 1, 2].map((day) => ({
      day: dayAt(day),
      price_eur: 10 + day,
      average_cost_eur: day < 2 ? 10 : null,
    }));
    const mark = {quantity: 1, price_eur: 10, gross_eur: 10};
    const chart = tradesChart(
      rows,
      [
        {...mark, day: dayAt(0), side: "buy"},
        {...mark, day: dayAt(2), side: "sell"},
      ],
      {width: 700, document},
    );
    const marks = [...chart.querySelectorAll('[aria-label="dot"] path')];
    expect(marks.map((path) => path.getAttribute("transform")?.includes("rotate(180)"))).toEqual([
      false,
      true,
    ]);
    expect(texts(chart, "text")).not.toContain("Average cost"); // sold, so that no line ends there
  });

  it("drawdownChart(rows) is below zero, with its lowest point named", () => {
    const rows = [0, -0.1, 0].map((loss_share, day) => ({day: dayAt(day), loss_share}));
    const chart = drawdownChart(rows, {width: 700, document});
    expect(texts(chart, "text")).toEqual(
      expect.arrayContaining(["0%", "−10%", "−10.0% on 2 Jan 2025"]),
    );
    expect(chart.querySelectorAll('[aria-label="area"] path')).toHaveLength(1);
  });
});
