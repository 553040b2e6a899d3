/** Questions on companies, clients and the bank itself, each as the text of a notebook. */
export const bankQuestions = [
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
