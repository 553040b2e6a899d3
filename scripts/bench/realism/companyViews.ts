/** The views that the figures of companies read, over the same tables as the pages. `vatCase` gives a country's VAT. */
export const companyViews = (vatCase: string): string => `
create temp view company_legs as
  select transactions.*, user_id, industry, case country ${vatCase} end as vat
  from transactions join accounts using (account_id) join companies using (user_id)
  join users using (user_id) join cities using (city) where accounts.kind = 'checking';
create temp view company_years as
  select user_id, industry,
    sum(amount_eur / (1 + vat)) filter (category in ('card_sales', 'invoice')) as sales_eur,
    -sum(amount_eur) filter (amount_eur < 0 and category not in ('saving', 'financing')) as outflow_eur,
    count(*) filter (
      category = 'corporate_tax' and booked_on > (select max(day) from calendar) - interval 12 month
    ) as tax_payments
  from company_legs group by user_id, industry having sales_eur > 0;
create temp view company_buffers as
  select user_id, industry, avg(balance_eur) / (any_value(outflow_eur) / any_value(day_count)) as days
  from (
    select company_legs.user_id, company_legs.industry, outflow_eur,
      datediff('day', greatest(opened_on, (select min(day) from calendar)), (select max(day) from calendar)) + 1 as day_count,
      opening_balance_eur + sum(amount_eur) over (partition by account_id order by transaction_id) as balance_eur
    from company_legs join accounts using (account_id) join company_years on company_years.user_id = company_legs.user_id
  ) group by user_id, industry;
create temp view last_year as
  select month from months where is_complete order by month desc limit 12;
create temp view taxes_on_profit as
  select user_id, vat, -coalesce(sum(amount_eur) filter (
    category = 'corporate_tax' and date_trunc('month', booked_on) in (from last_year)
  ), 0) as corporate_tax_eur
  from company_legs group by user_id, vat;
create temp view company_results as
  select company_months.user_id, industry,
    (sum(operating_inflow_eur - operating_outflow_eur) + any_value(corporate_tax_eur))
      / (sum(revenue_eur) / (1 + any_value(vat))) as margin,
    1 - sum(operating_inflow_eur) / sum(operating_outflow_eur) as burned
  from company_months join companies using (user_id) join taxes_on_profit using (user_id)
  where month in (from last_year)
  group by company_months.user_id, industry
  having sum(revenue_eur) > 0 and count(*) = (select count(*) from last_year);
create temp view industry_margins as
  select industry, median(margin) as margin from company_results group by industry;
create temp view company_shares as
  select user_id, month, revenue_eur / sum(revenue_eur) over (partition by industry, month) as share,
    row_number() over (partition by user_id order by month) as place
  from company_months join companies using (user_id)
  where user_id in (select user_id from company_months group by user_id having count(*) = (select count(*) from months));
create temp view lost_sales as
  select user_id from (
    select user_id, place, avg(share) over (partition by user_id order by place rows between 2 preceding and current row) as later,
      avg(share) filter (place <= 5) over (partition by user_id) as before
    from company_shares
  ) where place > 7 group by user_id having min(later / before) < 0.75;
create temp view last_invoices as
  select company_id, coalesce(counterparty_id, customer_id) as customer, max(issued_on) as last_on, sum(amount_eur) as billed_eur
  from invoices where credited_id is null group by company_id, coalesce(counterparty_id, customer_id);
create temp view lost_customers as
  select last_invoices.company_id as user_id from last_invoices
  join invoices on invoices.company_id = last_invoices.company_id and issued_on <= last_on
  where last_on < (select max(day) from calendar) - interval 4 month
  group by last_invoices.company_id, customer having any_value(billed_eur) > 0.2 * sum(amount_eur) and count(*) >= 10;
create temp view hirers as
  select user_id from company_months where month in (from last_year) group by user_id
  having sum(employee_count) filter (month >= (select max(month) - interval 2 month from last_year))
    > 1.15 * sum(employee_count) filter (month <= (select min(month) + interval 2 month from last_year));
create temp view burners as
  select user_id, founded_on > (select max(day) from calendar) - interval 4 year
      and user_id in (select user_id from company_months group by user_id having sum(financing_eur) > 0) as is_young,
    user_id in (from lost_sales) or user_id in (from lost_customers) as has_lost, user_id in (from hirers) as has_hired
  from company_results join companies using (user_id) where burned > 0.05;
create temp view ends as
  select user_id, sum(closing_balance_eur) as balance_eur
  from account_months join accounts using (account_id) join companies using (user_id)
  where kind = 'checking' and month = (select max(month) from months) group by user_id;
`;
