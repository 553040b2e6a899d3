-- Days, places, outside parties, and the market: what everything else refers to.
-- Text is compared by code point and with its trailing spaces (utf8mb4_nopad_bin), as DuckDB does, so that
-- order and equality are the same in both. Ids are utf8mb4_bin, with which indexes build twice as fast; it
-- does not tell trailing spaces apart, and so no id may end in one. Every constraint repeats src/lib/bank/schema.ts, and a test
-- compares; "if not exists", because MariaDB's DDL is not transactional: a migration that was cut off
-- can run again.

create table if not exists calendar (
  day date not null comment 'the day',
  month date not null comment 'first day of its month',
  quarter date not null comment 'first day of its quarter',
  weekday int not null comment '1 for Monday to 7 for Sunday',
  is_business_day boolean not null comment 'a TARGET settlement day',
  primary key (day),
  constraint calendar_weekday_min check (weekday >= 1)
) engine = innodb default character set utf8mb4 collate utf8mb4_nopad_bin
  comment = 'One row per day.';

create table if not exists cities (
  city varchar(64) not null comment 'name, unique',
  country varchar(2) not null comment 'ISO 3166 code',
  population int not null comment 'inhabitants',
  rent_index double not null comment 'rent level, 1 for the average city',
  primary key (city),
  constraint cities_population_min check (population >= 0),
  constraint cities_rent_index_min check (rent_index >= 0)
) engine = innodb default character set utf8mb4 collate utf8mb4_nopad_bin
  comment = 'One row per city.';

create table if not exists counterparties (
  counterparty_id varchar(32) collate utf8mb4_bin not null comment 'for example cp-00042',
  name varchar(120) not null comment 'name on the statement',
  kind varchar(24) not null comment 'merchant, employer, landlord, utility, authority, …',
  country varchar(2) not null comment 'ISO 3166 code',
  mcc varchar(4) comment 'ISO 18245 merchant category code, for merchants',
  primary key (counterparty_id)
) engine = innodb default character set utf8mb4 collate utf8mb4_nopad_bin
  comment = 'One row per outside party.';

create table if not exists instruments (
  symbol varchar(12) collate utf8mb4_bin not null comment 'ticker',
  name varchar(120) not null comment 'full name',
  kind varchar(8) not null comment 'share or fund',
  currency varchar(3) not null comment 'currency of its prices',
  sector varchar(40) not null comment 'economic sector',
  primary key (symbol),
  constraint instruments_kind_known check (kind in ('share', 'fund'))
) engine = innodb default character set utf8mb4 collate utf8mb4_nopad_bin
  comment = 'One row per security.';

create table if not exists prices (
  symbol varchar(12) collate utf8mb4_bin not null comment 'security',
  day date not null comment 'trading day',
  close decimal(12,4) not null comment 'closing price in the instrument''s currency, as traded that day',
  primary key (symbol, day),
  key prices_day (day),
  constraint prices_symbol_fk foreign key (symbol) references instruments (symbol),
  constraint prices_day_fk foreign key (day) references calendar (day),
  constraint prices_close_min check (close >= 0)
) engine = innodb default character set utf8mb4 collate utf8mb4_nopad_bin
  comment = 'One row per security and business day.';

create table if not exists fx_rates (
  currency varchar(3) not null comment 'ISO 4217 code; EUR is present with 1',
  day date not null comment 'day of the fixing',
  rate decimal(10,6) not null comment 'euro per unit of the currency',
  primary key (currency, day),
  key fx_rates_day (day),
  constraint fx_rates_day_fk foreign key (day) references calendar (day),
  constraint fx_rates_rate_min check (rate >= 0)
) engine = innodb default character set utf8mb4 collate utf8mb4_nopad_bin
  comment = 'One row per currency and business day.';

create table if not exists splits (
  symbol varchar(12) collate utf8mb4_bin not null comment 'security',
  day date not null comment 'first day traded after the split',
  shares_before int not null comment 'this many old shares …',
  shares_after int not null comment '… became this many new ones',
  primary key (symbol, day),
  constraint splits_symbol_fk foreign key (symbol) references instruments (symbol),
  constraint splits_shares_before_min check (shares_before >= 1),
  constraint splits_shares_after_min check (shares_after >= 1)
) engine = innodb default character set utf8mb4 collate utf8mb4_nopad_bin
  comment = 'One row per split of a security.';

create table if not exists dividends (
  symbol varchar(12) collate utf8mb4_bin not null comment 'security',
  ex_on date not null comment 'holders at the close of the day before are entitled',
  paid_on date not null comment 'day of payment',
  amount decimal(12,4) not null comment 'per share, in the instrument''s currency',
  primary key (symbol, ex_on),
  constraint dividends_symbol_fk foreign key (symbol) references instruments (symbol),
  constraint dividends_amount_min check (amount >= 0)
) engine = innodb default character set utf8mb4 collate utf8mb4_nopad_bin
  comment = 'One row per dividend of a security.';
