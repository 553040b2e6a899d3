// What did each client earn, and how are the assets spread?
// Grain: one row per brokerage account, the most valuable first; cash is part of the account.
// Columns: user_id, name, value_eur, cash_eur, trade_count, day_count (days with money at work), twr_share and
// xirr_share (time-weighted and money-weighted return per year; null up to a year, and where there is no one answer).

import {withBank} from "../../loaders/datasets/bank.js";
import {readBrokerage} from "../../loaders/datasets/brokerage.js";
import {clientRows} from "../lib/investing/clients.js";

await withBank(async (bank) => {
  const {accounts, exchange} = await bank.once(readBrokerage);
  return clientRows(accounts, exchange);
});
