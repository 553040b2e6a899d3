-- Where each security trades. Until now banks held US shares of Nasdaq and, in euros, those of Euronext Amsterdam.

alter table instruments
  add column if not exists exchange varchar(4)
    comment 'where it trades: market identifier code (ISO 10383)';

update instruments
set exchange = case when currency = 'USD' then 'XNAS' else 'XAMS' end
where exchange is null;

alter table instruments
  modify column exchange varchar(4) not null
    comment 'where it trades: market identifier code (ISO 10383)',
  add constraint if not exists instruments_exchange_known
    check (exchange in ('XAMS', 'XETR', 'XNAS', 'XNYS'));

alter table prices
  modify column day date not null comment 'trading day of the exchange',
  comment = 'One row per security and trading day of its exchange.';
