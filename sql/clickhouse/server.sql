-- The bank's tables in ClickHouse, for one server. They follow src/lib/bank/schema.ts: a test compares, and
-- `npx vitest run test/sql/clickhouseTables.test.ts -u` writes this file anew. npm run clickhouse:load runs it.
-- What moves is kept by month: the loader replaces a month as a whole.

create table if not exists calendar (
  day Date32 comment 'the day',
  month Date32 comment 'first day of its month',
  quarter Date32 comment 'first day of its quarter',
  weekday Int64 comment '1 for Monday to 7 for Sunday',
  is_business_day Bool comment 'a TARGET settlement day'
)
engine = MergeTree
order by (day)
comment 'One row per day.';

create table if not exists cities (
  city String comment 'name, unique',
  country LowCardinality(String) comment 'ISO 3166 code',
  population Int64 comment 'inhabitants',
  rent_index Float64 comment 'rent level, 1 for the average city'
)
engine = MergeTree
order by (city)
comment 'One row per city.';

create table if not exists users (
  user_id String comment 'ind-000017, com-00012 or adm-001',
  kind LowCardinality(String) comment 'what the user is',
  name String comment 'full or trading name',
  email String comment 'e-mail address, not published',
  city String comment 'home or seat',
  joined_on Date32 comment 'when the first account was opened'
)
engine = MergeTree
order by (user_id)
comment 'One row per customer or administrator.';

create table if not exists companies (
  user_id String comment 'the company',
  industry LowCardinality(String) comment 'sector of business',
  size_band LowCardinality(String) comment 'by employees at the start: under 10, under 50, 50 or more',
  founded_on Date32 comment 'date of founding'
)
engine = MergeTree
order by (user_id)
comment 'One row per company.';

create table if not exists individuals (
  user_id String comment 'the person',
  birth_year Int64 comment 'year of birth',
  occupation String comment 'job title, or retired, student',
  employer_id Nullable(String) comment 'the employing customer at the start of the data, if there is one',
  household_size Int64 comment 'people in the household',
  tenure LowCardinality(String) comment 'owner without a mortgage, with one, or tenant',
  persona LowCardinality(String) comment 'the generator''s spending type; analyses never read it'
)
engine = MergeTree
order by (user_id)
comment 'One row per person.';

create table if not exists accounts (
  account_id String comment 'for example ind-000017-chk',
  user_id String comment 'owner',
  kind LowCardinality(String) comment 'what the account is for',
  currency LowCardinality(String) comment 'ISO 4217 code',
  iban String comment 'account number, masked when published',
  opened_on Date32 comment 'first day',
  closed_on Nullable(Date32) comment 'last day, if closed',
  opening_balance_eur Decimal(18, 2) comment 'balance before the first leg',
  overdraft_limit_eur Decimal(18, 2) comment 'how far below zero checking may fall'
)
engine = MergeTree
order by (account_id)
comment 'One row per account.';

create table if not exists savings_goals (
  goal_id Int64 comment 'number',
  user_id String comment 'who saves',
  name String comment 'what for',
  target_eur Decimal(18, 2) comment 'amount to reach on the savings account',
  due_on Date32 comment 'by when'
)
engine = MergeTree
order by (goal_id)
comment 'One row per savings goal.';

create table if not exists counterparties (
  counterparty_id String comment 'for example cp-00042',
  name String comment 'name on the statement',
  kind LowCardinality(String) comment 'merchant, employer, landlord, utility, authority, …',
  country LowCardinality(String) comment 'ISO 3166 code',
  mcc LowCardinality(Nullable(String)) comment 'ISO 18245 merchant category code, for merchants'
)
engine = MergeTree
order by (counterparty_id)
comment 'One row per outside party.';

create table if not exists instruments (
  symbol String comment 'ticker',
  name String comment 'full name',
  kind LowCardinality(String) comment 'share or fund',
  currency LowCardinality(String) comment 'currency of its prices',
  sector String comment 'economic sector',
  exchange LowCardinality(String) comment 'where it trades: market identifier code (ISO 10383)'
)
engine = MergeTree
order by (symbol)
comment 'One row per security.';

create table if not exists prices (
  symbol String comment 'security',
  day Date32 comment 'trading day of the exchange',
  close Decimal(12, 4) comment 'closing price in the instrument''s currency, as traded that day'
)
engine = MergeTree
order by (symbol, day)
comment 'One row per security and trading day of its exchange.';

create table if not exists fx_rates (
  currency LowCardinality(String) comment 'ISO 4217 code; EUR is present with 1',
  day Date32 comment 'day of the fixing',
  rate Decimal(10, 6) comment 'euro per unit of the currency'
)
engine = MergeTree
order by (currency, day)
comment 'One row per currency and business day.';

create table if not exists splits (
  symbol String comment 'security',
  day Date32 comment 'first day traded after the split',
  shares_before Int64 comment 'this many old shares …',
  shares_after Int64 comment '… became this many new ones'
)
engine = MergeTree
order by (symbol, day)
comment 'One row per split of a security.';

create table if not exists dividends (
  symbol String comment 'security',
  ex_on Date32 comment 'holders at the close of the day before are entitled',
  paid_on Date32 comment 'day of payment',
  amount Decimal(12, 4) comment 'per share, in the instrument''s currency'
)
engine = MergeTree
order by (symbol, ex_on)
comment 'One row per dividend of a security.';

create table if not exists transactions (
  transaction_id Int64 comment 'number, in the order of posting',
  account_id String comment 'the account',
  booked_at DateTime64(0, 'UTC') comment 'instant of booking',
  booked_on Date32 comment 'its day',
  amount_eur Decimal(18, 2) comment 'signed: positive is money in',
  channel LowCardinality(String) comment 'how it was paid',
  category LowCardinality(String) comment 'what it was for (src/lib/bank/categories.ts)',
  counterparty_id Nullable(String) comment 'the outside party, if it crossed the border',
  counter_account_id Nullable(String) comment 'the other inside account, if it did not',
  transfer_id Nullable(Int64) comment 'joins the two legs of an internal movement',
  description String comment 'free text, not published'
)
engine = MergeTree
partition by toYYYYMM(booked_on)
order by (transaction_id)
comment 'One row per leg on one account.';

create table if not exists trades (
  trade_id Int64 comment 'number, in the order of execution',
  account_id String comment 'brokerage account',
  symbol String comment 'security',
  side LowCardinality(String) comment 'buy or sell',
  quantity Decimal(14, 6) comment 'shares, always positive',
  price Decimal(12, 4) comment 'per share in the instrument''s currency',
  fx_rate Decimal(10, 6) comment 'euro per unit of that currency',
  gross_eur Decimal(18, 2) comment 'quantity × price × fx_rate, to the cent',
  fee_eur Decimal(18, 2) comment 'commission',
  executed_at DateTime64(0, 'UTC') comment 'instant of execution',
  transaction_id Int64 comment 'the cash leg'
)
engine = MergeTree
partition by toYYYYMM(executed_at)
order by (trade_id)
comment 'One row per execution.';

create table if not exists invoices (
  invoice_id Int64 comment 'number',
  company_id String comment 'who issued it',
  counterparty_id Nullable(String) comment 'outside customer, if the customer does not bank here',
  customer_id Nullable(String) comment 'inside customer, if it does',
  issued_on Date32 comment 'date of the invoice',
  due_on Date32 comment 'end of the payment term',
  amount_eur Decimal(18, 2) comment 'amount with VAT; negative for a credit note',
  credited_id Nullable(Int64) comment 'the invoice that a credit note takes back, wholly or in part',
  transaction_id Nullable(Int64) comment 'the receipt, or what was paid back, on the issuer''s account, once paid'
)
engine = MergeTree
partition by toYYYYMM(issued_on)
order by (invoice_id)
comment 'One row per invoice or credit note issued by a company.';

create table if not exists bank_parameters (
  name String comment 'of the parameter: seed, individuals, months, …',
  value String comment 'as JSON',
  position Int64 comment 'its place in the manifest'
)
engine = MergeTree
order by (position)
comment 'One row per parameter with which the bank was generated, from its manifest.';

create table if not exists load_batches (
  batch_id Int64 comment 'number, in the order of loading',
  table_name String comment 'the table it went into',
  row_count Int64 comment 'rows of the source',
  inserted_count Int64 comment 'rows of months that were written',
  updated_count Int64 comment 'always 0: a month is replaced as a whole',
  unchanged_count Int64 comment 'rows of months that were there already, the same',
  rejected_count Int64 comment 'always 0: a bad row holds back the whole load',
  pruned_count Int64 comment 'rows of months that the source does not have any more',
  started_at DateTime64(3, 'UTC') comment 'when the run began',
  finished_at Nullable(DateTime64(3, 'UTC')) comment 'when it ended',
  outcome String comment 'loaded or unchanged',
  note Nullable(String) comment 'where the rows come from'
)
engine = MergeTree
order by (batch_id)
comment 'One row per table and run of the loader.';
