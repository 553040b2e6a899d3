import {describe, expect, it} from "vitest";
import {
  embedQuery,
  figureAddress,
  figureScript,
  pageAddress,
} from "../../../src/lib/site/figureAddress.js";
import {page} from "../../support/page.js";

const whole = "https://bank.example/person/budget?id=ind-000017#person-months";
const alone = "https://bank.example/person/budget?figure=budget-mix&id=ind-000017";

describe("figureAddress(page, id)", () => {
  it("keeps what is chosen on the page, and leaves its place", () => {
    expect(figureAddress(whole, "budget-mix")).toBe(alone);
    expect(figureAddress(alone, "budget-mix")).toBe(alone);
    expect(new URL(alone).search).toMatch(embedQuery);
    expect(new URL(whole).search).not.toMatch(embedQuery);
  });
});

describe("pageAddress(address)", () => {
  it("leads to the page and to the place on it", () => {
    expect(pageAddress(`${alone}#budget-mix`)).toBe(
      "https://bank.example/person/budget?id=ind-000017#budget-mix",
    );
    expect(pageAddress(whole)).toBe(whole);
  });
});

describe("figureScript", () => {
  it("hides a page that is to show a figure alone, and no other", () => {
    const state = (address: string) => {
      const {document, window} = page(address);
      new Function("document", "location", figureScript)(document, window.location);
      const {style, dataset} = document.documentElement;
      return [style.visibility, dataset.figure];
    };
    expect(state(alone)).toEqual(["hidden", "budget-mix"]);
    expect(state(whole)).toEqual(["", undefined]);
  });
});
