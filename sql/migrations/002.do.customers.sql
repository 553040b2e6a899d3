-- Who banks here, and the accounts they hold.

create table if not exists users (
  user_id varchar(32) collate utf8mb4_bin not null comment 'ind-000017, com-00012 or adm-001',
  kind varchar(16) not null comment 'what the user is',
  name varchar(120) not null comment 'full or trading name',
  email varchar(160) not null comment 'e-mail address, not published',
  city varchar(64) not null comment 'home or seat',
  joined_on date not null comment 'when the first account was opened',
  primary key (user_id),
  key users_city (city),
  constraint users_city_fk foreign key (city) references cities (city),
  constraint users_kind_known check (kind in ('individual', 'company', 'bank_admin'))
) engine = innodb default character set utf8mb4 collate utf8mb4_nopad_bin
  comment = 'One row per customer or administrator.';

create table if not exists companies (
  user_id varchar(32) collate utf8mb4_bin not null comment 'the company',
  industry varchar(32) not null comment 'sector of business',
  size_band varchar(16) not null comment 'by employees at the start: under 10, under 50, 50 or more',
  founded_on date not null comment 'date of founding',
  primary key (user_id),
  constraint companies_user_id_fk foreign key (user_id) references users (user_id),
  constraint companies_industry_known check (industry in ('construction', 'engineering', 'food_production', 'health_care', 'hospitality', 'it_services', 'logistics', 'media', 'professional_services', 'real_estate', 'retail', 'wholesale')),
  constraint companies_size_band_known check (size_band in ('micro', 'small', 'medium'))
) engine = innodb default character set utf8mb4 collate utf8mb4_nopad_bin
  comment = 'One row per company.';

create table if not exists individuals (
  user_id varchar(32) collate utf8mb4_bin not null comment 'the person',
  birth_year int not null comment 'year of birth',
  occupation varchar(80) not null comment 'job title, or retired, student',
  employer_id varchar(32) collate utf8mb4_bin comment 'the employing customer at the start of the data, if there is one',
  household_size int not null comment 'people in the household',
  tenure varchar(16) not null comment 'owner without a mortgage, with one, or tenant',
  persona varchar(24) not null comment 'the generator''s spending type; analyses never read it',
  primary key (user_id),
  key individuals_employer (employer_id),
  constraint individuals_user_id_fk foreign key (user_id) references users (user_id),
  constraint individuals_employer_id_fk foreign key (employer_id) references companies (user_id),
  constraint individuals_tenure_known check (tenure in ('owner', 'mortgage', 'tenant')),
  constraint individuals_birth_year_min check (birth_year >= 1900),
  constraint individuals_household_size_min check (household_size >= 1)
) engine = innodb default character set utf8mb4 collate utf8mb4_nopad_bin
  comment = 'One row per person.';

create table if not exists accounts (
  account_id varchar(32) collate utf8mb4_bin not null comment 'for example ind-000017-chk',
  user_id varchar(32) collate utf8mb4_bin not null comment 'owner',
  kind varchar(16) not null comment 'what the account is for',
  currency varchar(3) not null comment 'ISO 4217 code',
  iban varchar(34) not null comment 'account number, masked when published',
  opened_on date not null comment 'first day',
  closed_on date comment 'last day, if closed',
  opening_balance_eur decimal(14,2) not null comment 'balance before the first leg',
  overdraft_limit_eur decimal(14,2) not null comment 'how far below zero checking may fall',
  primary key (account_id),
  key accounts_user (user_id),
  constraint accounts_user_id_fk foreign key (user_id) references users (user_id),
  constraint accounts_kind_known check (kind in ('checking', 'savings', 'brokerage')),
  constraint accounts_currency_known check (currency in ('EUR')),
  constraint accounts_overdraft_limit_eur_min check (overdraft_limit_eur >= 0)
) engine = innodb default character set utf8mb4 collate utf8mb4_nopad_bin
  comment = 'One row per account.';

create table if not exists savings_goals (
  goal_id int not null comment 'number',
  user_id varchar(32) collate utf8mb4_bin not null comment 'who saves',
  name varchar(80) not null comment 'what for',
  target_eur decimal(14,2) not null comment 'amount to reach on the savings account',
  due_on date not null comment 'by when',
  primary key (goal_id),
  key savings_goals_user (user_id),
  constraint savings_goals_user_id_fk foreign key (user_id) references users (user_id),
  constraint savings_goals_goal_id_min check (goal_id >= 1),
  constraint savings_goals_target_eur_min check (target_eur >= 0)
) engine = innodb default character set utf8mb4 collate utf8mb4_nopad_bin
  comment = 'One row per savings goal.';
