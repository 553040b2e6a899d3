-- What npm run db:load did: one row per file it looked at. A row that stays `running` after its loader is
-- gone was killed; the next run says so and marks it. The site's "loads and freshness" reads this table.

create table if not exists load_batches (
  batch_id int not null auto_increment comment 'number, in the order of loading',
  table_name varchar(64) not null comment 'the table it went into',
  file varchar(255) not null comment 'name of the CSV file',
  sha256 char(64) character set ascii collate ascii_bin not null comment 'of the file, in hex',
  row_count int not null default 0 comment 'data rows in the file',
  inserted_count int not null default 0 comment 'rows that were new',
  updated_count int not null default 0 comment 'rows that differed',
  unchanged_count int not null default 0 comment 'rows that were there already, the same',
  rejected_count int not null default 0 comment 'rows that were refused',
  vanished_count int not null default 0 comment 'rows in the table that the file does not have',
  pruned_count int not null default 0 comment 'of these, how many were removed',
  started_at datetime(3) not null comment 'when the run began, UTC',
  finished_at datetime(3) null comment 'when it ended, UTC',
  outcome varchar(16) not null comment 'how it ended',
  note varchar(255) null comment 'what a person should know: the error, the broken rules',
  primary key (batch_id),
  key load_batches_table (table_name, batch_id),
  constraint load_batches_outcome_known
    check (outcome in ('running', 'loaded', 'unchanged', 'rejected', 'failed', 'killed'))
) engine = innodb default character set utf8mb4 collate utf8mb4_nopad_bin
  comment = 'One row per file and run of the loader.';

create table if not exists bank_parameters (
  name varchar(64) not null comment 'of the parameter: seed, individuals, months, …',
  value varchar(255) not null comment 'as JSON',
  position int not null comment 'its place in the manifest',
  primary key (name)
) engine = innodb default character set utf8mb4 collate utf8mb4_nopad_bin
  comment = 'One row per parameter with which the bank was generated, from its manifest.';
