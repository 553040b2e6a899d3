/** The views that the figures read. */

import {categories} from "../../../src/lib/bank/categories.js";
import {countries} from "../../seed/places.js";
import {companyViews} from "./companyViews.js";
import {marketViews} from "./markets.js";

const coicopCase = Object.entries(categories)
  .flatMap(([name, category]) =>
    "coicop" in category ? [`when '${name}' then '${category.coicop}'`] : [],
  )
  .join(" ");
const vatCase = Object.entries(countries)
  .map(([country, {vatBps}]) => `when '${country}' then ${vatBps / 10_000}`)
  .join(" ");

/** Run first, over the tables of a bank and those derived from them; whole lives are those of main customers. */
export const realismViews = `
create temp view person_legs as
  select transactions.*, user_id, tenure, household_size
  from transactions join accounts using (account_id) join individuals using (user_id);
create temp view balanced as
  select person_legs.*, kind,
    opening_balance_eur + sum(amount_eur) over (partition by account_id order by transaction_id) as balance_eur
  from person_legs join accounts using (account_id, user_id);
create temp view main_legs as
  select person_legs.* from person_legs join person_relations using (user_id) where relation = 'main';
create temp view consumption as
  select *, -amount_eur as spent_eur, case category ${coicopCase} end as division
  from main_legs where case category ${coicopCase} end is not null;
create temp view main_months as
  select user_id, month from person_months join person_relations using (user_id) where relation = 'main';
create temp view flows as
  select user_id,
    sum(amount_eur) filter (category in ('salary', 'pension', 'benefit')) as income_eur,
    -sum(amount_eur) filter (
      case category ${coicopCase} end is not null
      or category in ('cash', 'peer', 'household', 'income_tax', 'fee')
      or (category = 'interest' and amount_eur < 0)
    ) as spent_eur,
    -sum(amount_eur) filter (category = 'rent') as rent_eur
  from main_legs group by user_id having income_eur > 0;
create temp view payments as
  select *, -amount_eur as paid_eur from transactions
  where amount_eur < 0 and channel in ('card', 'credit_transfer', 'direct_debit', 'e_money');
${companyViews(vatCase)}
create temp view held_counts as
  select account_id, count(*) as securities from (
    select account_id, trades.symbol as symbol
    from trades left join splits on splits.symbol = trades.symbol and splits.day > executed_at
    group by account_id, trades.symbol
    having sum(case side when 'buy' then 1 else -1 end * quantity::double
      * coalesce(shares_after / shares_before, 1)) > 0.000001
  ) group by account_id;
create temp view security_counts as
  select account_id, count(distinct symbol) as securities, bool_or(kind = 'share') as has_shares
  from trades join instruments using (symbol) group by account_id;
create temp view usual_pay as
  with loyal as (
    select user_id, any_value(payer_id) as payer_id
    from salary_months group by user_id having count(distinct payer_id) = 1
  ), last_year as (
    select user_id, payer_id, pay_eur from salary_months join loyal using (user_id, payer_id)
    qualify row_number() over (partition by user_id order by month desc) <= 12
  )
  select last_year.user_id, occupation, coalesce(counterparties.country, cities.country) as country,
    (select year(min(day)) from calendar) - birth_year as age, count(*) as month_count,
    median(pay_eur)::double as pay_eur, sum(pay_eur)::double as year_eur
  from last_year join individuals using (user_id)
  left join counterparties on counterparty_id = payer_id
  left join users as payers on payers.user_id = payer_id
  left join cities on cities.city = payers.city
  group by all;
${marketViews}`;
