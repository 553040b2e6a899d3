/**
 * The published figures of a European retail bank, and how to compute the bank's own from its tables. The
 * statement in data/README.md has a row for each; sources and years stand there.
 */

import {countries} from "../../scripts/seed/places.js";
import {categories} from "../../src/lib/categories.js";

export interface Figure {
  readonly name: string;
  readonly published: string;
  readonly unit: "%" | "EUR" | "days" | "";
  readonly decimals: number;
  /** One row with one number. */
  readonly sql: string;
  /** What counts as met. */
  readonly from: number;
  readonly to: number;
}

const coicopCase = Object.entries(categories)
  .flatMap(([name, category]) =>
    "coicop" in category ? [`when '${name}' then '${category.coicop}'`] : [],
  )
  .join(" ");
const vatCase = Object.entries(countries)
  .map(([country, {vatBps}]) => `when '${country}' then ${vatBps / 10_000}`)
  .join(" ");

/** Views that the figures read; run them first. */
export const realismViews = `
create view person_legs as
  select transactions.*, user_id, tenure, household_size
  from transactions join accounts using (account_id) join individuals using (user_id);
create view consumption as
  select *, -amount_eur as spent_eur, case category ${coicopCase} end as division
  from person_legs where case category ${coicopCase} end is not null;
create view person_months as
  select users.user_id, month from users join accounts using (user_id)
  join (select distinct month from calendar) on opened_on < month + interval 1 month
    and coalesce(closed_on, date '9999-01-01') >= month
  where users.kind = 'individual' and accounts.kind = 'checking';
create view flows as
  select user_id,
    sum(amount_eur) filter (category in ('salary', 'pension', 'benefit')) as income_eur,
    -sum(amount_eur) filter (
      case category ${coicopCase} end is not null
      or category in ('cash', 'peer', 'household', 'income_tax', 'fee')
      or (category = 'interest' and amount_eur < 0)
    ) as spent_eur,
    -sum(amount_eur) filter (category = 'rent') as rent_eur
  from person_legs group by user_id having income_eur > 0;
create view payments as
  select *, -amount_eur as paid_eur from transactions
  where amount_eur < 0 and channel in ('card', 'credit_transfer', 'direct_debit', 'e_money');
create view company_legs as
  select transactions.*, user_id, industry, case country ${vatCase} end as vat
  from transactions join accounts using (account_id) join companies using (user_id)
  join users using (user_id) join cities using (city) where accounts.kind = 'checking';
create view company_years as
  select user_id, industry,
    sum(amount_eur / (1 + vat)) filter (category in ('card_sales', 'invoice')) as sales_eur,
    -sum(amount_eur) filter (category in ('payroll', 'social_contributions')) as payroll_eur,
    -sum(amount_eur) filter (amount_eur < 0 and category not in ('saving', 'financing')) as outflow_eur,
    count(*) filter (
      category = 'corporate_tax' and booked_on > (select max(day) from calendar) - interval 12 month
    ) as tax_payments
  from company_legs group by user_id, industry having sales_eur > 0;
create view company_buffers as
  select user_id, industry, avg(balance_eur) / (any_value(outflow_eur) / (select count(*) from calendar)) as days
  from (
    select company_legs.user_id, company_legs.industry, outflow_eur,
      opening_balance_eur + sum(amount_eur) over (partition by account_id order by transaction_id) as balance_eur
    from company_legs join accounts using (account_id) join company_years on company_years.user_id = company_legs.user_id
  ) group by user_id, industry;
create view security_counts as
  select account_id, count(distinct symbol) as securities, bool_or(symbol <> 'VWRL') as has_shares
  from trades group by account_id;
`;

const share = (condition: string, table: string) =>
  `select 100.0 * count(*) filter (${condition}) / count(*) from ${table}`;

const division = (
  name: string,
  title: string,
  published: number,
  from: number,
  to: number,
): Figure => ({
  name: title,
  published: `${published.toFixed(1)} %`,
  unit: "%",
  decimals: 1,
  sql: `select 100 * sum(spent_eur) filter (division = '${name}') / sum(spent_eur) from consumption`,
  from,
  to,
});

const payroll = (
  industry: string,
  title: string,
  published: string,
  from: number,
  to: number,
): Figure => ({
  name: `Payroll share, ${title}`,
  published,
  unit: "%",
  decimals: 0,
  sql: `select 100 * sum(payroll_eur) / sum(sales_eur) from company_years where industry = '${industry}'`,
  from,
  to,
});

const buffer = (
  industry: string,
  title: string,
  published: string,
  from: number,
  to: number,
): Figure => ({
  name: `Cash buffer, median of ${title}`,
  published,
  unit: "days",
  decimals: 0,
  sql: `select median(days) from company_buffers where industry = '${industry}'`,
  from,
  to,
});

/** In the order of the statement. A figure is met when it lies between `from` and `to`. */
export const figures: readonly Figure[] = [
  division("housing", "Housing, water, energy", 23.5, 18, 28),
  division("food", "Food", 13, 10.5, 15.5),
  division("transport", "Transport", 13.1, 10.5, 15.7),
  division("recreation", "Recreation and culture", 8.7, 7, 10.5),
  division("restaurants_hotels", "Restaurants and hotels", 8.7, 7, 10.5),
  division("furnishings", "Furnishings", 5.5, 4.1, 6.9),
  division("clothing", "Clothing", 4.6, 3.4, 5.8),
  division("health", "Health", 4.4, 3.3, 5.5),
  division("alcohol_tobacco", "Alcohol and tobacco", 4, 3, 5),
  division("communications", "Communications", 2.4, 1.8, 3),
  division("education", "Education", 0.9, 0.6, 1.3),
  division("miscellaneous", "Insurance and care", 11.2, 9, 13.4),
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
    name: "Cards, share of non-cash payments",
    published: "57 %",
    unit: "%",
    decimals: 1,
    sql: share("channel = 'card'", "payments"),
    from: 54,
    to: 60,
  },
  {
    name: "Credit transfers, share of non-cash payments",
    published: "22 %",
    unit: "%",
    decimals: 1,
    sql: share("channel = 'credit_transfer'", "payments"),
    from: 20,
    to: 24,
  },
  {
    name: "Direct debits, share of non-cash payments",
    published: "14 %",
    unit: "%",
    decimals: 1,
    sql: share("channel = 'direct_debit'", "payments"),
    from: 12,
    to: 16,
  },
  {
    name: "E-money, share of non-cash payments",
    published: "6 %",
    unit: "%",
    decimals: 1,
    sql: share("channel = 'e_money'", "payments"),
    from: 5,
    to: 8,
  },
  {
    name: "Average card payment",
    published: "39 EUR",
    unit: "EUR",
    decimals: 2,
    sql: "select avg(paid_eur) from payments where channel = 'card'",
    from: 36,
    to: 42,
  },
  {
    name: "Median card payment",
    published: "clearly lower than the average",
    unit: "EUR",
    decimals: 2,
    sql: "select median(paid_eur) from payments where channel = 'card'",
    from: 15,
    to: 30,
  },
  {
    name: "Average direct debit",
    published: "343 EUR",
    unit: "EUR",
    decimals: 0,
    sql: "select avg(paid_eur) from payments where channel = 'direct_debit'",
    from: 290,
    to: 400,
  },
  {
    name: "Average credit transfer",
    published: "6650 EUR",
    unit: "EUR",
    decimals: 0,
    sql: "select avg(paid_eur) from payments where channel = 'credit_transfer'",
    from: 5300,
    to: 8000,
  },
  {
    name: "Non-cash payments per person and month",
    published: "36",
    unit: "",
    decimals: 1,
    sql: `select count(*) / (select count(*) from person_months)
      from payments join accounts using (account_id) join individuals using (user_id)`,
    from: 30,
    to: 42,
  },
  {
    name: "Card payments per person and month",
    published: "20",
    unit: "",
    decimals: 1,
    sql: `select count(*) / (select count(*) from person_months) from payments where channel = 'card'`,
    from: 17,
    to: 23,
  },
  {
    name: "Card payments on Friday and Saturday, against other days",
    published: "the peak of the week",
    unit: "",
    decimals: 2,
    sql: `select (count(*) filter (weekday in (5, 6)) / 2) / (count(*) filter (weekday not in (5, 6)) / 5)
      from payments join calendar on booked_on = day
      where channel = 'card' and category <> 'subscriptions'`,
    from: 1.15,
    to: 1.7,
  },
  {
    name: "Card payments in the week before Christmas, against an ordinary week",
    published: "the peak of the year",
    unit: "",
    decimals: 2,
    sql: `with weeks as (
        select (day_of_week_end) as ends, count(*) as payments from (
          select booked_on, booked_on + interval ((2 - isodow(booked_on) + 7) % 7) day as day_of_week_end
          from payments where channel = 'card' and category <> 'subscriptions')
        group by all)
      select max(payments) filter (ends between '2025-12-22' and '2025-12-25') / median(payments) from weeks`,
    from: 1.3,
    to: 2.5,
  },
  {
    name: "Card spending in the five days from payday, against other days",
    published: "higher",
    unit: "",
    decimals: 2,
    sql: `with paid as (
        select user_id, booked_on as paid_on from person_legs where category in ('salary', 'pension')),
      spent as (
        select payments.*, accounts.user_id from payments join accounts using (account_id)
        where channel = 'card' and category <> 'subscriptions'),
      dated as (
        select spent.paid_eur, datediff('day', paid_on, booked_on) as since
        from spent asof join paid on spent.user_id = paid.user_id and spent.booked_on >= paid.paid_on)
      select (sum(paid_eur) filter (since < 5) / 5) / (sum(paid_eur) filter (since between 5 and 27) / 23) from dated`,
    from: 1.1,
    to: 1.6,
  },
  {
    name: "Transfers and debits booked on other than business days",
    published: "none",
    unit: "",
    decimals: 0,
    sql: `select count(*) from transactions join calendar on booked_on = day
      where channel in ('credit_transfer', 'direct_debit') and not is_business_day`,
    from: 0,
    to: 0,
  },
  payroll("it_services", "IT services", "46 %", 41, 51),
  payroll("engineering", "engineering", "36 %", 31, 41),
  payroll("professional_services", "professional services", "40 to 50 %", 38, 51),
  payroll("health_care", "health care", "37 %", 32, 42),
  payroll("hospitality", "restaurants", "30 to 35 %", 30, 35),
  payroll("media", "media", "19 to 44 %", 19, 44),
  payroll("logistics", "logistics", "no figure", 20, 40),
  payroll("food_production", "food production", "no figure", 12, 30),
  payroll("construction", "construction", "below 25 %", 15, 25),
  payroll("real_estate", "property", "15 %", 12, 18),
  payroll("retail", "retail", "10 to 20 %", 10, 20),
  payroll("wholesale", "wholesale", "11 %", 9, 14),
  {
    name: "Companies that paid no corporate tax in the last year",
    published: "about half",
    unit: "%",
    decimals: 0,
    sql: share("tax_payments = 0", "company_years"),
    from: 35,
    to: 60,
  },
  {
    name: "Cash buffer, median company",
    published: "27 days",
    unit: "days",
    decimals: 0,
    sql: "select median(days) from company_buffers",
    from: 20,
    to: 34,
  },
  {
    name: "Cash buffer, lower quarter",
    published: "13 days",
    unit: "days",
    decimals: 0,
    sql: "select quantile_cont(days, 0.25) from company_buffers",
    from: 8,
    to: 18,
  },
  {
    name: "Cash buffer, upper quarter",
    published: "62 days",
    unit: "days",
    decimals: 0,
    sql: "select quantile_cont(days, 0.75) from company_buffers",
    from: 46,
    to: 78,
  },
  buffer("hospitality", "restaurants", "16 days", 8, 24),
  buffer("real_estate", "real estate", "47 days", 24, 70),
  {
    name: "Longest payment term",
    published: "60 days",
    unit: "days",
    decimals: 0,
    sql: "select max(datediff('day', issued_on, due_on)) from invoices",
    from: 1,
    to: 60,
  },
  {
    name: "Invoices paid after they were due",
    published: "often",
    unit: "%",
    decimals: 0,
    sql: `select 100.0 * count(*) filter (booked_on > due_on + interval 4 day) / count(*)
      from invoices join transactions using (transaction_id)`,
    from: 20,
    to: 60,
  },
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
    name: "Distance of first digits from Benford's law",
    published: "below 0.012",
    unit: "",
    decimals: 4,
    sql: `with digits as (
        select left(ltrim(abs(amount_eur)::varchar, '0.'), 1)::integer as digit from transactions
        where category in ('groceries', 'restaurants', 'transport', 'clothing', 'recreation', 'health',
          'furnishings', 'travel', 'utilities', 'vendor', 'invoice', 'card_sales', 'marketing', 'equipment')),
      shares as (select digit, count(*) / sum(count(*)) over () as share from digits group by digit)
      select avg(abs(share - log10(1 + 1 / digit))) from shares`,
    from: 0,
    to: 0.012,
  },
  {
    name: "Clothes priced at .99, .95, .90, .50, .49 or .00",
    published: "prices end as prices do",
    unit: "%",
    decimals: 0,
    sql: `select 100.0 * count(*) filter ((-amount_eur * 100)::integer % 100 in (99, 95, 90, 50, 49, 0)) / count(*)
      from transactions where category = 'clothing'`,
    from: 95,
    to: 100,
  },
  {
    name: "Groceries that end in .00",
    published: "free cents at supermarkets",
    unit: "%",
    decimals: 1,
    sql: `select 100.0 * count(*) filter ((-amount_eur * 100)::integer % 100 = 0) / count(*)
      from transactions where category = 'groceries'`,
    from: 0.5,
    to: 2,
  },
];
