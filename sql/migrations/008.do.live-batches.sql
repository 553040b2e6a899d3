-- The live stream in the database: how far npm run live:post has come, what became of each batch, and which
-- payments were refused. live_stream has one row, written in the transaction that posts a batch, so that a batch
-- is posted once, whatever happens to the worker.

create table if not exists live_stream (
  id tinyint not null comment '1',
  first_id int not null comment 'of the first transaction of the stream: one more than the last of the bank',
  batch int not null comment 'the last batch that was posted or set aside',
  primary key (id),
  constraint live_stream_one check (id = 1)
) engine = innodb default character set utf8mb4 collate utf8mb4_nopad_bin
  comment = 'One row: the stream that is posted, and how far.';

create table if not exists live_batches (
  batch int not null comment 'number, in the order of the stream',
  first_id int not null comment 'of its first transaction',
  row_count int not null comment 'transactions, whose ids follow without a gap',
  reached_at datetime not null comment 'how far the bank''s time has come with it, UTC',
  written_at datetime(3) not null comment 'when the generator wrote it, UTC',
  posted_at datetime(3) not null comment 'when it was posted or set aside, UTC',
  outcome varchar(16) not null comment 'what became of it',
  reason varchar(500) null comment 'why it was set aside',
  primary key (batch),
  constraint live_batches_outcome_known check (outcome in ('posted', 'set aside'))
) engine = innodb default character set utf8mb4 collate utf8mb4_nopad_bin
  comment = 'One row per batch of the live stream.';

create table if not exists live_refusals (
  batch int not null comment 'the batch that tells of it',
  position int not null comment 'its place in the batch',
  refused_at datetime not null comment 'when, UTC',
  account_id varchar(32) character set utf8mb4 collate utf8mb4_bin not null comment 'that would have paid',
  amount_eur decimal(14,2) not null comment 'what would have been paid',
  channel varchar(16) not null comment 'how',
  category varchar(24) not null comment 'what for',
  counterparty_id varchar(32) character set utf8mb4 collate utf8mb4_bin null comment 'to whom, if outside',
  primary key (batch, position),
  constraint live_refusals_batch_fk foreign key (batch) references live_batches (batch) on delete cascade,
  constraint live_refusals_account_fk foreign key (account_id) references accounts (account_id)
) engine = innodb default character set utf8mb4 collate utf8mb4_nopad_bin
  comment = 'One row per payment that was refused for lack of money.';
