import {describe, expect, it} from "vitest";
import {figureAddress, figureScript, pageAddress} from "../../../src/lib/site/figureAddress.js";
import {page} from "../../support/page.js";

const whole = "https://bank.example/person/budget?id=ind-000017#person-months";
const alone = "https://bank.example/person/budget?id=ind-000017&figure=budget-mix";

describe("figureAddress(page, id)", () => {
  it("keeps what is chosen on the page, and leaves its place", () => {
    expect(figureAddress(whole, "budget-mix")).toBe(alone);
    expect(figureAddress(alone, "budget-mix")).toBe(alone);
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
    const visibility = (address: string) => {
      const {document, window} = page(address);
      new Function("document", "location", figureScript)(document, window.location);
      return document.documentElement.style.visibility;
    };
    expect([visibility(alone), visibility(whole)]).toEqual(["hidden", ""]);
  });
});
