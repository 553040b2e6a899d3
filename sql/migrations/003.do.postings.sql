-- What is posted in sequence. transactions_account answers balances and statements in order of booking.

create table if not exists transactions (
  transaction_id int not null comment 'number, in the order of posting',
  account_id varchar(32) collate utf8mb4_bin not null comment 'the account',
  booked_at datetime not null comment 'instant of booking',
  booked_on date not null comment 'its day',
  amount_eur decimal(14,2) not null comment 'signed: positive is money in',
  channel varchar(16) not null comment 'how it was paid',
  category varchar(24) not null comment 'what it was for (src/lib/bank/categories.ts)',
  counterparty_id varchar(32) collate utf8mb4_bin comment 'the outside party, if it crossed the border',
  counter_account_id varchar(32) collate utf8mb4_bin comment 'the other inside account, if it did not',
  transfer_id int comment 'joins the two legs of an internal movement',
  description varchar(140) not null comment 'free text, not published',
  primary key (transaction_id),
  key transactions_account (account_id, booked_at),
  key transactions_counterparty (counterparty_id),
  key transactions_counter_account (counter_account_id),
  key transactions_transfer (transfer_id),
  key transactions_booked_on (booked_on),
  constraint transactions_account_id_fk foreign key (account_id) references accounts (account_id),
  constraint transactions_booked_on_fk foreign key (booked_on) references calendar (day),
  constraint transactions_counterparty_id_fk foreign key (counterparty_id) references counterparties (counterparty_id),
  constraint transactions_counter_account_id_fk foreign key (counter_account_id) references accounts (account_id),
  constraint transactions_channel_known check (channel in ('card', 'credit_transfer', 'direct_debit', 'e_money', 'cash', 'book')),
  constraint transactions_transaction_id_min check (transaction_id >= 1),
  constraint transactions_transfer_id_min check (transfer_id >= 1)
) engine = innodb default character set utf8mb4 collate utf8mb4_nopad_bin
  comment = 'One row per leg on one account.';

create table if not exists trades (
  trade_id int not null comment 'number, in the order of execution',
  account_id varchar(32) collate utf8mb4_bin not null comment 'brokerage account',
  symbol varchar(12) collate utf8mb4_bin not null comment 'security',
  side varchar(4) not null comment 'buy or sell',
  quantity decimal(14,6) not null comment 'shares, always positive',
  price decimal(12,4) not null comment 'per share in the instrument''s currency',
  fx_rate decimal(10,6) not null comment 'euro per unit of that currency',
  gross_eur decimal(14,2) not null comment 'quantity × price × fx_rate, to the cent',
  fee_eur decimal(14,2) not null comment 'commission',
  executed_at datetime not null comment 'instant of execution',
  transaction_id int not null comment 'the cash leg',
  primary key (trade_id),
  key trades_account (account_id, executed_at),
  key trades_symbol (symbol),
  key trades_transaction (transaction_id),
  constraint trades_account_id_fk foreign key (account_id) references accounts (account_id),
  constraint trades_symbol_fk foreign key (symbol) references instruments (symbol),
  constraint trades_transaction_id_fk foreign key (transaction_id) references transactions (transaction_id),
  constraint trades_side_known check (side in ('buy', 'sell')),
  constraint trades_trade_id_min check (trade_id >= 1),
  constraint trades_quantity_min check (quantity >= 0),
  constraint trades_price_min check (price >= 0),
  constraint trades_fx_rate_min check (fx_rate >= 0),
  constraint trades_gross_eur_min check (gross_eur >= 0),
  constraint trades_fee_eur_min check (fee_eur >= 0)
) engine = innodb default character set utf8mb4 collate utf8mb4_nopad_bin
  comment = 'One row per execution.';

create table if not exists invoices (
  invoice_id int not null comment 'number',
  company_id varchar(32) collate utf8mb4_bin not null comment 'who issued it',
  counterparty_id varchar(32) collate utf8mb4_bin comment 'outside customer, if the customer does not bank here',
  customer_id varchar(32) collate utf8mb4_bin comment 'inside customer, if it does',
  issued_on date not null comment 'date of the invoice',
  due_on date not null comment 'end of the payment term',
  amount_eur decimal(14,2) not null comment 'amount with VAT',
  transaction_id int comment 'the receipt on the issuer''s account, once paid',
  primary key (invoice_id),
  key invoices_company (company_id, issued_on),
  key invoices_counterparty (counterparty_id),
  key invoices_customer (customer_id),
  key invoices_transaction (transaction_id),
  constraint invoices_company_id_fk foreign key (company_id) references companies (user_id),
  constraint invoices_counterparty_id_fk foreign key (counterparty_id) references counterparties (counterparty_id),
  constraint invoices_customer_id_fk foreign key (customer_id) references companies (user_id),
  constraint invoices_transaction_id_fk foreign key (transaction_id) references transactions (transaction_id),
  constraint invoices_invoice_id_min check (invoice_id >= 1),
  constraint invoices_amount_eur_min check (amount_eur >= 0)
) engine = innodb default character set utf8mb4 collate utf8mb4_nopad_bin
  comment = 'One row per invoice issued by a company.';
