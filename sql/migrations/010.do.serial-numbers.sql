-- What is numbered in sequence may pass 2^31: the numbers of postings, and the counts of loads. What is posted one by
-- one is numbered from 10^15 on, which no file of npm run seed reaches. What was posted before keeps its number;
-- posting_counters says up to where those numbers go, so that they are not taken for rows of a file.
-- A column and the one that refers to it change one after the other, so references are dropped meanwhile.

alter table imported_rows drop foreign key if exists imported_rows_transaction_fk;

alter table invoices
  drop foreign key if exists invoices_credited_id_fk,
  drop foreign key if exists invoices_transaction_id_fk;

alter table trades drop foreign key if exists trades_transaction_id_fk;

alter table transactions
  modify column transaction_id bigint not null comment 'number, in the order of posting',
  modify column transfer_id bigint comment 'joins the two legs of an internal movement';

alter table trades
  modify column trade_id bigint not null comment 'number, in the order of execution',
  modify column transaction_id bigint not null comment 'the cash leg',
  add constraint trades_transaction_id_fk foreign key if not exists (transaction_id)
    references transactions (transaction_id);

alter table invoices
  modify column invoice_id bigint not null comment 'number',
  modify column credited_id bigint comment 'the invoice that a credit note takes back, wholly or in part',
  modify column transaction_id bigint comment 'the receipt, or what was paid back, on the issuer''s account, once paid';

alter table invoices
  add constraint invoices_transaction_id_fk foreign key if not exists (transaction_id)
    references transactions (transaction_id),
  add constraint invoices_credited_id_fk foreign key if not exists (credited_id) references invoices (invoice_id);

alter table imported_rows
  modify column transaction_id bigint not null comment 'the leg on the account that the statement is of',
  add constraint imported_rows_transaction_fk foreign key if not exists (transaction_id)
    references transactions (transaction_id) on delete cascade;

alter table live_stream
  modify column first_id bigint not null
    comment 'of the first transaction of the stream: one more than the last of the bank';

alter table live_batches
  modify column first_id bigint not null comment 'of its first transaction';

alter table load_batches
  modify column row_count bigint not null default 0 comment 'data rows in the file',
  modify column inserted_count bigint not null default 0 comment 'rows that were new',
  modify column updated_count bigint not null default 0 comment 'rows that differed',
  modify column unchanged_count bigint not null default 0 comment 'rows that were there already, the same',
  modify column rejected_count bigint not null default 0 comment 'rows that were refused',
  modify column vanished_count bigint not null default 0 comment 'rows in the table that the file does not have',
  modify column pruned_count bigint not null default 0 comment 'of these, how many were removed';

alter table posting_counters
  modify column last_id bigint not null comment 'the last number given out',
  add column if not exists earlier_id bigint not null default 0
    comment 'until level 10, numbers were given out from 1,000,000,001 to this one';

update posting_counters
set earlier_id = last_id, last_id = 1000000000000000
where earlier_id = 0;
