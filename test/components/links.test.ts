import {describe, expect, it} from "vitest";
import {homeLink} from "../../src/components/homeLink.js";
import {measureList} from "../../src/guide/method/measureList.js";
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
        measureList(
          [
            {
              measure: "months_covered",
              of: "median main customer",
              window: 12,
              as_of: "2026-10-01",
              value,
              customer_count: 3,
            },
          ],
          {
            document,
          },
        ),
        "dd",
      )[1];
    expect(today(4.7)).toMatch(
      /^4\.7 months: median main customer, 12 months to October 2026; 3 people\.$/,
    );
    expect(today(1)).toMatch(/^1 month: /);
    expect(today(null)).toBe("Nothing to measure yet.");
  });
});
