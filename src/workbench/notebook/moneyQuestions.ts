/** Questions on pay, goals, accounts and markets, each as the text of a notebook. */
export const moneyQuestions = [
  `# What do people earn, by age?

Only people whose income comes to this bank: others bring money from an account elsewhere.

\`\`\`sql ages
select
  year(person_months.month) - individuals.birth_year as age,
  person_months.user_id,
  sum(person_months.income_eur) / count(*) as income_eur
from bank.person_months
join bank.individuals on individuals.user_id = person_months.user_id
group by all
having sum(person_months.income_eur) > 0
\`\`\`

\`\`\`sql median_income chart=bars:income_eur,decade
select
  concat(age // 10 * 10, ' to ', age // 10 * 10 + 9) as decade,
  median(income_eur)::decimal(18, 2) as income_eur
from ages
group by decade
order by decade
\`\`\`
`,
  `# Which shops take the most?

\`\`\`input shops
kind: number
label: Shops shown
value: 15
min: 2
max: 50
\`\`\`

\`\`\`sql shop_sums chart=bars:spent_eur,name
select counterparties.name, -sum(transactions.amount_eur) as spent_eur
from bank.transactions
join bank.counterparties on counterparties.counterparty_id = transactions.counterparty_id
where transactions.channel = 'card'
group by counterparties.name
qualify row_number() over (order by spent_eur desc) <= $shops
order by spent_eur desc
\`\`\`
`,
  `# Does a larger household live cheaper?

\`\`\`sql per_head chart=bars:spent_per_head_eur,household
select
  individuals.household_size::varchar as household,
  (sum(fixed_eur + discretionary_eur) / count(*) / any_value(individuals.household_size))::decimal(18, 2)
    as spent_per_head_eur
from bank.person_months
join bank.individuals on individuals.user_id = person_months.user_id
group by individuals.household_size
order by individuals.household_size
\`\`\`
`,
  `# How many accounts end a month below zero?

\`\`\`sql overdrawn chart=line:month,below_zero_share
select
  month,
  count_if(closing_balance_eur < 0) / count(*) as below_zero_share
from bank.account_months
where is_open
group by month
order by month
\`\`\`
`,
  `# When does pay rise?

\`\`\`input least
kind: number
label: Least rise, in percent
value: 1
min: 0
max: 20
\`\`\`

\`\`\`sql rises chart=columns:month,risen_share
select
  month,
  count_if(pay_eur > pay_before_eur * (1 + $least / 100)) / count(*) as risen_share
from bank.employment_months
where pay_before_eur > 0 and not is_joiner and not is_leaver
group by month
order by month
\`\`\`
`,
  `# When did customers join?

\`\`\`sql joined chart=line:month,customer_count,kind
select date_trunc('month', joined_on) as month, kind, count(*)::integer as customer_count
from bank.users
where kind != 'bank_admin'
group by all
order by month, kind
\`\`\`
`,
  `# How far are people with their goals?

\`\`\`sql states chart=bars:goal_count,state
select state, count(*)::integer as goal_count
from bank.goal_states
group by state
order by goal_count desc, state
\`\`\`

\`\`\`sql reached chart=bars:reached_share,name
select name, sum(least(balance_eur, target_eur)) / sum(target_eur) as reached_share
from bank.goal_states
group by name
order by reached_share desc
\`\`\`
`,
  `# What did each kind of instrument do?

\`\`\`input since
kind: date
label: Since
value: 2026-01-02
\`\`\`

\`\`\`sql first_close
select symbol, arg_min(close, day) as close
from bank.prices
where day >= $since
group by symbol
\`\`\`

\`\`\`sql returns chart=bars:return_rate,name
select instruments.name, arg_max(prices.close, prices.day) / any_value(first_close.close) - 1 as return_rate
from bank.prices
join first_close on first_close.symbol = prices.symbol
join bank.instruments on instruments.symbol = prices.symbol
where prices.symbol not in (select symbol from bank.splits)
group by instruments.name
order by return_rate desc
\`\`\`
`,
  `# Which industries pay most a head?

\`\`\`sql pay_per_head chart=bars:pay_eur,industry
select
  companies.industry,
  (sum(company_months.payroll_eur) / sum(company_months.employee_count))::decimal(18, 2) as pay_eur
from bank.company_months
join bank.companies on companies.user_id = company_months.user_id
where company_months.employee_count > 0
group by companies.industry
order by pay_eur desc
\`\`\`
`,
  `# What is still to be paid, and how old is it?

\`\`\`sql open_invoices
select
  invoices.amount_eur,
  datediff('day', invoices.due_on, (select max(day) from bank.daily_flows)) as days_over
from bank.invoices
where invoices.transaction_id is null
  and invoices.credited_id is null
  and invoices.invoice_id not in (
    select credited_id from bank.invoices where credited_id is not null
  )
\`\`\`

\`\`\`sql by_age chart=bars:open_eur,age
select
  case
    when days_over <= 0 then 'not due'
    when days_over <= 30 then '1 to 30 days'
    when days_over <= 60 then '31 to 60 days'
    else 'more than 60 days'
  end as age,
  sum(amount_eur) as open_eur
from open_invoices
group by age
order by min(days_over)
\`\`\`
`,
];
