-- Audience: everybody: no name, no account, no single person or company; sums over at least ten, counted in tens and rounded.
-- Pages: people/budgets, people/savings, companies/payroll, 404
-- First: people/budgets
-- Whole: calendar, categories, cities, months
-- Counts: multiples of 10
-- Nobody's rows: what is shown is made of the whole bank's sums, each named below with what is done to it. A group of
-- fewer than ten is left out, and where a sum of all is told too, so much more that those left out are at least ten
-- together; counts are rounded to tens, sums of money to thousands, medians and quartiles to tens.

-- Table: users
-- Nobody: the search asks for names.
select user_id, kind, name, city, joined_on from bank.users where false

-- Table: accounts
select account_id, user_id from bank.accounts where false

-- Table: companies
select user_id, industry from bank.companies where false

-- Table: person_relations
select * from bank.person_relations where false

-- Table: savings_goals
-- What goals are called by at least ten.
select name from bank.savings_goals group by name having count(distinct user_id) >= 10 order by name

-- Table: account_flows
-- How many postings there are, in thousands.
select cast(round(sum(leg_count), -3) as bigint) as leg_count from bank.account_flows

-- Dataset: person-relations.csv
select relation, cast(round(person_count, -1) as integer) as person_count
from whole
where person_count >= 10
order by relation

-- Dataset: savings-events.csv
select * replace (
  cast(round(change_eur, -1) as decimal(18, 2)) as change_eur,
  cast(round(low_eur, -1) as decimal(18, 2)) as low_eur,
  cast(round(high_eur, -1) as decimal(18, 2)) as high_eur,
  cast(round(season_eur, -1) as decimal(18, 2)) as season_eur,
  cast(round(before_eur, -1) as decimal(18, 2)) as before_eur,
  cast(round(person_count, -1) as integer) as person_count
)
from whole
where person_count >= 10
order by event, part, month_offset nulls last

-- Dataset: savings-flows.csv
-- Both directions of a month, or none.
select * replace (
  cast(round(amount_eur, -3) as decimal(18, 2)) as amount_eur,
  cast(round(person_count, -1) as integer) as person_count,
  cast(round(saver_count, -1) as integer) as saver_count
)
from whole
where month not in (select month from whole where person_count between 1 and 9 or saver_count < 10)
order by month, direction

-- Dataset: savings-funds.csv
select * replace (
  cast(round(person_count, -1) as integer) as person_count,
  cast(round(person_total, -1) as integer) as person_total,
  round(median_months, 1) as median_months
)
from whole
where person_total >= 10
order by month, band_from

-- Dataset: savings-goal-counts.csv
select * replace (cast(round(goal_count, -1) as integer) as goal_count)
from whole
where goal_count >= 10 and name in (
  select name from bank.savings_goals group by name having count(distinct user_id) >= 10
)
order by name, state

-- Dataset: savings-groups.csv
select * replace (
  cast(round(person_count, -1) as integer) as person_count,
  cast(round(saver_count, -1) as integer) as saver_count,
  round(median_months, 1) as median_months,
  round(covered_share, 2) as covered_share,
  if(saver_count >= 10, round(low_share, 3), null) as low_share,
  if(saver_count >= 10, round(median_share, 3), null) as median_share,
  if(saver_count >= 10, round(high_share, 3), null) as high_share
)
from whole
where person_count >= 10
order by grouping, from_value

-- Dataset: savings-months.csv
select * replace (
  round(low_share, 3) as low_share,
  round(median_share, 3) as median_share,
  round(high_share, 3) as high_share,
  round(all_share, 3) as all_share,
  round(savings_rate, 3) as savings_rate,
  cast(round(person_count, -1) as integer) as person_count
)
from whole
where person_count >= 10
order by month

-- Dataset: savings-shares.csv
select * replace (
  cast(round(person_count, -1) as integer) as person_count,
  cast(round(person_total, -1) as integer) as person_total,
  cast(round(zero_count, -1) as integer) as zero_count,
  cast(round(below_count, -1) as integer) as below_count,
  cast(round(unpaid_count, -1) as integer) as unpaid_count,
  round(median_share, 3) as median_share,
  round(all_share, 3) as all_share,
  round(savings_rate, 3) as savings_rate
)
from whole
where person_total >= 10
order by band_from

-- Dataset: balance-backtest.json
-- As it is: errors of the forecast over all people of a kind; what stands in no row is anybody's.
-- At least: forecast_count 10
-- Rounded: forecast_count 10
-- Rounded: coverage_80_share 10 of forecast_count
-- Rounded: coverage_95_share 10 of forecast_count
-- Rounded: below_80_share 10 of forecast_count
-- Rounded: mae_eur 1
-- Rounded: mae_flat_eur 1
-- Rounded: mae_month_eur 1
-- Rounded: gain_eur 1
-- Rounded: gain_error_eur 1

-- Dataset: balance-cycle.json
-- As it is: medians and shares over all main customers.
-- At least: person_count 10
-- Rounded: person_count 10
-- Rounded: cycle_count 10
-- Rounded: below_zero_share 10 of person_count
-- Rounded: low_share 10 of cycle_count
-- Rounded: median_eur 10

-- Dataset: budget-euro.csv
select * replace (
  cast(round(amount_eur, -3) as decimal(18, 2)) as amount_eur,
  cast(round(person_count, -1) as integer) as person_count
)
from whole
where person_count >= 10

-- Dataset: budget-mix.csv
-- Where a category is left out, the smallest of the others is too: what is missing in its half of the budget would be its own.
with placed as (
  select
    *,
    min(payer_count) over (partition by category_group) as least_count,
    row_number() over (partition by category_group, payer_count >= 10 order by payer_count, category) as place
  from whole
)
select * exclude (least_count, place) replace (
  cast(round(spent_eur, -3) as decimal(18, 2)) as spent_eur,
  round(share, 4) as share,
  round(share_error, 4) as share_error,
  cast(round(payer_count, -1) as integer) as payer_count,
  cast(round(person_count, -1) as integer) as person_count
)
from placed
where payer_count >= 10 and (least_count >= 10 or place > 1)
order by spent_eur desc, category

-- Dataset: budget-months.csv
select * replace (
  cast(round(low_eur, -1) as decimal(18, 2)) as low_eur,
  cast(round(median_eur, -1) as decimal(18, 2)) as median_eur,
  cast(round(high_eur, -1) as decimal(18, 2)) as high_eur,
  cast(round(person_count, -1) as integer) as person_count
)
from whole
where person_count >= 10
order by month, part

-- Dataset: city-costs.csv
-- A city is there with all of its parts of the basket, or without those of fewer than ten.
with shown as (
  select * from whole where payer_count >= 10
)
select
  city,
  country,
  part,
  cast(round(payer_count, -1) as integer) as payer_count,
  cast(round(cost_eur, -1) as decimal(18, 2)) as cost_eur,
  cast(sum(round(cost_eur, -1)) over (partition by city) as decimal(18, 2)) as basket_eur,
  cast(round(basket_error_eur, -1) as decimal(18, 2)) as basket_error_eur,
  cast(count(*) over (partition by city) as integer) as part_count
from shown
order by basket_eur desc, city, cost_eur desc, part

-- Dataset: recurring-costs.json
-- As it is: medians over those who have a contract of a kind; no service is named.
-- At least: person_count 10
-- Rounded: person_count 10
-- Rounded: contract_count 10
-- Rounded: median_eur 10
-- Left out: rises

-- Dataset: rent-to-income.csv
select * replace (
  cast(round(tenant_count, -1) as integer) as tenant_count,
  cast(round(tenant_total, -1) as integer) as tenant_total,
  cast(round(overburdened_count, -1) as integer) as overburdened_count,
  round(median_share, 3) as median_share
)
from whole
where tenant_total >= 10
order by band_from

-- Dataset: industry-differences.json
-- As it is: chances of a test over all companies.

-- Dataset: payroll-industries.csv
-- Where those left out are fewer than ten companies together, the next is too: what is missing in the months would be theirs.
with placed as (
  select
    *,
    coalesce(
      sum(company_count) over (
        order by company_count, industry rows between unbounded preceding and 1 preceding
      ), 0
    ) as smaller_count
  from whole
)
select * exclude (smaller_count) replace (
  cast(round(company_count, -1) as integer) as company_count,
  cast(round(employee_months, -1) as integer) as employee_months,
  cast(round(payroll_eur, -3) as decimal(18, 2)) as payroll_eur,
  cast(round(revenue_eur, -3) as decimal(18, 2)) as revenue_eur,
  cast(round(cost_per_head_eur, -1) as decimal(18, 2)) as cost_per_head_eur,
  round(payroll_share, 3) as payroll_share
)
from placed
where company_count >= 10 and smaller_count not between 1 and 9
order by cost_per_head_eur desc, industry

-- Dataset: payroll-months.csv
select * replace (
  cast(round(company_count, -1) as integer) as company_count,
  cast(round(employee_count, -1) as integer) as employee_count,
  cast(round(paid_eur, -3) as decimal(18, 2)) as paid_eur,
  cast(round(contributions_eur, -3) as decimal(18, 2)) as contributions_eur,
  cast(round(revenue_eur, -3) as decimal(18, 2)) as revenue_eur,
  cast(round(joiner_count, -1) as integer) as joiner_count,
  cast(round(leaver_count, -1) as integer) as leaver_count,
  cast(round(raise_count, -1) as integer) as raise_count,
  if(raise_count >= 10, round(median_raise_share, 3), null) as median_raise_share
)
from whole
where company_count >= 10 and employee_count >= 10
order by month

-- Dataset: payroll-runs.csv
select * replace (
  cast(round(run_count, -1) as integer) as run_count,
  cast(round(payment_count, -1) as integer) as payment_count,
  cast(round(paid_eur, -3) as decimal(18, 2)) as paid_eur,
  cast(round(received_eur, -3) as decimal(18, 2)) as received_eur,
  cast(round(difference_eur, -3) as decimal(18, 2)) as difference_eur,
  cast(round(untied_run_count, -1) as integer) as untied_run_count,
  cast(round(unpaid_salary_count, -1) as integer) as unpaid_salary_count
)
from whole
where run_count >= 10
order by month
