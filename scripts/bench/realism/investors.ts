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
];
