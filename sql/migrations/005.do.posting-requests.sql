-- Requests to the posting services, by the id their sender gave them: a request that comes twice is answered
-- from here and posted once. What is posted one by one gets its numbers from posting_counters, from a
-- thousand million on: the files of npm run seed number from 1, and the two must never meet.

create table if not exists posting_requests (
  request_id varchar(64) not null comment 'given by the sender, unique',
  kind varchar(16) not null comment 'what was asked for',
  request_sha256 char(64) character set ascii collate ascii_bin not null
    comment 'of the request, so that one id cannot stand for two requests',
  result varchar(512) not null comment 'what was posted, as JSON: ids of legs, transfer and trade',
  posted_at datetime(3) not null comment 'when, UTC',
  primary key (request_id),
  constraint posting_requests_kind_known check (kind in ('transfer', 'trade'))
) engine = innodb default character set utf8mb4 collate utf8mb4_nopad_bin
  comment = 'One row per request that was posted.';

create table if not exists posting_counters (
  name varchar(16) not null comment 'what is numbered: transaction, transfer, trade',
  last_id int not null comment 'the last number given out',
  primary key (name)
) engine = innodb default character set utf8mb4 collate utf8mb4_nopad_bin
  comment = 'One row per kind of number that the posting services give out.';

insert ignore into posting_counters (name, last_id)
values ('transaction', 1000000000), ('transfer', 1000000000), ('trade', 1000000000);
