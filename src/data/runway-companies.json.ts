// How long does the cash of each company last: at the pace of its last months, and by the forecast?
// Grain: one row per company with an open account in the last complete month.
// Columns: those of company-paces, and of those with at least three complete months, null for others: dry_share (of the
// simulated futures, those that end one of the next twelve months below zero), future_count, zero_month (first day of the
// month by which half of them have; null if not within the twelve), is_default_alive, end_balance_eur (the median balance
// after twelve months).
import {withBank} from "../../loaders/datasets/bank.js";
import {companyFutures} from "../../loaders/datasets/companyFutures.js";
import {unpacked} from "../lib/companies/futures.js";
import {outlookRow} from "../lib/companies/outlooks.js";
import type {RunwayPace} from "../lib/companies/runways.js";

await withBank(async (bank) => {
  const futures = new Map(
    (await bank.once(companyFutures)).map((row) => [row.user_id, unpacked(row)]),
  );
  return (await bank.dataset<RunwayPace>("company-paces.keyed")).map((pace) => ({
    ...pace,
    ...outlookRow(pace.closing_balance_eur, futures.get(pace.user_id)),
  }));
});
