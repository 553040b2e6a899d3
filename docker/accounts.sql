-- Two accounts, each with what it needs: run this once as root, with passwords of your own.
--
--   bank_loader  migrates, loads and posts (DB_LOADER_USER and DB_LOADER_PASSWORD)
--   bank_reader  reads; the site is made with it (DB_USER and DB_PASSWORD)

create user if not exists 'bank_loader'@'%' identified by 'change-me-loader';
create user if not exists 'bank_reader'@'%' identified by 'change-me-reader';

grant select, insert, update, delete, create, drop, alter, index, references, create temporary tables
  on bank.* to 'bank_loader'@'%';
grant select on bank.* to 'bank_reader'@'%';
