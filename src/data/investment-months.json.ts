// How much do clients hold in brokerage accounts, and did it come from them or from the market?
// Grain: one row per month, the last one up to the last day of the data.
// Size: bounded by months.
// Columns: month (first day), until (last day counted), start_eur, paid_in_eur, taken_out_eur, flow_eur (their
// difference), market_eur (gains, dividends and interest less fees), dividend_eur, fee_eur, cash_eur (at the end),
// end_eur (start + flow + market, to the cent), investor_count (accounts with securities at the end).

import {withBank} from "../../loaders/datasets/bank.js";
import {readBrokerage} from "../../loaders/datasets/brokerage.js";
import {assetMonths} from "../bank/investments/months.js";

await withBank(async (bank) => {
  const {accounts, exchange} = await bank.once(readBrokerage);
  return assetMonths(accounts, exchange);
});
