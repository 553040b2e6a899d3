-- The schema that sql/migrations/ add up to, for reading. Nothing runs this file: a test compares it with
-- a migrated database, and `npx vitest run test/db/migrate.test.ts -u` writes it anew.

CREATE TABLE `calendar` (
  `day` date NOT NULL COMMENT 'the day',
  `month` date NOT NULL COMMENT 'first day of its month',
  `quarter` date NOT NULL COMMENT 'first day of its quarter',
  `weekday` int(11) NOT NULL COMMENT '1 for Monday to 7 for Sunday',
  `is_business_day` tinyint(1) NOT NULL COMMENT 'a TARGET settlement day',
  PRIMARY KEY (`day`),
  CONSTRAINT `calendar_weekday_min` CHECK (`weekday` >= 1)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='One row per day.';

CREATE TABLE `cities` (
  `city` varchar(64) NOT NULL COMMENT 'name, unique',
  `country` varchar(2) NOT NULL COMMENT 'ISO 3166 code',
  `population` int(11) NOT NULL COMMENT 'inhabitants',
  `rent_index` double NOT NULL COMMENT 'rent level, 1 for the average city',
  PRIMARY KEY (`city`),
  CONSTRAINT `cities_population_min` CHECK (`population` >= 0),
  CONSTRAINT `cities_rent_index_min` CHECK (`rent_index` >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='One row per city.';

CREATE TABLE `users` (
  `user_id` varchar(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'ind-000017, com-00012 or adm-001',
  `kind` varchar(16) NOT NULL COMMENT 'what the user is',
  `name` varchar(120) NOT NULL COMMENT 'full or trading name',
  `email` varchar(160) NOT NULL COMMENT 'e-mail address, not published',
  `city` varchar(64) NOT NULL COMMENT 'home or seat',
  `joined_on` date NOT NULL COMMENT 'when the first account was opened',
  PRIMARY KEY (`user_id`),
  KEY `users_city` (`city`),
  CONSTRAINT `users_city_fk` FOREIGN KEY (`city`) REFERENCES `cities` (`city`),
  CONSTRAINT `users_kind_known` CHECK (`kind` in ('individual','company','bank_admin'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='One row per customer or administrator.';

CREATE TABLE `companies` (
  `user_id` varchar(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'the company',
  `industry` varchar(32) NOT NULL COMMENT 'sector of business',
  `size_band` varchar(16) NOT NULL COMMENT 'by employees at the start: under 10, under 50, 50 or more',
  `founded_on` date NOT NULL COMMENT 'date of founding',
  PRIMARY KEY (`user_id`),
  CONSTRAINT `companies_user_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users` (`user_id`),
  CONSTRAINT `companies_industry_known` CHECK (`industry` in ('construction','engineering','food_production','health_care','hospitality','it_services','logistics','media','professional_services','real_estate','retail','wholesale')),
  CONSTRAINT `companies_size_band_known` CHECK (`size_band` in ('micro','small','medium'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='One row per company.';

CREATE TABLE `individuals` (
  `user_id` varchar(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'the person',
  `birth_year` int(11) NOT NULL COMMENT 'year of birth',
  `occupation` varchar(80) NOT NULL COMMENT 'job title, or retired, student',
  `employer_id` varchar(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL COMMENT 'the employing customer at the start of the data, if there is one',
  `household_size` int(11) NOT NULL COMMENT 'people in the household',
  `tenure` varchar(16) NOT NULL COMMENT 'owner without a mortgage, with one, or tenant',
  `persona` varchar(24) NOT NULL COMMENT 'the generator''s spending type; analyses never read it',
  PRIMARY KEY (`user_id`),
  KEY `individuals_employer` (`employer_id`),
  CONSTRAINT `individuals_employer_id_fk` FOREIGN KEY (`employer_id`) REFERENCES `companies` (`user_id`),
  CONSTRAINT `individuals_user_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users` (`user_id`),
  CONSTRAINT `individuals_tenure_known` CHECK (`tenure` in ('owner','mortgage','tenant')),
  CONSTRAINT `individuals_birth_year_min` CHECK (`birth_year` >= 1900),
  CONSTRAINT `individuals_household_size_min` CHECK (`household_size` >= 1)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='One row per person.';

CREATE TABLE `accounts` (
  `account_id` varchar(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'for example ind-000017-chk',
  `user_id` varchar(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'owner',
  `kind` varchar(16) NOT NULL COMMENT 'what the account is for',
  `currency` varchar(3) NOT NULL COMMENT 'ISO 4217 code',
  `iban` varchar(34) NOT NULL COMMENT 'account number, masked when published',
  `opened_on` date NOT NULL COMMENT 'first day',
  `closed_on` date DEFAULT NULL COMMENT 'last day, if closed',
  `opening_balance_eur` decimal(14,2) NOT NULL COMMENT 'balance before the first leg',
  `overdraft_limit_eur` decimal(14,2) NOT NULL COMMENT 'how far below zero checking may fall',
  PRIMARY KEY (`account_id`),
  KEY `accounts_user` (`user_id`),
  CONSTRAINT `accounts_user_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users` (`user_id`),
  CONSTRAINT `accounts_kind_known` CHECK (`kind` in ('checking','savings','brokerage')),
  CONSTRAINT `accounts_currency_known` CHECK (`currency` = 'EUR'),
  CONSTRAINT `accounts_overdraft_limit_eur_min` CHECK (`overdraft_limit_eur` >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='One row per account.';

CREATE TABLE `savings_goals` (
  `goal_id` int(11) NOT NULL COMMENT 'number',
  `user_id` varchar(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'who saves',
  `name` varchar(80) NOT NULL COMMENT 'what for',
  `target_eur` decimal(14,2) NOT NULL COMMENT 'amount to reach on the savings account',
  `due_on` date NOT NULL COMMENT 'by when',
  PRIMARY KEY (`goal_id`),
  KEY `savings_goals_user` (`user_id`),
  CONSTRAINT `savings_goals_user_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users` (`user_id`),
  CONSTRAINT `savings_goals_goal_id_min` CHECK (`goal_id` >= 1),
  CONSTRAINT `savings_goals_target_eur_min` CHECK (`target_eur` >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='One row per savings goal.';

CREATE TABLE `counterparties` (
  `counterparty_id` varchar(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'for example cp-00042',
  `name` varchar(120) NOT NULL COMMENT 'name on the statement',
  `kind` varchar(24) NOT NULL COMMENT 'merchant, employer, landlord, utility, authority, …',
  `country` varchar(2) NOT NULL COMMENT 'ISO 3166 code',
  `mcc` varchar(4) DEFAULT NULL COMMENT 'ISO 18245 merchant category code, for merchants',
  PRIMARY KEY (`counterparty_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='One row per outside party.';

CREATE TABLE `instruments` (
  `symbol` varchar(12) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'ticker',
  `name` varchar(120) NOT NULL COMMENT 'full name',
  `kind` varchar(8) NOT NULL COMMENT 'share or fund',
  `currency` varchar(3) NOT NULL COMMENT 'currency of its prices',
  `sector` varchar(40) NOT NULL COMMENT 'economic sector',
  `exchange` varchar(4) NOT NULL COMMENT 'where it trades: market identifier code (ISO 10383)',
  PRIMARY KEY (`symbol`),
  CONSTRAINT `instruments_kind_known` CHECK (`kind` in ('share','fund')),
  CONSTRAINT `instruments_exchange_known` CHECK (`exchange` in ('XAMS','XETR','XNAS','XNYS'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='One row per security.';

CREATE TABLE `prices` (
  `symbol` varchar(12) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'security',
  `day` date NOT NULL COMMENT 'trading day of the exchange',
  `close` decimal(12,4) NOT NULL COMMENT 'closing price in the instrument''s currency, as traded that day',
  PRIMARY KEY (`symbol`,`day`),
  KEY `prices_day` (`day`),
  CONSTRAINT `prices_day_fk` FOREIGN KEY (`day`) REFERENCES `calendar` (`day`),
  CONSTRAINT `prices_symbol_fk` FOREIGN KEY (`symbol`) REFERENCES `instruments` (`symbol`),
  CONSTRAINT `prices_close_min` CHECK (`close` >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='One row per security and trading day of its exchange.';

CREATE TABLE `fx_rates` (
  `currency` varchar(3) NOT NULL COMMENT 'ISO 4217 code; EUR is present with 1',
  `day` date NOT NULL COMMENT 'day of the fixing',
  `rate` decimal(10,6) NOT NULL COMMENT 'euro per unit of the currency',
  PRIMARY KEY (`currency`,`day`),
  KEY `fx_rates_day` (`day`),
  CONSTRAINT `fx_rates_day_fk` FOREIGN KEY (`day`) REFERENCES `calendar` (`day`),
  CONSTRAINT `fx_rates_rate_min` CHECK (`rate` >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='One row per currency and business day.';

CREATE TABLE `splits` (
  `symbol` varchar(12) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'security',
  `day` date NOT NULL COMMENT 'first day traded after the split',
  `shares_before` int(11) NOT NULL COMMENT 'this many old shares …',
  `shares_after` int(11) NOT NULL COMMENT '… became this many new ones',
  PRIMARY KEY (`symbol`,`day`),
  CONSTRAINT `splits_symbol_fk` FOREIGN KEY (`symbol`) REFERENCES `instruments` (`symbol`),
  CONSTRAINT `splits_shares_before_min` CHECK (`shares_before` >= 1),
  CONSTRAINT `splits_shares_after_min` CHECK (`shares_after` >= 1)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='One row per split of a security.';

CREATE TABLE `dividends` (
  `symbol` varchar(12) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'security',
  `ex_on` date NOT NULL COMMENT 'holders at the close of the day before are entitled',
  `paid_on` date NOT NULL COMMENT 'day of payment',
  `amount` decimal(12,4) NOT NULL COMMENT 'per share, in the instrument''s currency',
  PRIMARY KEY (`symbol`,`ex_on`),
  CONSTRAINT `dividends_symbol_fk` FOREIGN KEY (`symbol`) REFERENCES `instruments` (`symbol`),
  CONSTRAINT `dividends_amount_min` CHECK (`amount` >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='One row per dividend of a security.';

CREATE TABLE `transactions` (
  `transaction_id` bigint(20) NOT NULL COMMENT 'number, in the order of posting',
  `account_id` varchar(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'the account',
  `booked_at` datetime NOT NULL COMMENT 'instant of booking',
  `booked_on` date NOT NULL COMMENT 'its day',
  `amount_eur` decimal(14,2) NOT NULL COMMENT 'signed: positive is money in',
  `channel` varchar(16) NOT NULL COMMENT 'how it was paid',
  `category` varchar(24) NOT NULL COMMENT 'what it was for (src/lib/bank/categories.ts)',
  `counterparty_id` varchar(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL COMMENT 'the outside party, if it crossed the border',
  `counter_account_id` varchar(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL COMMENT 'the other inside account, if it did not',
  `transfer_id` bigint(20) DEFAULT NULL COMMENT 'joins the two legs of an internal movement',
  `description` varchar(140) NOT NULL COMMENT 'free text, not published',
  PRIMARY KEY (`transaction_id`),
  KEY `transactions_account` (`account_id`,`booked_at`),
  KEY `transactions_counterparty` (`counterparty_id`),
  KEY `transactions_counter_account` (`counter_account_id`),
  KEY `transactions_transfer` (`transfer_id`),
  KEY `transactions_booked_on` (`booked_on`),
  CONSTRAINT `transactions_account_id_fk` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`account_id`),
  CONSTRAINT `transactions_booked_on_fk` FOREIGN KEY (`booked_on`) REFERENCES `calendar` (`day`),
  CONSTRAINT `transactions_counter_account_id_fk` FOREIGN KEY (`counter_account_id`) REFERENCES `accounts` (`account_id`),
  CONSTRAINT `transactions_counterparty_id_fk` FOREIGN KEY (`counterparty_id`) REFERENCES `counterparties` (`counterparty_id`),
  CONSTRAINT `transactions_channel_known` CHECK (`channel` in ('card','credit_transfer','direct_debit','e_money','cash','book')),
  CONSTRAINT `transactions_transaction_id_min` CHECK (`transaction_id` >= 1),
  CONSTRAINT `transactions_transfer_id_min` CHECK (`transfer_id` >= 1)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='One row per leg on one account.';

CREATE TABLE `trades` (
  `trade_id` bigint(20) NOT NULL COMMENT 'number, in the order of execution',
  `account_id` varchar(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'brokerage account',
  `symbol` varchar(12) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'security',
  `side` varchar(4) NOT NULL COMMENT 'buy or sell',
  `quantity` decimal(14,6) NOT NULL COMMENT 'shares, always positive',
  `price` decimal(12,4) NOT NULL COMMENT 'per share in the instrument''s currency',
  `fx_rate` decimal(10,6) NOT NULL COMMENT 'euro per unit of that currency',
  `gross_eur` decimal(14,2) NOT NULL COMMENT 'quantity × price × fx_rate, to the cent',
  `fee_eur` decimal(14,2) NOT NULL COMMENT 'commission',
  `executed_at` datetime NOT NULL COMMENT 'instant of execution',
  `transaction_id` bigint(20) NOT NULL COMMENT 'the cash leg',
  PRIMARY KEY (`trade_id`),
  KEY `trades_account` (`account_id`,`executed_at`),
  KEY `trades_symbol` (`symbol`),
  KEY `trades_transaction` (`transaction_id`),
  CONSTRAINT `trades_account_id_fk` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`account_id`),
  CONSTRAINT `trades_symbol_fk` FOREIGN KEY (`symbol`) REFERENCES `instruments` (`symbol`),
  CONSTRAINT `trades_transaction_id_fk` FOREIGN KEY (`transaction_id`) REFERENCES `transactions` (`transaction_id`),
  CONSTRAINT `trades_side_known` CHECK (`side` in ('buy','sell')),
  CONSTRAINT `trades_trade_id_min` CHECK (`trade_id` >= 1),
  CONSTRAINT `trades_quantity_min` CHECK (`quantity` >= 0),
  CONSTRAINT `trades_price_min` CHECK (`price` >= 0),
  CONSTRAINT `trades_fx_rate_min` CHECK (`fx_rate` >= 0),
  CONSTRAINT `trades_gross_eur_min` CHECK (`gross_eur` >= 0),
  CONSTRAINT `trades_fee_eur_min` CHECK (`fee_eur` >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='One row per execution.';

CREATE TABLE `invoices` (
  `invoice_id` bigint(20) NOT NULL COMMENT 'number',
  `company_id` varchar(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'who issued it',
  `counterparty_id` varchar(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL COMMENT 'outside customer, if the customer does not bank here',
  `customer_id` varchar(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL COMMENT 'inside customer, if it does',
  `issued_on` date NOT NULL COMMENT 'date of the invoice',
  `due_on` date NOT NULL COMMENT 'end of the payment term',
  `amount_eur` decimal(14,2) NOT NULL COMMENT 'amount with VAT; negative for a credit note',
  `credited_id` bigint(20) DEFAULT NULL COMMENT 'the invoice that a credit note takes back, wholly or in part',
  `transaction_id` bigint(20) DEFAULT NULL COMMENT 'the receipt, or what was paid back, on the issuer''s account, once paid',
  PRIMARY KEY (`invoice_id`),
  KEY `invoices_company` (`company_id`,`issued_on`),
  KEY `invoices_counterparty` (`counterparty_id`),
  KEY `invoices_customer` (`customer_id`),
  KEY `invoices_transaction` (`transaction_id`),
  KEY `invoices_credited` (`credited_id`),
  CONSTRAINT `invoices_company_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies` (`user_id`),
  CONSTRAINT `invoices_counterparty_id_fk` FOREIGN KEY (`counterparty_id`) REFERENCES `counterparties` (`counterparty_id`),
  CONSTRAINT `invoices_credited_id_fk` FOREIGN KEY (`credited_id`) REFERENCES `invoices` (`invoice_id`),
  CONSTRAINT `invoices_customer_id_fk` FOREIGN KEY (`customer_id`) REFERENCES `companies` (`user_id`),
  CONSTRAINT `invoices_transaction_id_fk` FOREIGN KEY (`transaction_id`) REFERENCES `transactions` (`transaction_id`),
  CONSTRAINT `invoices_invoice_id_min` CHECK (`invoice_id` >= 1)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='One row per invoice or credit note issued by a company.';

CREATE TABLE `bank_parameters` (
  `name` varchar(64) NOT NULL COMMENT 'of the parameter: seed, individuals, months, …',
  `value` varchar(255) NOT NULL COMMENT 'as JSON',
  `position` int(11) NOT NULL COMMENT 'its place in the manifest',
  PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='One row per parameter with which the bank was generated, from its manifest.';

CREATE TABLE `imported_rows` (
  `transaction_id` bigint(20) NOT NULL COMMENT 'the leg on the account that the statement is of',
  `bank_id` varchar(128) DEFAULT NULL COMMENT 'id of the row at the bank that the statement is from, if it has one',
  `content_sha256` char(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of day, amount and texts, in hex',
  `file` varchar(255) NOT NULL COMMENT 'name of the file',
  `line` int(11) NOT NULL COMMENT 'its line',
  `imported_by` varchar(160) DEFAULT user() COMMENT 'account and machine of who imported it',
  `imported_at` datetime(3) DEFAULT utc_timestamp(3) COMMENT 'when, UTC',
  PRIMARY KEY (`transaction_id`),
  CONSTRAINT `imported_rows_transaction_fk` FOREIGN KEY (`transaction_id`) REFERENCES `transactions` (`transaction_id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='One row per row of a statement that was imported.';

CREATE TABLE `live_batches` (
  `batch` int(11) NOT NULL COMMENT 'number, in the order of the stream',
  `first_id` bigint(20) NOT NULL COMMENT 'of its first transaction',
  `row_count` int(11) NOT NULL COMMENT 'transactions, whose ids follow without a gap',
  `reached_at` datetime NOT NULL COMMENT 'how far the bank''s time has come with it, UTC',
  `written_at` datetime(3) NOT NULL COMMENT 'when the generator wrote it, UTC',
  `posted_at` datetime(3) NOT NULL COMMENT 'when it was posted or set aside, UTC',
  `outcome` varchar(16) NOT NULL COMMENT 'what became of it',
  `reason` varchar(500) DEFAULT NULL COMMENT 'why it was set aside',
  `posted_by` varchar(160) DEFAULT user() COMMENT 'account and machine of the worker',
  PRIMARY KEY (`batch`),
  CONSTRAINT `live_batches_outcome_known` CHECK (`outcome` in ('posted','set aside'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='One row per batch of the live stream.';

CREATE TABLE `live_refusals` (
  `batch` int(11) NOT NULL COMMENT 'the batch that tells of it',
  `position` int(11) NOT NULL COMMENT 'its place in the batch',
  `refused_at` datetime NOT NULL COMMENT 'when, UTC',
  `account_id` varchar(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'that would have paid',
  `amount_eur` decimal(14,2) NOT NULL COMMENT 'what would have been paid',
  `channel` varchar(16) NOT NULL COMMENT 'how',
  `category` varchar(24) NOT NULL COMMENT 'what for',
  `counterparty_id` varchar(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL COMMENT 'to whom, if outside',
  PRIMARY KEY (`batch`,`position`),
  KEY `live_refusals_account_fk` (`account_id`),
  CONSTRAINT `live_refusals_account_fk` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`account_id`),
  CONSTRAINT `live_refusals_batch_fk` FOREIGN KEY (`batch`) REFERENCES `live_batches` (`batch`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='One row per payment that was refused for lack of money.';

CREATE TABLE `live_stream` (
  `id` tinyint(4) NOT NULL COMMENT '1',
  `first_id` bigint(20) NOT NULL COMMENT 'of the first transaction of the stream: one more than the last of the bank',
  `batch` int(11) NOT NULL COMMENT 'the last batch that was posted or set aside',
  PRIMARY KEY (`id`),
  CONSTRAINT `live_stream_one` CHECK (`id` = 1)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='One row: the stream that is posted, and how far.';

CREATE TABLE `load_batches` (
  `batch_id` int(11) NOT NULL AUTO_INCREMENT COMMENT 'number, in the order of loading',
  `table_name` varchar(64) NOT NULL COMMENT 'the table it went into',
  `file` varchar(255) NOT NULL COMMENT 'name of the CSV file',
  `sha256` char(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the file, in hex',
  `row_count` bigint(20) NOT NULL DEFAULT 0 COMMENT 'data rows in the file',
  `inserted_count` bigint(20) NOT NULL DEFAULT 0 COMMENT 'rows that were new',
  `updated_count` bigint(20) NOT NULL DEFAULT 0 COMMENT 'rows that differed',
  `unchanged_count` bigint(20) NOT NULL DEFAULT 0 COMMENT 'rows that were there already, the same',
  `rejected_count` bigint(20) NOT NULL DEFAULT 0 COMMENT 'rows that were refused',
  `vanished_count` bigint(20) NOT NULL DEFAULT 0 COMMENT 'rows in the table that the file does not have',
  `pruned_count` bigint(20) NOT NULL DEFAULT 0 COMMENT 'of these, how many were removed',
  `started_at` datetime(3) NOT NULL COMMENT 'when the run began, UTC',
  `finished_at` datetime(3) DEFAULT NULL COMMENT 'when it ended, UTC',
  `outcome` varchar(16) NOT NULL COMMENT 'how it ended',
  `note` varchar(255) DEFAULT NULL COMMENT 'what a person should know: the error, the broken rules',
  `loaded_by` varchar(160) DEFAULT user() COMMENT 'account and machine of the loader',
  PRIMARY KEY (`batch_id`),
  KEY `load_batches_table` (`table_name`,`batch_id`),
  CONSTRAINT `load_batches_outcome_known` CHECK (`outcome` in ('running','loaded','unchanged','rejected','failed','killed'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='One row per file and run of the loader.';

CREATE TABLE `posting_counters` (
  `name` varchar(16) NOT NULL COMMENT 'what is numbered: transaction, transfer, trade',
  `last_id` bigint(20) NOT NULL COMMENT 'the last number given out',
  `earlier_id` bigint(20) NOT NULL DEFAULT 0 COMMENT 'until level 10, numbers were given out from 1,000,000,001 to this one',
  PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='One row per kind of number that the posting services give out.';

CREATE TABLE `posting_requests` (
  `request_id` varchar(64) NOT NULL COMMENT 'given by the sender, unique',
  `kind` varchar(16) NOT NULL COMMENT 'what was asked for',
  `request_sha256` char(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the request, so that one id cannot stand for two requests',
  `result` varchar(512) NOT NULL COMMENT 'what was posted, as JSON: ids of legs, transfer and trade',
  `posted_at` datetime(3) NOT NULL COMMENT 'when, UTC',
  `posted_by` varchar(160) DEFAULT user() COMMENT 'account and machine of the sender',
  PRIMARY KEY (`request_id`),
  CONSTRAINT `posting_requests_kind_known` CHECK (`kind` in ('transfer','trade'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='One row per request that was posted.';
