-- The head's three large tables as doors to the nodes: run in its database after npm run db:migrate and servers.sql,
-- before any row is loaded. More nodes are more lines in each table, and in servers.sql. Their number is odd: KEY puts
-- texts that differ in digits alone all on one of two, four or eight nodes, and evenly on three, five or seven.
--
-- The legs and trades of an account lie together, and so do the invoices of a company: the key of a table holds the
-- column that it is divided by, so a number alone is unique on its node only (rule 5c finds one given out twice).

-- fails where a table holds rows, which would be lost
alter table transactions add constraint transactions_empty check (transaction_id < 0);
alter table trades add constraint trades_empty check (trade_id < 0);
alter table invoices add constraint invoices_empty check (invoice_id < 0);

alter table imported_rows drop foreign key if exists imported_rows_transaction_fk;
drop table invoices, trades, transactions;

create table transactions (
  transaction_id bigint not null,
  account_id varchar(32) collate utf8mb4_bin not null,
  booked_at datetime not null,
  booked_on date not null,
  amount_eur decimal(14,2) not null,
  channel varchar(16) not null,
  category varchar(24) not null,
  counterparty_id varchar(32) collate utf8mb4_bin,
  counter_account_id varchar(32) collate utf8mb4_bin,
  transfer_id bigint,
  description varchar(140) not null,
  primary key (transaction_id, account_id),
  key transactions_account (account_id, booked_at),
  key transactions_counterparty (counterparty_id),
  key transactions_counter_account (counter_account_id),
  key transactions_transfer (transfer_id),
  key transactions_booked_on (booked_on)
) engine = spider default character set utf8mb4 collate utf8mb4_nopad_bin
  comment = 'wrapper "mysql", table "transactions"'
  partition by key (account_id) (
    partition node1 comment = 'server "node1"',
    partition node2 comment = 'server "node2"',
    partition node3 comment = 'server "node3"'
  );

create table trades (
  trade_id bigint not null,
  account_id varchar(32) collate utf8mb4_bin not null,
  symbol varchar(12) collate utf8mb4_bin not null,
  side varchar(4) not null,
  quantity decimal(14,6) not null,
  price decimal(12,4) not null,
  fx_rate decimal(10,6) not null,
  gross_eur decimal(14,2) not null,
  fee_eur decimal(14,2) not null,
  executed_at datetime not null,
  transaction_id bigint not null,
  primary key (trade_id, account_id),
  key trades_account (account_id, executed_at),
  key trades_symbol (symbol),
  key trades_transaction (transaction_id)
) engine = spider default character set utf8mb4 collate utf8mb4_nopad_bin
  comment = 'wrapper "mysql", table "trades"'
  partition by key (account_id) (
    partition node1 comment = 'server "node1"',
    partition node2 comment = 'server "node2"',
    partition node3 comment = 'server "node3"'
  );

create table invoices (
  invoice_id bigint not null,
  company_id varchar(32) collate utf8mb4_bin not null,
  counterparty_id varchar(32) collate utf8mb4_bin,
  customer_id varchar(32) collate utf8mb4_bin,
  issued_on date not null,
  due_on date not null,
  amount_eur decimal(14,2) not null,
  credited_id bigint,
  transaction_id bigint,
  primary key (invoice_id, company_id),
  key invoices_company (company_id, issued_on),
  key invoices_counterparty (counterparty_id),
  key invoices_customer (customer_id),
  key invoices_transaction (transaction_id),
  key invoices_credited (credited_id)
) engine = spider default character set utf8mb4 collate utf8mb4_nopad_bin
  comment = 'wrapper "mysql", table "invoices"'
  partition by key (company_id) (
    partition node1 comment = 'server "node1"',
    partition node2 comment = 'server "node2"',
    partition node3 comment = 'server "node3"'
  );
