/** Questions on customers and people, each as the text of a notebook. */
export const peopleQuestions = [
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
];
