// What did clients earn, what did timing do, and how are the assets spread?
// Grain: one object.
// Size: bounded: 450 clients at most.
// Columns: spread, returns, timing and gaps (what is said of all clients), traded_count and timed_count (clients who have
// traded, and those of them with more than a year at work), bands (these by return, for both measures), dots: one row per
// client of these, at most 450, evenly from the most to the least valuable account: user_id, name, value_eur, cash_eur (cash
// is part of the account), trade_count, day_count (days with money at work), twr_share and xirr_share (time-weighted and
// money-weighted return per year), gap_share (the second less the first).
import {withBank} from "../../loaders/datasets/bank.js";
import {readBrokerage} from "../../loaders/datasets/brokerage.js";
import {clientsOfAll} from "../bank/investments/clientsOfAll.js";
import {clientRows} from "../lib/investing/clients.js";

await withBank(async (bank) => {
  const {accounts, exchange} = await bank.once(readBrokerage);
  return clientsOfAll(clientRows(accounts, exchange));
});
