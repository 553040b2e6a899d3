import {beforeEach, describe, expect, it} from "vitest";
import {investmentCards} from "../../../src/bank/investments/cards.js";
import {costPanels} from "../../../src/bank/investments/costPanels.js";
import {gainDots} from "../../../src/bank/investments/gainDots.js";
import {returnHistograms} from "../../../src/bank/investments/returnHistograms.js";
import type {TickerRow} from "../../../src/bank/investments/tickers.js";
import {timingDots} from "../../../src/bank/investments/timingDots.js";
import {color} from "../../../src/components/palette.js";
import {returnBands, timedClients} from "../../../src/lib/investing/clients.js";
import {page, texts} from "../../support/page.js";
import {dayAt} from "../../support/smallExchange.js";

let document: Document;
beforeEach(() => {
  document = page().document;
});

const clients = timedClients(
  [
    [0.1, 0.2],
    [0.1, 0.1],
    [0.3, 0.1],
  ].map(([twr_share, xirr_share], i) => ({
    user_id: `c${i}`,
    name: `Client ${i}`,
    value_eur: 1,
    cash_eur: 0,
    trade_count: 1,
    day_count: 400,
    twr_share: twr_share!,
    xirr_share: xirr_share!,
  })),
);

describe("returnHistograms(rows, options)", () => {
  it("draws both measures with their medians", () => {
    const chart = returnHistograms(returnBands(clients), {width: 700, document});
    expect(texts(chart, "text")).toEqual(
      expect.arrayContaining(["Time-weighted", "Money-weighted (XIRR)", "median 10.0%"]),
    );
    expect(chart.querySelectorAll('[aria-label="rect"] rect')).toHaveLength(4);
  });
});

describe("gainDots(rows, options)", () => {
  const row = (symbol: string, realized_eur: number, unrealized_eur: number): TickerRow => ({
    symbol,
    name: symbol,
    holder_count: 1,
    ever_count: 1,
    investor_count: 1,
    value_eur: 1,
    cost_eur: 1,
    realized_eur,
    realized_currency_eur: 0,
    unrealized_eur,
    unrealized_currency_eur: 0,
    dividend_eur: 0,
    fee_eur: 0,
    result_eur: realized_eur + unrealized_eur,
    lead_chance: null,
  });

  it("has a bar of the sum in the colour of its sign, and a dot for each part there is", () => {
    const chart = gainDots([row("UP", 10, 20), row("DOWN", 0, -5)], {width: 700, document});
    const bars = [...chart.querySelectorAll('[aria-label="bar"] rect')];
    expect(bars.map((bar) => bar.getAttribute("fill"))).toEqual(
      (["gain", "loss"] as const).map(color),
    );
    expect(chart.querySelectorAll('[aria-label="dot"] circle')).toHaveLength(3);
    expect(texts(chart, "text")).toEqual(expect.arrayContaining(["€30", "−\u2060€5"]));
    expect(texts(chart, ".multiples-key span")).toEqual([
      "Net gain",
      "Net loss",
      "Unrealised",
      "Realised",
      "Dividends",
    ]);
  });
});

describe("timingDots(rows, options)", () => {
  it("colours who was helped, who was hurt, and who is between", () => {
    const chart = timingDots(clients, {width: 700, document});
    const dots = [...chart.querySelectorAll('[aria-label="dot"] circle')];
    expect(dots.map((dot) => dot.getAttribute("fill"))).toEqual(
      (["gain", "context", "loss"] as const).map(color),
    );
  });
});

describe("costPanels(rows, options)", () => {
  const row = (symbol: string, week: number, average_cost_eur: number | null) => ({
    symbol,
    name: symbol,
    day: dayAt(7 * week),
    price_eur: 10,
    average_cost_eur,
    holder_count: 1,
  });
  const rows = [0, 1].flatMap((week) => [
    row("UP", week, 8),
    row("DOWN", week, 12),
    row("EVEN", week, 10),
    row("NOBODY", week, null),
  ]);

  it("draws an instrument each, with where it stands", () => {
    const chart = costPanels(rows, {width: 900, document});
    expect(texts(chart, ".multiples-head")).toEqual([
      "UP25.0% above cost",
      "DOWN16.7% below cost",
      "EVENat cost",
      "NOBODYheld by nobody",
    ]);
    expect(chart.querySelectorAll("svg")).toHaveLength(4);
  });

  it("stands in one column where it is narrow", () => {
    const chart = costPanels(rows, {width: 335, document});
    expect(chart.innerHTML).toContain("repeat(1,");
  });
});

describe("investmentCards(months, volume)", () => {
  it("is an empty row where there is no month", () =>
    expect(investmentCards([], [], {document}).children).toHaveLength(0));
});
