// What do clients hold, and what have they gained with each instrument?
// Grain: one row per instrument that was ever held, the most valuable first.
// Size: bounded by instruments.
// Columns: symbol, name, holder_count (accounts at the end), ever_count (accounts that ever held it), investor_count
// (accounts that hold anything; the same in every row), value_eur, cost_eur (average cost, fees of buying included),
// realized_eur and unrealized_eur (after fees), the part of each that exchange rates made (…_currency_eur),
// dividend_eur, fee_eur (part of cost and of realized gain already), result_eur (realized, unrealized, dividends),
// lead_chance (how often chance alone would set result_eur as far from that of the next instrument, had the clients been
// others; null for the last).

import {withBank} from "../../loaders/datasets/bank.js";
import {readBrokerage} from "../../loaders/datasets/brokerage.js";
import {tickerRows} from "../bank/investments/tickers.js";

await withBank(async (bank) => {
  const {accounts, exchange} = await bank.once(readBrokerage);
  return tickerRows(accounts, exchange);
});
