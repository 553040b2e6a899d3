// How many main customers are below zero, by days since payday?
// Grain: one row per day of the pay cycle, 28.
// Size: bounded by days.
// Legs: needed.
// Columns: days_since_payday, below_zero_share, median_eur (balance), low_share (of pay cycles with their lowest point on that
// day), cycle_count, person_count. The last three whole pay cycles; payday is that of the largest recurring income.
// Contracts and balances are those of `person-contracts`.
import {withBank} from "../../loaders/datasets/bank.js";
import {readMainCustomers, readPersonAccounts} from "../../loaders/datasets/personLegs.js";
import {cycleStandings} from "../lib/balances/cycles.js";

await withBank(async (bank) => {
  const accounts = await bank.once(readPersonAccounts);
  return cycleStandings(accounts, await readMainCustomers(bank));
});
