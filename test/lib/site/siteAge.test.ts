import {describe, expect, it} from "vitest";
import {
  ageSeconds,
  parsePublished,
  publishedFile,
  spanText,
  staleText,
} from "../../../src/lib/site/siteAge.js";

const published = {confirmed_at: "2026-11-27T10:00:00Z", stale_after_seconds: 172_800};

describe("staleText(published, now)", () => {
  it("says nothing of a site that keeps its promise, to the second", () => {
    expect(staleText(published, new Date("2026-11-29T10:00:00Z"))).toBeUndefined();
  });

  it("says when an older one was confirmed, how long ago, and what was promised", () => {
    expect(staleText(published, new Date("2026-11-30T11:30:00Z"))).toBe(
      "This site is out of date: it was last confirmed on 27 Nov 2026, 10:00, 3 days ago, and should be no older than 2 days.",
    );
  });

  it("says nothing where the clock of the reader is behind", () => {
    expect(ageSeconds(published, new Date("2026-11-27T09:00:00Z"))).toBe(-3600);
    expect(staleText(published, new Date("2026-11-27T09:00:00Z"))).toBeUndefined();
  });
});

describe("spanText(seconds)", () => {
  it.each([
    [3 * 86_400 - 1, "2 days"],
    [2 * 86_400 - 1, "47 hours"],
    [3_600, "60 minutes"],
    [7_200, "2 hours"],
    [60, "1 minute"],
    [59, "no minutes"],
  ])("tells %d as %s", (seconds, text) => expect(spanText(seconds)).toBe(text));
});

describe("parsePublished(text)", () => {
  it("reads what a build writes", () => {
    expect(parsePublished(JSON.stringify(published))).toEqual(published);
  });

  it.each(["{}", '{"confirmed_at":"yesterday","stale_after_seconds":1}', "<html>", "null"])(
    "refuses %s",
    (text) => expect(() => parsePublished(text)).toThrow(),
  );

  it("names the file in what it refuses", () => {
    expect(() => parsePublished("{}")).toThrow(`invalid ${publishedFile}: "{}"`);
  });
});
