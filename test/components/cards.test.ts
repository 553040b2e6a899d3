import {describe, expect, it} from "vitest";
import {freshness} from "../../src/components/freshness.js";
import {type CardOptions, cardRow, numberCard} from "../../src/components/numberCard.js";
import {count, percent} from "../../src/lib/format.js";
import {page, texts} from "../support/page.js";

const {document} = page();

describe("numberCard(options)", () => {
  const draw = (options: Partial<CardOptions>) =>
    numberCard({
      label: "Balances",
      value: 120,
      before: 100,
      period: "May 2025",
      document,
      ...options,
    });
  const change = (options: Partial<CardOptions>) => texts(draw(options), ".card-change")[0];

  it("shows label, value and the change against its period in sign and word", () => {
    expect(texts(draw({}), "p")).toEqual(["Balances", "€120", "↑ 20% from May 2025"]);
  });

  it("has words for a fall, no change and nothing to compare with", () => {
    expect(change({value: 80})).toBe("↓ 20% from May 2025");
    expect(change({value: 100})).toBe("unchanged from May 2025");
    expect(change({before: null})).toBe("nothing to compare with in May 2025");
  });

  it("gives the change of a share as an amount when asked", () => {
    expect(change({value: 0.12, before: 0.1, format: percent, changeBy: "amount"})).toBe(
      "↑ 2% from May 2025",
    );
  });

  it("tells a change of an exact number however small, and none that does not show", () => {
    const counted = {value: 2575, before: 2582, format: count, changeBy: "amount"} as const;
    expect(change(counted)).toBe("↓ 7 from May 2025");
    expect(change({...counted, before: 2575})).toBe("unchanged from May 2025");
    expect(change({value: 2575.2, before: 2575, changeBy: "amount"})).toBe(
      "unchanged from May 2025",
    );
    const months = (value: unknown) => `${Math.round(Number(value) * 10) / 10}`;
    expect(change({value: 3.96, before: 4.04, format: months, changeBy: "amount"})).toBe(
      "unchanged from May 2025",
    );
  });

  it("takes sides only where more is good or bad", () => {
    const tone = (options: Partial<CardOptions>) =>
      draw(options).querySelector(".card-change")?.className;
    expect(tone({})).toBe("card-change");
    expect(tone({more: "good"})).toBe("card-change is-gain");
    expect(tone({more: "bad"})).toBe("card-change is-loss");
    expect(tone({more: "bad", value: 80})).toBe("card-change is-gain");
    expect(tone({more: "good", value: 100})).toBe("card-change");
  });

  it("says nothing of a change without a period, and a dash for no value", () => {
    const card = numberCard({label: "Balances", value: null, document});
    expect(texts(card, "p")).toEqual(["Balances", "–"]);
  });

  it("draws the path that led here, where there is one", () => {
    expect(draw({path: [1, 2, 3]}).querySelector("svg")).not.toBeNull();
    expect(draw({path: [1]}).querySelector("svg")).toBeNull();
  });

  it("says below the name of a measure of whom and when it is, for readers and for tests", () => {
    const reading = {measure: "savings_rate", of: "main customers", window: 12} as const;
    const card = numberCard({reading: {...reading, asOf: "2026-10-01"}, value: 0.0962, document});
    expect(texts(card, "p")).toEqual([
      "Savings rate",
      "main customers, 12 months to October 2026",
      "9.6%",
    ]);
    expect({...card.dataset}).toEqual({
      measure: "savings_rate",
      population: "main customers",
      window: "12",
      asOf: "2026-10",
      value: "0.0962",
    });
  });

  it("stands in a row with others", () => {
    expect(cardRow([draw({}), draw({})], {document}).children).toHaveLength(2);
  });
});

describe("freshness(stamp)", () => {
  const stamp = {
    source: "csv",
    label: "CSV files",
    as_of: "2026-10-31",
    seed: 42,
    transaction_count: 701_234,
    fallback_cause: null,
  };

  it("names source, last day, rows and seed", () => {
    expect(texts(freshness(stamp, {document}), "dd")).toEqual([
      "CSV files",
      "31 October 2026",
      "701,234",
      "42",
    ]);
    expect(texts(freshness({...stamp, seed: null}, {document}), "dd")[3]).toBe("unknown");
  });

  it("warns of a fallback with its cause, and of what else there is to know", () => {
    expect(texts(freshness(stamp, {document}), "[role=alert]")).toEqual([]);
    const warned = freshness(
      {...stamp, fallback_cause: "no answer within 3 seconds", notes: ["edited by hand"]},
      {document},
    );
    expect(texts(warned, "[role=alert]")).toEqual([
      "Made from the CSV files, not from the database: no answer within 3 seconds",
      "edited by hand",
    ]);
  });
});
