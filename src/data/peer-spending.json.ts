// What do people spend on each category, by income and size of household?
// Grain: one row per group of main customers and category; a group of fewer than ten people, and a category that fewer than
// ten of a group pay for, are left out.
// Columns: income_band and household_band (as in `budget-categories`; household_band 0: any size), person_count (of the
// group), category, median_eur, lower_quartile and upper_quartile (euro of a mean month, of those who pay for it), count (how
// many pay for it). Nobody can be told from ten, which is why a page that knows no person of the bank may have it.
import {withBank} from "../../loaders/datasets/bank.js";
import {type CategoryPerson, peerSpending} from "../lib/people/peers.js";

const fewest = 10;

await withBank(async (bank) => {
  const people = await bank.dataset<CategoryPerson>("budget-categories.json");
  return [0, 1, 2, 3, 4].flatMap((income_band) =>
    [0, 1, 2, 3].flatMap((household_band) => {
      const group = people.filter(
        (one) =>
          one.income_band === income_band &&
          (household_band === 0 || one.household_band === household_band),
      );
      if (group.length < fewest) return [];
      const person_count = group.length;
      return peerSpending(group, fewest).map((row) => ({
        income_band,
        household_band,
        person_count,
        ...row,
      }));
    }),
  );
});
