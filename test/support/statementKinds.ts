/** In what statements differ, for the writer of statements. */
import {between, chance, pick, type Stream} from "../../src/lib/stream.js";
import type {StatementLanguage} from "./statementLanguages.js";

const wideEncodings = [
  "utf-8",
  "utf-8",
  "utf-8-mark",
  "utf-16le-mark",
  "utf-16be-mark",
  "utf-16le",
  "utf-16be",
];

/** Everything in which statements differ. */
export type StatementKind = ReturnType<typeof drawnKind>;

/** One of each. */
export function drawnKind(draw: Stream, language: StatementLanguage) {
  const hasHead = chance(draw, 0.9);
  const decimal = pick(draw, [",", "."]);
  const delimiter = pick(draw, [",", ";", "\t", "|"]);
  const signs = hasHead
    ? pick(draw, ["signed", "signed", "parts", "negative parts", "flag", "card"] as const)
    : "signed";
  return {
    hasHead,
    decimal,
    delimiter,
    signs,
    thousands: pick(draw, [
      "",
      decimal === "," ? "." : ",",
      " ",
      "\u00a0",
      ...(decimal === "." ? ["'"] : []),
    ]),
    minus: pick(draw, ["before", "before", "behind", "parentheses", "long"] as const),
    plus: chance(draw, 0.2),
    dropsZeros: chance(draw, 0.2),
    sign: pick(draw, ["", "", "", "code", "behind"] as const),
    quotes: pick(draw, ["always", "needed", "needed", "texts"] as const),
    lineEnd: pick(draw, ["\n", "\r\n", "\r\n"]),
    // without a head, nothing tells the alphabets of east and west apart
    encoding: pick(draw, [
      ...wideEncodings,
      ...(hasHead || language.narrow.length > 1 ? language.narrow : []),
    ]),
    dates: pick(draw, [
      "d.m.y",
      "d/m/y",
      "d-m-y",
      "y-m-d",
      "y/m/d",
      "ymd",
      "dmy",
      "m/d/y",
      "d.m.yy",
      "d MMM y",
      "d-MMM-yy",
      "y-m-dTt",
      "d.m.y t",
      "D.M.y",
    ] as const),
    isNewestFirst: chance(draw, 0.5),
    hasBalance: signs === "card" ? false : chance(draw, 0.6),
    hasFees: hasHead && chance(draw, 0.15),
    hasValueDay: chance(draw, 0.5),
    hasPayee: hasHead && chance(draw, 0.7),
    hasCategory: hasHead && chance(draw, 0.3),
    hasCurrency: chance(draw, 0.6),
    hasStatus: hasHead && chance(draw, 0.3),
    isShuffled: hasHead && chance(draw, 0.5),
    columnSeed: between(draw, 1, 1e6),
    preamble: hasHead ? between(draw, 0, 3) : 0,
    trailer: hasHead ? between(draw, 0, 2) : 0,
  };
}
