// What do people spend on each category, by income and size of household?
// Grain: one row per group of main customers and category; a group of fewer than ten people, and a category that fewer than
// ten of a group pay for, are left out.
// Size: bounded by groups of people and categories.
// Columns: income_band and household_band (as in `budget-categories`; household_band 0: any size), person_count (of the
// group), category, median_eur, lower_quartile and upper_quartile (euro of a mean month, of those who pay for it), count (how
// many pay for it). Nobody can be told from ten, which is why a page that knows no person of the bank may have it.
import {withBank} from "../../loaders/datasets/bank.js";
import {peerGroups} from "../lib/people/peerGroups.js";
import type {CategoryPerson} from "../lib/people/peers.js";

await withBank(async (bank) =>
  peerGroups(await bank.dataset<CategoryPerson>("budget-categories.json")),
);
