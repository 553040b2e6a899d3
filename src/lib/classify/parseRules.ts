/**
 * Rules as people write and share them: a text file, one rule to a line, and on indented lines what did not fit.
 *
 *     # what begins so is a note
 *     [first]
 *     if payee contains Hausverwaltung and amount from -900 to -700 then category rent, tag home
 *     [normal]
 *     if text contains Lidl, "Marks and Spencer" then category groceries, payee as listed
 *     if iban is IE02CTHS90901100000011 then transfer to savings
 *     if payee contains Ikea and not amount at least 0 then split 60% furnishings, split rest restaurants
 *
 * A line was chosen over JSON because a person can read it aloud, and move or send one rule without breaking another.
 *
 * - Conditions: `payee`, `text` (payee and description), `iban` (of the other side) and `account` with `contains`,
 *   `is` or `matches /expression/`; `amount is`, `amount from … to …`, `amount at least`, `amount at most` (signed:
 *   money out is below zero); `money in`, `money out`; `weekday is saturday, sunday`. Of several values any will do;
 *   `and`, `or`, `not`, `( )`.
 * - `contains` knows whole words, without case and accents; `*` stands for the rest of a word: `*apotheke`, `pharma*`.
 * - Actions: `category`, `payee NAME` or `payee as listed`, `tag`, `transfer to ACCOUNT`, `split 60% groceries`,
 *   `split 12.50 fee`, `split rest furnishings`.
 * - Stages: `[first]`, `[normal]` (from the top), `[last]`; see `rule.ts`.
 */
import {parseActions} from "./parseActions.js";
import {parseCondition} from "./parseCondition.js";
import type {Rule} from "./rule.js";
import {ruleTokens} from "./ruleTokens.js";
import {TokenReader} from "./tokenReader.js";

/** The rules of a file, in its order. Throws an error that names line, value and next step. */
export function parseRules(text: string, file: string): Rule[] {
  return ruleTokens(text, file).map((tokens) => {
    const reader = new TokenReader(tokens, file);
    reader.expect("if", "a rule is: if … then …");
    const condition = parseCondition(reader);
    reader.expect("then", "a rule is: if … then …, with and, or between conditions");
    const actions = parseActions(reader);
    return {stage: tokens.stage, condition, actions, file, line: tokens.line};
  });
}
