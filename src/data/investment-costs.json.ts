// Did holders pay less than what their shares are worth?
// Grain: one row per instrument and week, on its last trading day.
// Size: bounded by instruments and weeks.
// Columns: symbol, name, day, price_eur (close), average_cost_eur (of all shares held then, fees of buying included; null
// where nobody holds any), holder_count. Prices and costs are per share of today: before a split, they are divided
// by what one share has become since.

import {withBank} from "../../loaders/datasets/bank.js";
import {readBrokerage} from "../../loaders/datasets/brokerage.js";
import {costRows} from "../bank/investments/costs.js";

await withBank(async (bank) => {
  const {accounts, exchange} = await bank.once(readBrokerage);
  return costRows(accounts, exchange);
});
