/** Who invests, and in how many securities. */
import type {Figure} from "./figure.js";

export const investors: readonly Figure[] = [
  {
    name: "Customers with a brokerage account",
    published: "a minority",
    unit: "%",
    decimals: 1,
    sql: `select 100.0 * count(distinct user_id) / (select count(*) from individuals)
      from accounts where kind = 'brokerage'`,
    from: 12,
    to: 30,
  },
  {
    name: "Securities traded by an investor in shares, average",
    published: "3 to 4",
    unit: "",
    decimals: 1,
    sql: "select avg(securities) from security_counts where has_shares",
    from: 2.5,
    to: 4,
  },
  {
    name: "Investors in shares with at most two securities",
    published: "half",
    unit: "%",
    decimals: 0,
    sql: `select 100.0 * count(*) filter (securities <= 2) / count(*) from security_counts where has_shares`,
    from: 35,
    to: 60,
  },
  {
    name: "Securities held by an investor, median",
    published: "2 to 5",
    unit: "",
    decimals: 0,
    sql: "select median(securities) from held_counts",
    from: 2,
    to: 5,
    isCore: true,
  },
  {
    name: "Investors who hold more than fifteen securities",
    published: "a tail",
    unit: "%",
    decimals: 1,
    sql: "select 100.0 * count(*) filter (securities > 15) / count(*) from held_counts",
    from: 0.2,
    to: 4,
  },
  {
    name: "Purchases of single shares that trade in the euro area, by value",
    published: "most",
    unit: "%",
    decimals: 0,
    sql: `select 100 * sum(gross_eur) filter (currency = 'EUR') / sum(gross_eur)
      from trades join instruments using (symbol) where side = 'buy' and kind = 'share'`,
    from: 60,
    to: 90,
  },
  {
    name: "Funds that at least a tenth of savings plans buy",
    published: "several",
    unit: "",
    decimals: 0,
    sql: `select count(*) from (
      select symbol from trades
      where side = 'buy' and fee_eur = 0
      group by symbol
      having count(distinct account_id)
        >= 0.1 * (select count(distinct account_id) from trades where side = 'buy' and fee_eur = 0)
    )`,
    from: 2,
    to: 5,
  },
  {
    name: "Transfers to invest that leave checking overdrawn",
    published: "needless",
    unit: "%",
    decimals: 1,
    sql: `select 100.0 * count(*) filter (balance_eur < 0) / count(*) from (
      select category, amount_eur,
        opening_balance_eur + sum(amount_eur) over (partition by account_id order by transaction_id) as balance_eur
      from transactions join accounts using (account_id) where kind = 'checking'
    ) where category = 'brokerage_funding' and amount_eur < 0`,
    from: 0,
    to: 1,
    isCore: true,
  },
];
