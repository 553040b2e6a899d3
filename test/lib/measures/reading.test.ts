import {describe, expect, it} from "vitest";
import {readingAttributes, scopeText} from "../../../src/lib/measures/reading.js";

const ada = {user_id: "ind-000001", name: "Ada Moor"};

describe("scopeText(scope)", () => {
  it("names whom and when: a month, a stretch of months, the end of one, none", () => {
    const text = (window: number | "end", asOf: string | undefined = "2026-10-01") =>
      scopeText({of: "all companies", window, asOf});
    expect(text(1)).toBe("all companies, October 2026");
    expect(text(12)).toBe("all companies, 12 months to October 2026");
    expect(text("end")).toBe("all companies, end of October 2026");
    expect(scopeText({of: ada, window: 1, asOf: undefined})).toBe(
      "Ada Moor, no complete month yet",
    );
  });
});

describe("readingAttributes(reading, value)", () => {
  it("keeps the value as it is, and knows a customer by number", () => {
    const reading = {measure: "income", of: ada, window: 1, asOf: "2026-10-31"} as const;
    expect(readingAttributes(reading, 1234.5)).toEqual({
      "data-measure": "income",
      "data-population": "ind-000001",
      "data-window": "1",
      "data-as-of": "2026-10",
      "data-value": "1234.5",
    });
    expect(readingAttributes(reading, null)["data-value"]).toBe("");
  });
});
