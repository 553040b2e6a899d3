import {describe, expect, it} from "vitest";
import {delimiterName, delimiterOf} from "../../../src/lib/csv/delimiter.js";

describe("delimiterOf(text)", () => {
  it.each([
    ["commas", "a,b\n1,2\n", ","],
    ["semicolons, with commas in the numbers", "a;b\n1,5;2,5\n", ";"],
    ["tabs behind a mark", "\ufeffa\tb\n1,5\tx\n", "\t"],
    ["bars", "a|b\n1,5|2,5\n", "|"],
    ["line ends of old systems", "a;b;c\r1;2;3\r", ";"],
    ["one in quotes", 'a;b\n"1,2,3";x\n"4,5,6";y\n', ";"],
    ["rows that differ, by the header", "a;b;c\n1\n2\n3\n4;5,6\n", ";"],
    ["nothing", "city\nRome\n", ","],
    ["no text", "", ","],
  ])("knows %s", (_, text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });

  it("has a name", () => expect(delimiterName("\t")).toBe("tab"));
});
