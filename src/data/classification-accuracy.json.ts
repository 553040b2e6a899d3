// How often are payments classified as the bank knows them, by rules alone and with a person's corrections?
// Grain: one row per number of corrections.
// Size: bounded by numbers of corrections.
// Legs: needed.
// Private: accounts.iban, because a transfer between own accounts is told by it.
// Private: descriptions.description, because texts are what is classified; the rows are counts.
// Columns: correction_limit (the most corrections that a person made; 0 where rules decide alone), person_count, row_count
// and right_count, unknown_count (left without a category), amount_eur and right_eur, guess_count, right_guess_count and
// mean_certainty (of guesses).
// Every fiftieth person, with texts as banks write them (loaders/datasets/statementTexts.ts): without merchant codes, cut and in
// capitals. Corrections are made in a person's first 91 days, of payments without a category or with a wrong one; what comes
// later is measured.
import {withBank} from "../../loaders/datasets/bank.js";
import {readStatements} from "../../loaders/datasets/statements.js";
import {accuracyRows} from "../lib/classify/accuracy.js";
import {shippedRules} from "../lib/classify/shipped/shippedRules.js";

await withBank(async (bank) =>
  accuracyRows(await readStatements(bank, {seed: 1, nth: 50}), shippedRules(), [10, 30, 100]),
);
