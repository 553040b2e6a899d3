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
    name: "Saving rate, a quarter of main customers above and a quarter below, apart",
    published: "not one value for all",
    unit: "%",
    decimals: 1,
    sql: `select 100 * (quantile_cont(rate, 0.75) - quantile_cont(rate, 0.25))
      from (select 1 - spent_eur / income_eur as rate from flows)`,
    from: 8,
    to: 35,
    isCore: true,
  },
  {
    name: "Income of main customers sent to a household account elsewhere",
    published: "none: a whole life is paid from here",
    unit: "%",
    decimals: 1,
    sql: `select 100 * coalesce(sum(abs(amount_eur)) filter (category = 'household'), 0)
      / sum(amount_eur) filter (category in ('salary', 'pension', 'benefit')) from main_legs`,
    from: 0,
    to: 0.5,
    isCore: true,
  },
  {
    name: "Withdrawals from savings, against deposits in number",
    published: "no figure; a fund is drawn on, a sink is not",
    unit: "%",
    decimals: 0,
    sql: `select 100 * count(*) filter (amount_eur < 0) / count(*) filter (amount_eur > 0)
      from person_legs join accounts using (account_id, user_id)
      where category = 'saving' and kind = 'savings' and transfer_id is not null`,
    from: 10,
    to: 35,
    isCore: true,
  },
  {
    name: "Transfers to savings that leave an account below zero",
    published: "no figure; nobody saves on credit",
    unit: "",
    decimals: 0,
    sql: `select count(*) from balanced
      where category = 'saving' and transfer_id is not null and amount_eur < 0 and kind = 'checking' and balance_eur < 0`,
    from: 0,
    to: 0,
    isCore: true,
  },
  {
    name: "People overdrawn by over 500 EUR at a month's end with over 5,000 EUR in savings",
    published: "no figure; savings come first",
    unit: "%",
    decimals: 2,
    sql: `with held as (
        select user_id, month, kind, closing_balance_eur
        from account_months join accounts using (account_id) join individuals using (user_id)),
      torn as (
        select user_id from held group by user_id, month
        having min(closing_balance_eur) filter (kind = 'checking') < -500
          and max(closing_balance_eur) filter (kind = 'savings') > 5000)
      select 100 * count(distinct user_id) / (select count(*) from individuals) from torn`,
    from: 0,
    to: 0.5,
    isCore: true,
  },
  {
    name: "Main customers who use an overdraft at some time",
    published: "no figure; some",
    unit: "%",
    decimals: 0,
    sql: `select 100 * count(distinct user_id) filter (balance_eur < 0) / count(distinct user_id)
      from balanced join person_relations using (user_id) where relation = 'main' and kind = 'checking'`,
    from: 10,
    to: 25,
    isCore: true,
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
  {
    name: "Rent and rent level of the city, correlation of logarithms, least of all household sizes",
    published: "no figure",
    unit: "",
    decimals: 2,
    sql: `with rents as (
        select user_id, household_size, rent_index, median(-amount_eur)::double as rent_eur
        from person_legs join users using (user_id) join cities using (city)
        where category = 'rent' group by all)
      select min(correlation) from (
        select corr(ln(rent_eur), ln(rent_index)) as correlation from rents
        group by household_size having count(*) >= 30)`,
    from: 0.8,
    to: 1,
    isCore: true,
  },
  {
    name: "Goals that ask for more or less than such a thing costs",
    published: "none",
    unit: "",
    decimals: 0,
    sql: `select count(*) from savings_goals join (values
        ('Bicycle', 400, 4000), ('Car', 4000, 25000), ('Holiday', 800, 6000),
        ('Home of our own', 15000, 80000)) as ranges(name, least_eur, most_eur) using (name)
      where target_eur not between least_eur and most_eur`,
    from: 0,
    to: 0,
    isCore: true,
  },
  {
    name: "Emergency funds, months of spending asked for, median",
    published: "3 to 6",
    unit: "",
    decimals: 1,
    sql: `select median(target_eur / spent_eur) from savings_goals
      join (
        select user_id, avg(fixed_eur + discretionary_eur) as spent_eur from person_months group by user_id
      ) using (user_id)
      join person_relations using (user_id)
      where name = 'Emergency fund' and relation = 'main'`,
    from: 3,
    to: 6,
    isCore: true,
  },
  {
    name: "Goals due before their owner joined",
    published: "none",
    unit: "",
    decimals: 0,
    sql: "select count(*) from savings_goals join users using (user_id) where due_on < joined_on",
    from: 0,
    to: 0,
    isCore: true,
  },
  {
    name: "Overdraft limits of people below 18",
    published: "none",
    unit: "",
    decimals: 0,
    sql: `select count(*) from accounts join individuals using (user_id)
      where overdraft_limit_eur > 0
        and make_date(birth_year + 18, 12, 31) > (select min(day) from calendar)`,
    from: 0,
    to: 0,
    isCore: true,
  },
  {
    name: "People who left on one day, at most",
    published: "few",
    unit: "",
    decimals: 0,
    sql: `select coalesce(max(people), 0) from (
      select count(distinct user_id) as people from accounts join individuals using (user_id)
      where closed_on is not null group by closed_on)`,
    from: 0,
    to: 4,
  },
];
