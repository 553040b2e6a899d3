/** Ten queries as somebody asks them of the bank, from one row to joins of the largest tables. */
export const benchQueries: Readonly<Record<string, string>> = {
  "one person's payments": `
    select booked_at, category, amount_eur from bank.transactions
    where account_id = 'ind-000017-chk' order by booked_at desc limit 50`,
  "transactions by month": `
    select date_trunc('month', booked_on) as month, count(*) as transaction_count
    from bank.transactions group by month order by month`,
  "spending by category": `
    select category, -sum(amount_eur) as spent_eur from bank.transactions
    where amount_eur < 0 group by category order by spent_eur desc`,
  "payments by hour": `
    select extract(hour from booked_at) as hour, count(*) as payment_count
    from bank.transactions where channel = 'card' group by hour order by hour`,
  "customers by city": `
    select city, count(*) as customer_count from bank.users group by city order by customer_count desc`,
  "merchants of a city": `
    select counterparties.name, -sum(transactions.amount_eur) as spent_eur
    from bank.transactions
    join bank.accounts on accounts.account_id = transactions.account_id
    join bank.users on users.user_id = accounts.user_id
    join bank.counterparties on counterparties.counterparty_id = transactions.counterparty_id
    where users.city = 'Berlin' and counterparties.kind = 'merchant'
    group by counterparties.name order by spent_eur desc limit 12`,
  "nets of companies": `
    select users.name, sum(company_months.inflow_eur - company_months.outflow_eur) as net_eur
    from bank.company_months join bank.users using (user_id)
    group by users.name order by net_eur`,
  "late invoices": `
    select date_trunc('month', issued_on) as month,
      count_if(datediff('day', invoices.due_on, transactions.booked_on) > 7) / count(*) as late_share
    from bank.invoices
    join bank.transactions on transactions.transaction_id = invoices.transaction_id
    group by month order by month`,
  "a running balance": `
    select booked_on, sum(sum(amount_eur)) over (order by booked_on) as balance_eur
    from bank.transactions where account_id = 'ind-000017-chk' group by booked_on order by booked_on`,
  "trades by security": `
    select instruments.name, trades.side, sum(trades.gross_eur) as gross_eur
    from bank.trades join bank.instruments using (symbol)
    group by instruments.name, trades.side order by gross_eur desc`,
};
