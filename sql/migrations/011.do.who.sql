-- Who loaded, posted and imported, as the server knows it: the account, and the machine that it came from. The server writes
-- it, not the command, so that no command can leave it out. What was written before says nothing. None of it is published.

alter table load_batches
  add column if not exists loaded_by varchar(160) null comment 'account and machine of the loader';
alter table load_batches alter column loaded_by set default (user());

alter table posting_requests
  add column if not exists posted_by varchar(160) null comment 'account and machine of the sender';
alter table posting_requests alter column posted_by set default (user());

alter table live_batches
  add column if not exists posted_by varchar(160) null comment 'account and machine of the worker';
alter table live_batches alter column posted_by set default (user());

alter table imported_rows
  add column if not exists imported_by varchar(160) null comment 'account and machine of who imported it',
  add column if not exists imported_at datetime(3) null comment 'when, UTC';
alter table imported_rows
  alter column imported_by set default (user()),
  alter column imported_at set default (utc_timestamp(3));
