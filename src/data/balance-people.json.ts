// How did each person's checking account move from day to day over the last year?
// Grain: one list per person with an open account.
// Columns: last_day (of the data), people (by user_id: balance, overdraft limit, days known (364 at most), movements
// outside of contracts, and movements of contracts in the last 126 days; movements are pairs of days since the pair
// before and whole euro). The balance of each day is right to the euro.
// Contracts are those of `recurring-people`.
import {withBank} from "../../loaders/datasets/bank.js";
import {readPersonPayments} from "../../loaders/datasets/personLegs.js";
import {balancePeople} from "../lib/balances/rows.js";

await withBank(async (bank) => balancePeople(await readPersonPayments(bank)));
