-- The account by which the head works on a node: run this once on each node as root. Nobody can log in with it until it has
-- a password of your own, which servers.sql names to the head:
--
--   set password for 'bank_spider'@'%' = password('…');

create user if not exists 'bank_spider'@'%' identified via mysql_native_password using 'invalid';
grant select, insert, update, delete, create temporary tables on bank.* to 'bank_spider'@'%';
