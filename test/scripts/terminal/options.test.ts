import {describe, expect, it} from "vitest";
import {helpText, operandsOf, parseOptions, UsageError} from "../../../scripts/terminal/options.js";

const command = {
  usage: "npm run bake --",
  summary: "Bakes bread.",
  options: {
    loaves: {type: "integer", default: 2, min: 1, max: 9, help: "how many"},
    heat: {type: "number", default: 220.5, min: 0, help: "degrees"},
    flour: {type: "text", default: "rye", values: ["rye", "spelt"], help: "which flour"},
    note: {type: "text", help: "words for the baker"},
    quick: {type: "flag", help: "less time"},
  },
} as const;

const parse = (...argv: string[]) => parseOptions(command, argv);

describe("parseOptions(command, argv)", () => {
  it("fills in defaults and leaves out what has none", () => {
    expect(parse()).toEqual({loaves: 2, heat: 220.5, flour: "rye", note: undefined, quick: false});
  });

  it("reads values with a blank and with an equals sign", () => {
    expect(
      parse("--loaves", "3", "--heat=0", "--flour", "spelt", "--note=soft", "--quick"),
    ).toEqual({
      loaves: 3,
      heat: 0,
      flour: "spelt",
      note: "soft",
      quick: true,
    });
  });

  it.each([
    [["--loaves", "0"], "invalid --loaves: 0 (use 1 to 9)"],
    [["--loaves", "-3"], "invalid --loaves: -3 (use 1 to 9)"],
    [["--loaves", "two"], 'invalid --loaves: "two" is not a whole number'],
    [["--loaves", "1.5"], 'invalid --loaves: "1.5" is not a whole number'],
    [["--loaves="], 'invalid --loaves: "" is not a whole number'],
    [["--heat", "-1"], "invalid --heat: -1 (use at least 0)"],
    [["--heat", "NaN"], 'invalid --heat: "NaN" is not a number'],
    [["--flour", "oat"], "invalid --flour: oat (use rye, spelt)"],
    [["--salt"], "unknown option '--salt'"],
    [["--loaves"], "option '--loaves <value>' argument missing"],
    [["--loaves", "--quick"], "option '--loaves' argument is ambiguous"],
    [["--quick=no.way"], "option '--quick' does not take an argument"],
    [["bread"], "unexpected argument 'bread'"],
    [["/tmp/t4.csv"], "unexpected argument '/tmp/t4.csv'"],
    [["../a.b/c. d.csv"], "unexpected argument '../a.b/c. d.csv'"],
    [["a.\nDid b.csv"], "unexpected argument 'a.\\nDid b.csv'"],
    [["--salt.pinch"], "unknown option '--salt.pinch'"],
  ])("refuses %j in one line", (argv, message) => {
    expect(() => parse(...argv)).toThrow(UsageError);
    expect(() => parse(...argv)).toThrow(new UsageError(message));
  });
});

it("operandsOf(command, argv) takes out what is neither an option nor its value", () => {
  expect(operandsOf(command, ["--loaves", "3", "a.csv", "--quick", "b.csv", "--heat=1"])).toEqual({
    operands: ["a.csv", "b.csv"],
    rest: ["--loaves", "3", "--quick", "--heat=1"],
  });
});

it("helpText(command) has a line for each option, with its default where it has one", () => {
  expect(helpText(command)).toBe(`Bakes bread.

Usage: npm run bake -- [options]

  --loaves <integer>  how many (default 2)
  --heat <number>     degrees (default 220.5)
  --flour <text>      which flour (default rye)
  --note <text>       words for the baker
  --quick             less time
  --help              print this
`);
});
