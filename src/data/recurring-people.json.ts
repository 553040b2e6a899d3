// Which recurring payments and incomes does each person have?
// Grain: one list per person with a checking account; in it one list per contract.
// Columns: last_day (of the data), parties and categories (names by number), people (by user_id; the places of a
// contract's list are named in src/lib/recurring/rows.ts: party, category, interval, due day, last amount, last, next and
// first payment, payments seen, amounts of a metered contract, price rises).
// Found from days and amounts per other party, never from what the bank calls a payment; the category is shown only.
// A contract needs three payments, five if its amount varies, so a yearly one shows after two years.
import {withBank} from "../../loaders/datasets/bank.js";
import {readPersonPayments} from "../../loaders/datasets/personLegs.js";
import {recurringPeople} from "../lib/recurring/rows.js";

await withBank(async (bank) => recurringPeople(await readPersonPayments(bank)));
