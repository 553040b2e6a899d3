// What do contracts cost the main customers, and which services raised a price?
// Grain: one object.
// Size: bounded by kinds of contracts and services.
// Legs: needed.
// Columns: last_day (of the data), usual (costs: one row per kind of contract that at least five have, with its median
// cost a month, people and contracts; person_count, median_count and median_eur of who has one), rises (one row per
// step of a price that at least three customers share: party, month, from_eur, to_eur, rise_share, customer_count).
// Contracts are those of `person-contracts`; costs are of main customers, rises of all.
import {withBank} from "../../loaders/datasets/bank.js";
import {
  readMainCustomers,
  readPersonAccounts,
  readPersonPayments,
} from "../../loaders/datasets/personLegs.js";
import {formatDay} from "../lib/day.js";
import {usualContracts} from "../lib/recurring/costs.js";
import {serviceRises} from "../lib/recurring/priceRises.js";

await withBank(async (bank) => {
  const {lastDay} = await bank.once(readPersonPayments);
  const accounts = await bank.once(readPersonAccounts);
  return {
    last_day: formatDay(lastDay),
    usual: usualContracts(accounts, await readMainCustomers(bank)),
    rises: serviceRises(accounts),
  };
});
