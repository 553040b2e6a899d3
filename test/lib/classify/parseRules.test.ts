import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {formatRules} from "../../../src/lib/classify/formatRules.js";
import {parseRules} from "../../../src/lib/classify/parseRules.js";
import {someRule} from "../../support/payments.js";

const one = (text: string) => parseRules(text, "my rules")[0]!;

describe("parseRules(text, file)", () => {
  it("reads conditions, actions and stages, and knows the line of each rule", () => {
    const rules = parseRules(
      [
        "# what is mine",
        "[first]",
        "if payee contains Hausverwaltung and amount from -900 to -700",
        '  then category rent, payee "Hausverwaltung Nord", tag home',
        "",
        "[last]",
        "if not (weekday is saturday, sunday) or money in then category peer",
      ].join("\r\n"),
      "my rules",
    );
    expect(rules).toEqual([
      {
        stage: "first",
        condition: {
          kind: "and",
          conditions: [
            {kind: "text", field: "payee", comparison: "contains", values: ["Hausverwaltung"]},
            {kind: "amount", least: -90_000, most: -70_000},
          ],
        },
        actions: {category: "rent", payee: "Hausverwaltung Nord", tags: ["home"], split: []},
        file: "my rules",
        line: 3,
      },
      {
        stage: "last",
        condition: {
          kind: "or",
          conditions: [
            {kind: "not", condition: {kind: "weekday", days: [6, 7]}},
            {kind: "sign", sign: "in"},
          ],
        },
        actions: {category: "peer", tags: [], split: []},
        file: "my rules",
        line: 7,
      },
    ]);
  });

  it("takes words without quotes, up to a comma or a word of the language", () => {
    const {condition} = one('if text contains Deutsche Bahn, "Marks and Spencer" then tag x');
    expect(condition).toMatchObject({values: ["Deutsche Bahn", "Marks and Spencer"]});
  });

  it("binds `and` closer than `or`", () => {
    const {condition} = one("if money in or money out and weekday is monday then tag x");
    expect(condition).toMatchObject({kind: "or", conditions: [{kind: "sign"}, {kind: "and"}]});
  });

  it("reads parts of a payment", () => {
    const {actions} = one(
      "if money out then split 60% groceries, split 2.50 fee, split rest travel",
    );
    expect(actions.split).toEqual([
      {category: "groceries", size: {bps: 6000}},
      {category: "fee", size: {cents: 250}},
      {category: "travel", size: "rest"},
    ]);
  });

  it("reads what formatRules(rules) wrote", () =>
    fc.assert(
      fc.property(fc.array(someRule, {maxLength: 5}), (rules) => {
        const known = rules.map((rule) => ({...rule, line: 0}));
        const read = parseRules(formatRules(rules), "rules").map((rule) => ({...rule, line: 0}));
        expect(read).toEqual(known);
      }),
    ));

  it.each([
    ["if paye contains x then tag y", 'unknown field: "paye" (write payee, text'],
    ["when money in then tag y", 'if expected: "when" (a rule is: if … then …)'],
    ["if payee has x then tag y", 'unknown comparison: "has" (write contains, is, matches)'],
    ["if payee contains then tag y", 'text expected: "then"'],
    ["if payee contains x", "then expected: end of the rule"],
    [
      "if payee contains x then category grocerys",
      'category: "grocerys" (did you mean groceries?)',
    ],
    ["if payee contains x then category groceries tag y", 'rule expected: "tag" (put a comma'],
    ["if payee contains x then buy y", 'unknown action: "buy" (write category'],
    ["if payee contains x then category fee, split rest fee", "category beside a split"],
    ["if payee contains x then split 60% fee", "split with 0 parts that are the rest"],
    ["if payee contains x then split half fee", 'invalid part: "half"'],
    ["if amount is 12,50 then tag y", "then expected"],
    ["if amount is 1.234,50 then tag y", "invalid amount"],
    ["if amount from 5 to -5 then tag y", "amounts in the wrong order"],
    ["if weekday is someday then tag y", 'unknown weekday: "someday"'],
    ["if money up then tag y", 'out expected: "up"'],
    ["if (money in then tag y", ') expected: "then" (close the bracket)'],
    ['if payee contains "x then tag y', 'quote that never closes: "\\"x then tag y"'],
    ['if payee contains "--" then tag y', 'text without a letter: "--"'],
    ["if text matches /(a+)+b/ then tag y", "expression that may never end: /(a+)+b/"],
    ["if text matches /(a|a)*b/ then tag y", "expression that may never end: /(a|a)*b/"],
    ["if text matches /a*a*a*a*b/ then tag y", "expression that may never end: /a*a*a*a*b/"],
    ["if text matches /(a/ then tag y", "invalid expression: /(a/"],
    ["if text matches abc then tag y", 'expression expected: "abc"'],
  ])("says what is wrong with %s", (text, message) => {
    expect(() => parseRules(`# first\n${text}`, "my rules")).toThrow(message);
    expect(() => parseRules(`# first\n${text}`, "my rules")).toThrow(
      /^line 2 of my rules: .*\(.+\)$/,
    );
  });

  it("names the line on which it is wrong, of a rule of several", () => {
    expect(() => parseRules("if money in\n  and colour is red\n  then tag y", "r")).toThrow(
      'line 2 of r: unknown field: "colour"',
    );
    expect(() => parseRules("[fist]", "r")).toThrow('line 1 of r: unknown stage: "fist"');
  });
});
