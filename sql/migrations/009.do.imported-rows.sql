-- What npm run import knows of the rows that it has booked, so that the same row, of the same file or of one that
-- overlaps, is booked once. The bank's own tables have no place for another bank's ids.

create table if not exists imported_rows (
  transaction_id int not null comment 'the leg on the account that the statement is of',
  bank_id varchar(128) null comment 'id of the row at the bank that the statement is from, if it has one',
  content_sha256 char(64) character set ascii collate ascii_bin not null comment 'of day, amount and texts, in hex',
  file varchar(255) not null comment 'name of the file',
  line int not null comment 'its line',
  primary key (transaction_id),
  constraint imported_rows_transaction_fk foreign key (transaction_id)
    references transactions (transaction_id) on delete cascade
) engine = innodb default character set utf8mb4 collate utf8mb4_nopad_bin
  comment = 'One row per row of a statement that was imported.';
