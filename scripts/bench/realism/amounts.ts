/** The digits of amounts. */
import type {Figure} from "./figure.js";

export const amounts: readonly Figure[] = [
  {
    name: "Distance of first digits from Benford's law",
    isCore: true,
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
      from transactions where category = 'clothing' and amount_eur < 0`,
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
