-- Two accounts, each with what it needs: run this once as root.
--
--   bank_loader  migrates and loads (DB_LOADER_USER and DB_LOADER_PASSWORD)
--   bank_reader  reads; the site is made with it (DB_USER and DB_PASSWORD)
--
-- Nobody can log in with them until they have passwords of your own:
--
--   set password for 'bank_loader'@'%' = password('…');
--   set password for 'bank_reader'@'%' = password('…');
--
-- A third, which posts and imports and does nothing else, is made by docker/poster.sql.

create user if not exists 'bank_loader'@'%' identified via mysql_native_password using 'invalid';
create user if not exists 'bank_reader'@'%' identified via mysql_native_password using 'invalid';

grant select, insert, update, delete, create, drop, alter, index, references, create temporary tables
  on bank.* to 'bank_loader'@'%';
grant select on bank.* to 'bank_reader'@'%';
