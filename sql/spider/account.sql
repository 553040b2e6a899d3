-- The account by which the head works on a node: run this once on each node as root, with the password of servers.sql.

create user if not exists 'bank_spider'@'%' identified by 'change-me';
grant select, insert, update, delete, create temporary tables on bank.* to 'bank_spider'@'%';
