-- An account that posts (npm run live:post, the posting services) and imports (npm run import), named as DB_LOADER_USER
-- for these. It adds bookings and what they need, and can neither change nor remove one, nor a customer, nor a table.
-- Run this once as root, after npm run db:migrate has made the tables, and then, with a password of your own:
--
--   set password for 'bank_poster'@'%' = password('…');

create user if not exists 'bank_poster'@'%' identified via mysql_native_password using 'invalid';

grant select on bank.* to 'bank_poster'@'%';

-- What is booked. An invoice is told of its receipt.
grant insert on bank.transactions to 'bank_poster'@'%';
grant insert on bank.trades to 'bank_poster'@'%';
grant insert, update (transaction_id) on bank.invoices to 'bank_poster'@'%';
grant insert on bank.counterparties to 'bank_poster'@'%';

-- What the live stream tells of the days that come.
grant insert on bank.calendar to 'bank_poster'@'%';
grant insert on bank.prices to 'bank_poster'@'%';
grant insert on bank.fx_rates to 'bank_poster'@'%';
grant insert on bank.splits to 'bank_poster'@'%';
grant insert on bank.dividends to 'bank_poster'@'%';

-- The books of what was posted: each row once, and how far it has come.
grant insert, update (bank_id) on bank.imported_rows to 'bank_poster'@'%';
grant insert, update (result) on bank.posting_requests to 'bank_poster'@'%';
grant update (last_id) on bank.posting_counters to 'bank_poster'@'%';
grant insert, update (batch) on bank.live_stream to 'bank_poster'@'%';
grant insert on bank.live_batches to 'bank_poster'@'%';
grant insert on bank.live_refusals to 'bank_poster'@'%';
