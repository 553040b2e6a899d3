import {describe, expect, it} from "vitest";
import {nearest, suggestion} from "../../src/lib/nearest.js";

const names = ["city", "from", "customer_count", "net_eur"];

describe("nearest(name, known)", () => {
  it.each([
    ["customer_cnt", "customer_count"],
    ["citty", "city"],
    ["ctiy", "city"],
    ["City", "city"],
    ["net", "net_eur"],
    ["population", undefined],
    ["x", undefined],
    ["drop", undefined],
  ])("takes %j for %j", (name, meant) => expect(nearest(name, names)).toBe(meant));

  it("knows nothing among no names", () => expect(nearest("city", [])).toBeUndefined());
});

describe("suggestion(name, known)", () => {
  it("names the nearest, or those that there are", () => {
    expect(suggestion("citi", names)).toBe(" (did you mean city?)");
    expect(suggestion("population", names)).toBe(
      " (there are city, from, customer_count, net_eur)",
    );
    expect(suggestion("population", [])).toBe("");
  });
});
