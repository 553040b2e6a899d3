/**
 * The rules that the product brings: European payees and the words of banks in twelve languages (Czech, Danish, Dutch,
 * English, Finnish, French, German, Italian, Norwegian, Polish, Portuguese, Spanish and Swedish make thirteen). Names
 * of payees and what only banks write are of the normal stage, common words of the last.
 */
import {parseRules} from "../parseRules.js";
import type {Rule} from "../rule.js";
import {bankWords} from "./bankWords.js";
import {contracts} from "./contracts.js";
import {eatingOut} from "./eatingOut.js";
import {drinkAndTobacco, groceries} from "./groceries.js";
import {home} from "./home.js";
import {journeys, mobility} from "./mobility.js";
import {shopping} from "./shopping.js";

const files = {
  groceries,
  "drink and tobacco": drinkAndTobacco,
  "eating out": eatingOut,
  mobility,
  journeys,
  home,
  contracts,
  shopping,
  "bank words": bankWords,
};

/** The shipped rules, read anew; their files are named for what they are about. */
export function shippedRules(): Rule[] {
  return Object.entries(files).flatMap(([name, text]) =>
    parseRules(text, name).map((rule) => ({...rule, isShipped: true as const})),
  );
}
