// Whose home does the page begin with, before anybody is chosen?
// Grain: at most one row, that of `person-homes` of a main customer with the most kinds of accounts and then the longest time
// with a brokerage account: it has most to tell. Columns: as there.
// It is a file of its own so that the page's first picture does not wait for the accounts of everybody.
import {withBank} from "../../loaders/datasets/bank.js";
import {type PersonHome, richestHome} from "../people/person/home.js";

await withBank(async (bank) => {
  const homes = await bank.dataset<PersonHome>("person-homes.json");
  const main = await bank.query<{user_id: string}>(
    "select user_id from bank.person_relations where relation = 'main'",
  );
  return richestHome(homes, new Set(main.map(({user_id}) => user_id)));
});
