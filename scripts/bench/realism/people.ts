/** Homes, rent and saving. */
import {type Figure, share} from "./figure.js";

export const people: readonly Figure[] = [
  {
    name: "Main customers, share of people",
    published: "no figure; the bank's own plan",
    unit: "%",
    decimals: 1,
    sql: share("relation = 'main'", "person_relations"),
    from: 35,
    to: 45,
    isCore: true,
  },
  {
    name: "Main customers with 20 to 50 non-cash payments a month",
    published: "about 36 per inhabitant, with a wide spread",
    unit: "%",
    decimals: 0,
    sql: `select 100.0 * avg((payments_per_month between 20 and 50)::integer)
      from person_relations where relation = 'main'`,
    from: 90,
    to: 100,
    isCore: true,
  },
  {
    name: "Owners without a mortgage",
    published: "44.2 %",
    unit: "%",
    decimals: 1,
    sql: share("tenure = 'owner'", "individuals"),
    from: 41,
    to: 47,
  },
  {
    name: "Owners with a mortgage",
    published: "24.3 %",
    unit: "%",
    decimals: 1,
    sql: share("tenure = 'mortgage'", "individuals"),
    from: 21.5,
    to: 27,
  },
  {
    name: "Tenants",
    published: "31.6 %",
    unit: "%",
    decimals: 1,
    sql: share("tenure = 'tenant'", "individuals"),
    from: 28.5,
    to: 34.5,
  },
  {
    name: "Rent, share of a tenant's income",
    isCore: true,
    published: "25 to 31 %",
    unit: "%",
    decimals: 1,
    sql: "select 100 * sum(rent_eur) / sum(income_eur) from flows where rent_eur > 0",
    from: 25,
    to: 31,
  },
  {
    name: "Rent, share of income in the lowest fifth of tenants",
    published: "about 40 %",
    unit: "%",
    decimals: 1,
    sql: `select 100 * sum(rent_eur) / sum(income_eur) from (
        select *, ntile(5) over (order by income_eur, user_id) as fifth from flows where rent_eur > 0)
      where fifth = 1`,
    from: 32,
    to: 48,
  },
  {
    name: "People whose rent takes more than 40 % of income",
    published: "8.2 %",
    unit: "%",
    decimals: 1,
    sql: share("rent_eur > 0.4 * income_eur", "flows"),
    from: 4,
    to: 12,
  },
  {
    name: "Saving rate",
    isCore: true,
    published: "15.1 to 15.6 %",
    unit: "%",
    decimals: 1,
    sql: "select 100 * (1 - sum(spent_eur) / sum(income_eur)) from flows",
    from: 12,
    to: 19,
  },
  {
    name: "People who spend more than their income",
    published: "some",
    unit: "%",
    decimals: 0,
    sql: share("spent_eur > income_eur", "flows"),
    from: 3,
    to: 30,
  },
  {
    name: "Salary moved to savings, on average",
    isCore: true,
    published: "8 to 18 %",
    unit: "%",
    decimals: 1,
    sql: `with moved as (
        select user_id, strftime(booked_on, '%Y-%m') as month, sum(amount_eur) as cents
        from person_legs join accounts using (account_id, user_id)
        where category = 'saving' and kind = 'savings' and amount_eur > 0 and transfer_id is not null
        group by all),
      paid as (
        select user_id, strftime(booked_on, '%Y-%m') as month, sum(amount_eur) as salary
        from person_legs where category = 'salary' group by all)
      select 100 * sum(cents) / sum(salary) from moved join paid using (user_id, month)`,
    from: 8,
    to: 18,
  },
];
