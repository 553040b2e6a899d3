import {describe, expect, it} from "vitest";
import {changeRows, changesFinding, sinceLastPublish} from "../../src/index/changes.js";
import type {Headline, Publish} from "../../src/lib/site/publishes.js";
import {onPage, page, texts} from "../support/page.js";

const headline = (measure: Headline["measure"], value: number | null): Headline => ({
  measure,
  of: "all customers",
  window: measure === "savings_rate" ? 12 : "end",
  value,
});

const publish = (as_of: string, values: readonly Headline[]): Publish => ({
  snapshot: as_of,
  as_of,
  headlines: values,
});

const code = {name: "publishes.json.ts", url: async () => "", text: async () => ""};
const before = publish("2026-09-30", [
  headline("customers", 2565),
  headline("balances", 1_000_000),
  headline("savings_rate", 0.051),
  headline("payroll", 3_300_000),
  headline("runway", null),
]);
const now = publish("2026-10-31", [
  headline("customers", 2571),
  headline("balances", 900_000),
  headline("savings_rate", 0.047),
  headline("payroll", 3_300_001),
  headline("runway", 18),
]);

describe("sinceLastPublish(publishes, code)", () => {
  const {document} = page("https://bank.example/");
  const cells = (root: ParentNode) =>
    [...root.querySelectorAll(".picture tbody tr")].map((row) => texts(row, "td, th"));

  it("is a table of both with the differences, and says which days they are of", () => {
    const drawn = onPage(sinceLastPublish({now, before}, code, {document}));
    const rows = cells(drawn).map((row) => row.slice(-3).map((text) => text.replace("\u2060", "")));
    // a narrow table tells what was before below what is now
    expect(rows).toEqual([
      ["2,565", "2,5712,565 before", "+6"],
      ["€1m", "€900k€1m before", "−€100k"],
      ["5.1%", "4.7%5.1% before", "−0.4 points"],
      ["€3.3m", "€3.3m€3.3m before", "unchanged"],
      ["–", "18– before", "–"],
    ]);
    expect(texts(drawn, ".subtitle")).toEqual([
      "Headline figures before, of data to 30 September 2026, and now, of data to 31 October 2026",
    ]);
    expect(texts(drawn, ".finding")).toEqual([
      "Four of five figures read otherwise than at the last publish",
    ]);
  });

  it("says so where nothing else was published", () => {
    const drawn = onPage(sinceLastPublish({now, before: null}, code, {document}));
    expect(drawn.textContent).toMatch(/^This is the first data that this project publishes/);
    expect(drawn.id, "where links to it lead").toBe("publishes");
  });

  it("says that the last day is the same, and of a bank without a day that there is none", () => {
    const same = sinceLastPublish({now, before: {...before, as_of: now.as_of}}, code, {document});
    expect(texts(onPage(same), ".subtitle")).toEqual([
      "Headline figures before and now, both of data to 31 October 2026",
    ]);
    const none = {now, before: {...before, as_of: ""}};
    expect(texts(onPage(sinceLastPublish(none, code, {document})), ".subtitle")).toEqual([
      "Headline figures before, of no data, and now, of data to 31 October 2026",
    ]);
  });
});

describe("changesFinding(rows)", () => {
  it("has words for all, none and one", () => {
    const finding = (...parts: Publish[]) => changesFinding(changeRows(parts[0]!, parts[1]!));
    expect(finding(now, now)).toBe("None of five figures reads otherwise than at the last publish");
    const one = publish("2026-10-31", [headline("customers", 1), ...now.headlines.slice(1)]);
    expect(finding(one, now)).toBe("One of five figures reads otherwise than at the last publish");
    const others = now.headlines.map((one) => ({...one, value: 7_000_000}));
    expect(finding(publish("2026-10-31", others), now)).toBe(
      "All five figures read otherwise than at the last publish",
    );
  });

  it("holds a figure only against its own: of the same customers, over as many months", () => {
    const other = publish("2026-09-30", [{...headline("customers", 1), of: "all people"}]);
    expect(changeRows(now, other)[0]).toMatchObject({before: null, now: 2571, difference: null});
  });
});
