import {describe, expect, it} from "vitest";
import {askedPath, meantPage} from "../../../src/lib/site/askedPage.js";
import type {SearchEntry} from "../../../src/lib/site/searchEntries.js";

describe("askedPath(pathname, root)", () => {
  it("is the page from the root of the site, without what older addresses had behind it", () => {
    for (const address of ["companies/runway", "companies/runway/", "companies/runway.html"])
      expect(askedPath(`/bank/${address}`, "/bank/")).toBe("companies/runway");
  });

  it("is none for what is outside of the site, and for its root", () => {
    expect(askedPath("/elsewhere", "/bank/")).toBeUndefined();
    expect(askedPath("/bank/", "/bank/")).toBeUndefined();
  });
});

describe("meantPage(path, entries)", () => {
  const page = (path: string): SearchEntry => ({kind: "page", title: path, text: "", path});
  const entries = [
    page(""),
    page("companies/runway"),
    page("company/cash"),
    page("company/runway"),
    {...page("companies/runways#all"), kind: "figure" as const},
  ];

  it("is the page that is called nearly so, in its folder or in another", () => {
    expect(meantPage("companies/runwy", entries)?.path).toBe("companies/runway");
    expect(meantPage("company/runwy", entries)?.path).toBe("company/runway");
    expect(meantPage("old-folder-name/cash", entries)?.path).toBe("company/cash");
  });

  it("is none where nothing is called nearly so", () => {
    expect(meantPage("wp-login", entries)).toBeUndefined();
    expect(meantPage("wp-login", [])).toBeUndefined();
  });
});
