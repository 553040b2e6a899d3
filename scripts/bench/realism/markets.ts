/** How prices move and pay, and when they are traded. */

import {exchanges, isExchangeDay} from "../../../src/lib/bank/exchanges.js";
import {formatDay, parseDay} from "../../../src/lib/day.js";
import type {Figure} from "./figure.js";

/** Years of which the days of exchanges are at hand. */
const years = {from: 2015, to: 2040};

/** Weekdays on which an exchange is closed, as rows of SQL. */
const closings = exchanges
  .flatMap((exchange) => {
    const rows: string[] = [];
    for (let day = parseDay(`${years.from}-01-01`); day <= parseDay(`${years.to}-12-31`); day++) {
      if (!isExchangeDay(exchange, day)) rows.push(`('${exchange}', date '${formatDay(day)}')`);
    }
    return rows;
  })
  .join(", ");

/** The first Sunday from a day of the year of `executed_at` on. */
const sundayFrom = (month: number, day: number) => {
  const from = `make_date(year(executed_at), ${month}, ${day})`;
  return `(${from} + (7 - isodow(${from}))::integer)`;
};
const isSummer = (from: string, until: string) =>
  `(executed_at::date >= ${from} and executed_at::date < ${until})`;
const isUsSummer = isSummer(sundayFrom(3, 8), sundayFrom(11, 1));
const isEuSummer = isSummer(sundayFrom(3, 25), sundayFrom(10, 25));

/**
 * Returns from one close to the next, with splits taken out, and hours of trades. The hours are written here a second
 * time, by the rules of daylight saving alone; half days end earlier and are held by the generator's tests.
 */
export const marketViews = `
create temp table closings as select * from (values ${closings}) as t(exchange, day);
create temp view daily_returns as
  select symbol, kind, day, change from (
    select symbol, kind, prices.day as day,
      close * coalesce(shares_after / shares_before, 1)
        / lag(close) over (partition by symbol order by prices.day) - 1 as change
    from prices join instruments using (symbol)
    left join splits on splits.symbol = prices.symbol and splits.day = prices.day
  ) where change is not null;
create temp view price_habits as
  select symbol, any_value(kind) as kind, kurtosis_pop(change) as kurtosis,
    corr(abs(change), abs(before)) as clustering
  from (select *, lag(change) over (partition by symbol order by day) as before from daily_returns)
  group by symbol;
create temp view trade_hours as
  select hour(executed_at) * 60 + minute(executed_at) as minutes,
    case when exchange in ('XNAS', 'XNYS') then case when ${isUsSummer} then 810 else 870 end
      else case when ${isEuSummer} then 420 else 480 end end as opens,
    case when exchange in ('XNAS', 'XNYS') then case when ${isUsSummer} then 1200 else 1260 end
      else case when ${isEuSummer} then 930 else 990 end end as closes
  from trades join instruments using (symbol);
`;

/** Levels of the spring of 2025, in the currency of each. */
const levels = {AAPL: 205, ASML: 600, MSFT: 430, NVDA: 115, TSLA: 280, VWRL: 118};
const levelCase = Object.entries(levels)
  .map(([symbol, level]) => `when '${symbol}' then ${level}`)
  .join(" ");

const none = {published: "none", unit: "", decimals: 0, from: 0, to: 0} as const;

export const markets: readonly Figure[] = [
  {
    name: "Excess kurtosis of daily returns, median share",
    published: "above 2",
    unit: "",
    decimals: 1,
    sql: "select median(kurtosis) from price_habits where kind = 'share'",
    from: 2,
    to: 12,
    isCore: true,
  },
  {
    name: "Excess kurtosis of daily returns, all shares by their own deviation",
    published: "above 2",
    unit: "",
    decimals: 1,
    sql: `select kurtosis_pop(change / deviation) from daily_returns
      join (select symbol, stddev(change) as deviation from daily_returns group by symbol) using (symbol)
      where kind = 'share'`,
    from: 2,
    to: 15,
    isCore: true,
  },
  {
    name: "Autocorrelation of absolute daily returns, median share",
    published: "0.1 to 0.3",
    unit: "",
    decimals: 2,
    sql: "select median(clustering) from price_habits where kind = 'share'",
    from: 0.05,
    to: 0.35,
  },
  {
    ...none,
    name: "Closes and trades on days when the exchange is closed",
    sql: `select (
        select count(*) from prices join instruments using (symbol)
        join closings on closings.exchange = instruments.exchange and closings.day = prices.day::date
      ) + (
        select count(*) from trades join instruments using (symbol)
        join closings on closings.exchange = instruments.exchange and closings.day = executed_at::date
      )`,
    isCore: true,
  },
  {
    ...none,
    name: "Trades outside of the hours of the exchange",
    sql: "select count(*) from trade_hours where minutes < opens or minutes >= closes",
    isCore: true,
  },
  {
    ...none,
    name: "Dividends below the one before",
    sql: `select count(*) from (
      select amount < lag(amount) over (partition by symbol order by ex_on) as is_cut from dividends
    ) where is_cut`,
    isCore: true,
  },
  {
    name: "First closes of six securities against the spring of 2025, largest distance",
    published: "0 %",
    unit: "%",
    decimals: 1,
    sql: `select 100 * max(abs(close / level - 1)) from (
      select symbol, arg_min(close, day) as close, any_value(case symbol ${levelCase} end) as level
      from prices group by symbol
    )`,
    from: 0,
    to: 10,
  },
];
