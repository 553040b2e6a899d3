// What does a person spend on each category, against what people like them do?
// Grain: one row per main customer.
// Size: by key, a person each.
// Columns: month_count (of the mean), peers (who they are, in words), budgets (one row per category that both pay for:
// category, label, actual_eur and budget_eur (the median of the peers) a month, difference_eur, chance (how often chance sets
// them so far apart), payer_count). Rules: src/lib/people/peers.ts; spending: `budget-categories`.
import {withBank} from "../../loaders/datasets/bank.js";
import {keyedBytes} from "../../loaders/datasets/formats/keyed.js";
import {type CategoryPerson, peerFinder, personBudget} from "../lib/people/peers.js";

await withBank(async (bank) => {
  const people = await bank.dataset<CategoryPerson>("budget-categories.json");
  const peersOf = peerFinder(people);
  return keyedBytes(people.map((own) => [own.user_id, [personBudget(own, peersOf(own))]]));
});
