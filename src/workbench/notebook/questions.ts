/** Questions to start from: each a notebook that answers itself, with something to turn. */
import type {Notebook} from "../../lib/notebook/notebook.js";
import {parseNotebook} from "../../lib/notebook/notebookText.js";

const texts = [
  `# Where do the customers live?

\`\`\`sql cities
select city, count(*) as customer_count
from bank.users
where kind != 'bank_admin'
group by city
order by customer_count desc
\`\`\`
`,
  `# What does a month cost, by category?

People’s spending in the last complete months. Choose how many.

\`\`\`input months
kind: number
label: Months
value: 6
min: 1
max: 18
\`\`\`

\`\`\`sql spending
select month, category, sum(outflow_eur) as spent_eur
from bank.category_months
where owner_kind = 'individual'
  and category_group in ('fixed', 'discretionary')
  and month in (select month from bank.months where is_complete order by month desc limit $months)
group by month, category
order by month, category
\`\`\`

\`\`\`sql average_month chart=bars:average_eur,category
select category, sum(spent_eur) / $months as average_eur
from spending
group by category
order by average_eur desc
\`\`\`
`,
  `# How much do people save?

The savings rate is one of the site’s measures: a query calls it by its name.

\`\`\`sql savings
select
  person_months.month,
  bank.savings_rate(saved_eur, income_eur) as savings_rate
from bank.person_months
join bank.months using (month)
where months.is_complete
group by person_months.month
order by person_months.month
\`\`\`
`,
  `# How does one person spend?

\`\`\`input person
kind: person
label: Person
value: ind-000001
\`\`\`

\`\`\`sql payments
select booked_at, category, channel, amount_eur
from bank.transactions
join bank.accounts using (account_id)
where accounts.user_id = $person
order by booked_at desc
\`\`\`

\`\`\`sql by_category chart=bars:spent_eur,category
select payments.category, -sum(payments.amount_eur) as spent_eur
from payments
join bank.categories using (category)
where categories.category_group in ('fixed', 'discretionary')
group by payments.category
order by spent_eur desc
limit 15
\`\`\`
`,
  `# On which day of the week do people pay by card?

\`\`\`sql weekdays chart=columns:weekday,spent_eur_per_day
select
  calendar.weekday,
  sum(daily_flows.outflow_eur) / count(distinct calendar.day) as spent_eur_per_day
from bank.daily_flows
join bank.calendar on calendar.day = daily_flows.day
where daily_flows.owner_kind = 'individual' and daily_flows.channel = 'card'
group by calendar.weekday
order by calendar.weekday
\`\`\`
`,
  `# What do rent and income have to do with each other?

Rent as a share of income, month by month, in the city that you choose.

\`\`\`input city
kind: choice
label: City
value: Berlin
choices: Berlin, Hamburg, Munich, Paris, Madrid, Rome, Vienna
\`\`\`

\`\`\`sql rents
select
  person_months.month,
  bank.rent_to_income(rent_eur, income_eur) as rent_share
from bank.person_months
join bank.users using (user_id)
join bank.individuals using (user_id)
join bank.months using (month)
where users.city = $city and individuals.tenure = 'tenant' and months.is_complete
group by person_months.month
order by person_months.month
\`\`\`
`,
  `# Which companies lose money?

\`\`\`sql company_nets
select
  users.name,
  companies.industry,
  sum(company_months.inflow_eur - company_months.outflow_eur) as net_eur
from bank.company_months
join bank.companies using (user_id)
join bank.users using (user_id)
group by users.name, companies.industry
order by net_eur
\`\`\`

\`\`\`sql worst chart=bars:net_eur,name
select name, net_eur
from company_nets
limit 12
\`\`\`

\`\`\`sql industries chart=bars:net_eur,industry
select industry, sum(net_eur) as net_eur
from company_nets
group by industry
order by net_eur
\`\`\`
`,
  `# Which bills are paid late?

\`\`\`input grace
kind: number
label: Days of grace
value: 7
min: 0
max: 60
\`\`\`

\`\`\`sql delays
select
  invoices.issued_on,
  datediff('day', invoices.due_on, transactions.booked_on) as days_late,
  invoices.amount_eur
from bank.invoices
join bank.transactions on transactions.transaction_id = invoices.transaction_id
where invoices.credited_id is null
\`\`\`

\`\`\`sql late_share chart=line:month,late_share
select
  date_trunc('month', issued_on) as month,
  count_if(days_late > $grace) / count(*) as late_share
from delays
group by month
order by month
\`\`\`
`,
  `# What do clients buy and sell?

\`\`\`sql orders
select
  date_trunc('month', trades.executed_at) as month,
  trades.side,
  sum(trades.gross_eur) as gross_eur
from bank.trades
group by month, trades.side
order by month, trades.side
\`\`\`

\`\`\`sql favourites chart=bars:buyer_count,name
select instruments.name, count(distinct trades.account_id) as buyer_count
from bank.trades
join bank.instruments using (symbol)
where trades.side = 'buy'
group by instruments.name
order by buyer_count desc
limit 15
\`\`\`
`,
  `# When does the bank work?

Payments by hour of the day and day of the week.

\`\`\`sql hours
select
  extract(hour from booked_at) as hour,
  count(*) as payment_count
from bank.transactions
where channel = 'card'
group by hour
order by hour
\`\`\`
`,
];

export const questions: readonly Notebook[] = texts.map(parseNotebook);
