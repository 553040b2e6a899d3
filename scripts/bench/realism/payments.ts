/** How people and firms pay, how much and when. */
import {type Figure, share} from "./figure.js";

export const payments: readonly Figure[] = [
  {
    name: "Cards, share of non-cash payments",
    isCore: true,
    published: "57 %",
    unit: "%",
    decimals: 1,
    sql: share("channel = 'card'", "payments"),
    from: 54,
    to: 60,
  },
  {
    name: "Credit transfers, share of non-cash payments",
    isCore: true,
    published: "22 %",
    unit: "%",
    decimals: 1,
    sql: share("channel = 'credit_transfer'", "payments"),
    from: 20,
    to: 24,
  },
  {
    name: "Direct debits, share of non-cash payments",
    isCore: true,
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
    isCore: true,
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
    reason:
      "The published mean holds the debits of large firms; the companies here have fewer than a hundred people",
  },
  {
    name: "Average credit transfer",
    published: "6650 EUR",
    unit: "EUR",
    decimals: 0,
    sql: "select avg(paid_eur) from payments where channel = 'credit_transfer'",
    from: 5300,
    to: 8000,
    reason: "As for direct debits: no large firms, no public bodies, no financial firms",
  },
  {
    name: "Non-cash payments per main customer and month",
    isCore: true,
    published: "36 per inhabitant",
    unit: "",
    decimals: 1,
    sql: `select count(*) / (select count(*) from main_months)
      from payments join accounts using (account_id) join person_relations using (user_id) where relation = 'main'`,
    from: 24,
    to: 42,
  },
  {
    name: "Card payments per main customer and month",
    isCore: true,
    published: "20 per inhabitant",
    unit: "",
    decimals: 1,
    sql: `select count(*) / (select count(*) from main_months)
      from payments join accounts using (account_id) join person_relations using (user_id)
      where relation = 'main' and channel = 'card'`,
    from: 15,
    to: 23,
  },
  {
    name: "Card payments on Friday and Saturday, against other days",
    isCore: true,
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
    isCore: true,
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
    isCore: true,
    published: "none",
    unit: "",
    decimals: 0,
    sql: `select count(*) from transactions join calendar on booked_on = day
      where channel in ('credit_transfer', 'direct_debit') and not is_business_day`,
    from: 0,
    to: 0,
  },
  {
    name: "Card refunds, against card payments in number",
    published: "no figure; 1 to 2 %",
    unit: "%",
    decimals: 1,
    sql: `select 100 * count(*) filter (amount_eur > 0) / count(*) filter (amount_eur < 0)
      from transactions where channel = 'card'`,
    from: 1,
    to: 2,
    isCore: true,
  },
  {
    name: "Card refunds of an earlier payment to the same shop, whole or in part",
    published: "what a refund is",
    unit: "%",
    decimals: 0,
    sql: `select 100 * avg((exists (
        select 1 from transactions paid where paid.account_id = refund.account_id
          and paid.counterparty_id = refund.counterparty_id and paid.transaction_id < refund.transaction_id
          and -paid.amount_eur >= refund.amount_eur))::integer)
      from transactions refund where channel = 'card' and amount_eur > 0`,
    from: 100,
    to: 100,
    isCore: true,
  },
  {
    name: "Card payments that look like one of the same day",
    published: "no figure; two coffees, two tickets",
    unit: "%",
    decimals: 2,
    sql: `with alike as (
        select count(*) as payments from transactions where channel = 'card' and amount_eur < 0
        group by account_id, counterparty_id, booked_on, amount_eur)
      select 100 * sum(payments - 1) / sum(payments) from alike`,
    from: 0.1,
    to: 0.5,
    isCore: true,
  },
  {
    name: "Cash withdrawals in tens",
    published: "notes",
    unit: "%",
    decimals: 0,
    sql: `select 100.0 * count(*) filter (amount_eur % 10 = 0) / count(*) from transactions where channel = 'cash'`,
    from: 100,
    to: 100,
    isCore: true,
  },
  {
    name: "Cash withdrawals of 20, 50, 100, 150 or 200 EUR",
    published: "what a machine offers",
    unit: "%",
    decimals: 0,
    sql: `select 100.0 * count(*) filter (-amount_eur in (20, 50, 100, 150, 200)) / count(*)
      from transactions where channel = 'cash'`,
    from: 60,
    to: 95,
    isCore: true,
  },
];
