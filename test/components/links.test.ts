import {describe, expect, it} from "vitest";
import {homeLink} from "../../src/components/homeLink.js";
import {measureList} from "../../src/components/measureList.js";
import {page, texts} from "../support/page.js";

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

describe("measureList(rows)", () => {
  it("says the unit of a pace in months, and what one has no value for", () => {
    const today = (value: number | null) =>
      texts(
        measureList([{measure: "months_covered", value, customer_count: 3, month_count: 12}], {
          document,
        }),
        "dd",
      )[1];
    expect(today(4.7)).toMatch(
      /^4\.7 months: the median of 3 people over the last 12 complete months/,
    );
    expect(today(1)).toMatch(/^1 month: /);
    expect(today(null)).toBe("Nothing to measure yet.");
  });
});
