-- A node holds a part of the three large tables and nothing that they refer to, which stays on the head: their
-- references are dropped, and the rules of sql/checks/ (ids-known) do their work. Run in a node's database after
-- npm run db:migrate.

alter table trades
  drop foreign key if exists trades_account_id_fk,
  drop foreign key if exists trades_symbol_fk,
  drop foreign key if exists trades_transaction_id_fk;

alter table invoices
  drop foreign key if exists invoices_company_id_fk,
  drop foreign key if exists invoices_counterparty_id_fk,
  drop foreign key if exists invoices_customer_id_fk,
  drop foreign key if exists invoices_transaction_id_fk,
  drop foreign key if exists invoices_credited_id_fk;

alter table transactions
  drop foreign key if exists transactions_account_id_fk,
  drop foreign key if exists transactions_booked_on_fk,
  drop foreign key if exists transactions_counterparty_id_fk,
  drop foreign key if exists transactions_counter_account_id_fk;
