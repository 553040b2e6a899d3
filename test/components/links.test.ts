import {describe, expect, it} from "vitest";
import {homeLink} from "../../src/components/homeLink.js";
import {page} from "../support/page.js";

const {document} = page();

describe("homeLink(id, name)", () => {
  it("leads to the home of the person, whatever is in the id", () => {
    const link = homeLink("ind 1&x", "Ada", {document});
    expect([link.textContent, link.getAttribute("href")]).toEqual([
      "All about Ada",
      "./person?id=ind%201%26x",
    ]);
  });

  it("is no link where there is nobody", () => {
    expect(homeLink("", "Nobody", {document}).outerHTML).toBe("<span></span>");
  });
});
