-- Requests to the posting services, by the id their sender gave them: a request that comes twice is answered
-- from here and posted once.

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
