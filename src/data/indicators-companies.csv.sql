-- How do the companies of the bank fare, month after month?
-- Grain: one row per complete month and indicator; an indicator without any company concerned is absent.
-- Columns: month (first day), indicator (src/lib/indicators.ts), value (euro, people, or a share from 0 to 1),
-- customer_count (companies whom the value speaks of).
-- Burning means that more went out than came in over the month and the two before, financing left out. An invoice
-- is late when it was unpaid at the end of a month and due before it.
with company_months as (
  select
    company_months.*,
    sum(operating_inflow_eur - operating_outflow_eur) over (
      partition by user_id order by company_months.month rows 2 preceding
    ) as quarter_net_eur
  from bank.company_months
  join bank.months on months.month = company_months.month and months.is_complete
), revenue as (
  select month, 'revenue' as indicator, sum(revenue_eur) as value, count(*) as customer_count
  from company_months group by month
), payroll as (
  select month, 'payroll-share', bank.payroll_share(payroll_eur, revenue_eur), count(*)
  from company_months group by month having sum(revenue_eur) > 0
), headcount as (
  select month, 'headcount', sum(employee_count), sum(cast(employee_count > 0 as integer))
  from company_months group by month
), burning as (
  select month, 'burning-share', avg(cast(quarter_net_eur < 0 as integer)), count(*)
  from company_months group by month
), open_invoices as (
  select
    months.month as month,
    'late-invoice-share' as indicator,
    sum(case when invoices.due_on < months.month + interval 1 month then invoices.amount_eur else 0 end)
      / sum(invoices.amount_eur) as value,
    count(distinct invoices.company_id) as customer_count
  from bank.months
  join bank.invoices on invoices.issued_on < months.month + interval 1 month
  left join bank.transactions on transactions.transaction_id = invoices.transaction_id
  where months.is_complete
    and (transactions.booked_on is null or transactions.booked_on >= months.month + interval 1 month)
  group by months.month
)
select
  month,
  indicator,
  cast(value as double) as value,
  cast(customer_count as integer) as customer_count
from (
  from revenue union all from payroll union all from headcount union all from burning
  union all from open_invoices
)
order by indicator, month
