import {describe, expect, it} from "vitest";
import {pageFile} from "../../../src/lib/site/pageFile.js";

describe("pageFile(path)", () => {
  it.each([
    ["people/budgets", "people/budgets.html"],
    ["people/budgets?id=1&x=a/b#part", "people/budgets.html?id=1&x=a/b#part"],
    ["guide/method#net_burn", "guide/method.html#net_burn"],
    ["", "index.html"],
    ["#bank-balances", "index.html#bank-balances"],
    ["places/?x", "places/index.html?x"],
    ["places/St. Gallen", "places/St. Gallen.html"],
  ])("names the file of %j", (path, file) => expect(pageFile(path)).toBe(file));
});
