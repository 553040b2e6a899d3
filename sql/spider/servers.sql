-- Where the nodes are, for the head: run as root there, with your hosts, ports and passwords. Each node has an address
-- of its own: two ports of one host are one server to a commit in two phases, and it fails.

create server node1 foreign data wrapper mysql options (
  host '10.0.0.1', port 3306, database 'bank', user 'bank_spider', password 'change-me'
);
create server node2 foreign data wrapper mysql options (
  host '10.0.0.2', port 3306, database 'bank', user 'bank_spider', password 'change-me'
);
create server node3 foreign data wrapper mysql options (
  host '10.0.0.3', port 3306, database 'bank', user 'bank_spider', password 'change-me'
);
