// What may the next twelve months bring to a company?
// Grain: one row per company with at least three complete months.
// Size: by key, a company each.
// Columns: user_id, first_month (the first ahead), unit_eur, and inflow and outflow: 100 futures of 12 months each,
// one future after the other, in whole unit_eur, so that three digits suffice and a page can play scenarios;
// future_count (500 were simulated), dry_count (of them, those that have ended a month below zero within one month ahead,
// two, and so on) and is_default_alive, for the company as it is.
// Every fifth future is kept, by the net of its year: a hundred then spread as evenly as all. Loans and capital are left
// out: the balance ahead is cash today and operating flows.
import {withBank} from "../../loaders/datasets/bank.js";
import {companyFutures} from "../../loaders/datasets/companyFutures.js";
import {keyedBytes} from "../../loaders/datasets/formats/keyed.js";

await withBank(async (bank) =>
  keyedBytes((await bank.once(companyFutures)).map((row) => [row.user_id, [row]])),
);
