// How long does the cash of companies last: at the pace of their last months, and by the forecast?
// Grain: one row per pace: that of the last 3, 6 and 12 complete months.
// Size: bounded: 20 companies at most are named at each pace.
// Columns: trailing (months), month_count (of them, those in the data), opening, alive and finding (what is said of all
// companies), bands (companies by how long their cash lasts), burning_count and burn_eur (companies with a net burn, and what
// they burn together in a month), endangered_count (those with cash that hardly lasts a year) and endangered: of them, those
// with the shortest runways. Their columns: those of company-paces at this pace, band and zero_month (first day of the month
// in which cash ends at it), and dry_share (of the simulated futures, those that end one of the next twelve months below
// zero), future_count, is_default_alive, end_balance_eur (the median balance after twelve months), which are null for
// companies with less than three complete months.
import {withBank} from "../../loaders/datasets/bank.js";
import {companyFutures} from "../../loaders/datasets/companyFutures.js";
import {unpacked} from "../lib/companies/futures.js";
import {outlookRow} from "../lib/companies/outlooks.js";
import {pacesOfAll} from "../lib/companies/pacesOfAll.js";
import type {RunwayPace} from "../lib/companies/runways.js";

await withBank(async (bank) => {
  const futures = new Map(
    (await bank.once(companyFutures)).map((row) => [row.user_id, unpacked(row)]),
  );
  const paces = await bank.dataset<RunwayPace>("company-paces.keyed");
  return pacesOfAll(
    paces.map((pace) => ({
      ...pace,
      ...outlookRow(pace.closing_balance_eur, futures.get(pace.user_id)),
    })),
  );
});
