// Which recurring payments and incomes does a person have, and how did the checking account move from day to day?
// Grain: one row per person with a checking account.
// Size: by key, a person each.
// Legs: needed.
// Columns: contracts (the places of a contract's list are named in src/lib/recurring/rows.ts: party, category, interval, due
// day, last amount, last, next and first payment, payments seen, amounts of a metered contract, price rises) with the
// names of parties and categories by number and last_day (of the data); balances (of nobody for a closed account; the places
// are named in src/lib/balances/rows.ts: balance, overdraft limit, days known (364 at most), movements outside of
// contracts, and movements of contracts in the last 126 days, as pairs of days since the pair before and whole euro).
// Contracts are found from days and amounts per other party, never from what the bank calls a payment; the category is shown
// only. A contract needs three payments, five if its amount varies, so a yearly one shows after two years. The
// balance of each day is right to the euro.
import {withBank} from "../../loaders/datasets/bank.js";
import {keyedBytes} from "../../loaders/datasets/formats/keyed.js";
import {readPersonAccounts} from "../../loaders/datasets/personLegs.js";

await withBank(async (bank) => keyedBytes(await bank.once(readPersonAccounts)));
