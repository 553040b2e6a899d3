import {describe, expect, it} from "vitest";
import {chosenPages} from "../../scripts/site/chosenPages.js";

describe("chosenPages(names, pages)", () => {
  const pages = ["", "guide/figures", "places/São Paulo", "workbench/notebook"];

  it("takes one page or several, as its address, its file or its link names it", () => {
    expect(chosenPages("workbench/notebook", pages)).toEqual(["workbench/notebook"]);
    expect(chosenPages("/guide/figures.html, guide/figures.md,index", pages)).toEqual([
      "guide/figures",
      "",
    ]);
    expect(chosenPages("/", pages)).toEqual([""]);
    expect(chosenPages("places/São Paulo", pages)).toEqual(["places/São Paulo"]);
  });

  it("throws on a name that no page has, with the nearest", () => {
    expect(() => chosenPages("workbench/notebok", pages)).toThrow(
      "no page workbench/notebok (did you mean workbench/notebook?)",
    );
  });
});
