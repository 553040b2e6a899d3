// What is a client's portfolio worth, and what did it earn?
// Grain: one row per client with a brokerage account, found by user_id. Columns: those of the dots of `investment-clients`,
// but for gap_share; twr_share and xirr_share are null up to a year, and where there is no one answer.
// Size: by key, a person each.
import {withBank} from "../../loaders/datasets/bank.js";
import {readBrokerage} from "../../loaders/datasets/brokerage.js";
import {keyedBytes} from "../../loaders/datasets/formats/keyed.js";
import {clientRows} from "../lib/investing/clients.js";

await withBank(async (bank) => {
  const {accounts, exchange} = await bank.once(readBrokerage);
  return keyedBytes(clientRows(accounts, exchange).map((row) => [row.user_id, [row]]));
});
