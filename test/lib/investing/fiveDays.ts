import {type Dividend, dividendPayments} from "../../../src/lib/investing/dividends.js";
import {type Trail, trails} from "../../../src/lib/investing/trail.js";
import {casesIn} from "./ledgerTable.js";
import {marketOf} from "./markets.js";

/**
 * Five days of one holding, small enough to work by hand: 10 X bought on the first, 4 sold on the second. X is in
 * dollars; it pays 1 dollar a share, ex on the third day and paid on the fourth.
 */
export const {trades} = casesIn(`# both: five days
buy 10 @ 100.00 usd 0.90 fee 2.00
sell 4 @ 110.00 usd 0.95 fee 3.00
`)[0]!;

export const first = trades[0]!.day;
export const whole = {from: first, to: first + 4};

export const market = marketOf(
  first,
  {
    X: {currency: "USD", closes: [101, 111, 109, 112, 112]},
    VWRL: {closes: [50, 50, 49, 51, 52]},
  },
  {rates: {USD: [0.9, 0.95, 0.95, 0.96, 0.95]}},
);

export const dividend: Dividend = {
  symbol: "X",
  exOn: first + 2,
  paidOn: first + 3,
  amountE4: 10_000,
};

export const [trail] = trails(trades, []) as [Trail];
export const payments = dividendPayments(trail, [dividend], market, first + 4);
