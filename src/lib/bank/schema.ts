/**
 * The bank's tables: the one definition from which the CSV headers, the type checks on the way in, the
 * snapshot and the data dictionary are made, and against which MariaDB's schema is tested.
 *
 * Column names carry their unit or kind last. Keys are made by the generator and stable: people, companies
 * and accounts have readable text ids, what is posted in sequence (transactions, transfers, trades,
 * invoices) has serial numbers.
 */
import {exchanges} from "./exchanges.js";

/**
 * What a column holds, with its text form in CSV and its type in the snapshot (DuckDB):
 *
 * | type | CSV text | snapshot |
 * |---|---|---|
 * | id, text | UTF-8, at most `length` characters | VARCHAR |
 * | integer | `-12` | INTEGER |
 * | serial | `12`, at most 2^53 − 1, which a number of JavaScript holds exactly | BIGINT |
 * | money | euro, at most two decimals: `-12.05` | DECIMAL(18,2) |
 * | quantity | six decimals at most | DECIMAL(14,6) |
 * | price | in the instrument's currency, four decimals at most | DECIMAL(12,4) |
 * | rate | euro per unit of a currency, six decimals at most | DECIMAL(10,6) |
 * | ratio | a plain number, three decimals at most | DOUBLE |
 * | boolean | `true`, `false` | BOOLEAN |
 * | day | `2025-05-01` | TIMESTAMP at midnight |
 * | instant | `2025-05-01 13:45:10`, UTC | TIMESTAMP |
 *
 * An empty field is null and allowed only where the column is nullable.
 */
export type ColumnType =
  | "id"
  | "text"
  | "integer"
  | "serial"
  | "money"
  | "quantity"
  | "price"
  | "rate"
  | "ratio"
  | "boolean"
  | "day"
  | "instant";

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** The longest text, in characters; 32 for ids. */
  readonly length?: number;
  readonly nullable?: boolean;
  /** The only texts allowed. */
  readonly values?: readonly string[];
  /** The least value allowed, as a number. */
  readonly min?: number;
  /** The table and column whose value it must repeat. */
  readonly references?: {readonly table: TableName; readonly column: string};
  /** What it holds, in words, for the dictionary and the database's comments. */
  readonly comment: string;
}

export interface Table {
  readonly name: TableName;
  /** One row per … */
  readonly grain: string;
  readonly columns: readonly Column[];
  readonly key: readonly string[];
}

/** In the order of dependency: a table refers only to those before it, or to itself. */
export const tableNames = [
  "calendar",
  "cities",
  "users",
  "companies",
  "individuals",
  "accounts",
  "savings_goals",
  "counterparties",
  "instruments",
  "prices",
  "fx_rates",
  "splits",
  "dividends",
  "transactions",
  "trades",
  "invoices",
] as const;

export type TableName = (typeof tableNames)[number];

export const industries = [
  "construction",
  "engineering",
  "food_production",
  "health_care",
  "hospitality",
  "it_services",
  "logistics",
  "media",
  "professional_services",
  "real_estate",
  "retail",
  "wholesale",
] as const;

export type Industry = (typeof industries)[number];

export const channels = [
  "card",
  "credit_transfer",
  "direct_debit",
  "e_money",
  "cash",
  "book",
] as const;

export type Channel = (typeof channels)[number];

const to = (table: TableName, column: string) => ({table, column});

const id = (name: string, comment: string, rest: Partial<Column> = {}): Column => ({
  name,
  type: "id",
  length: 32,
  comment,
  ...rest,
});

const column = (
  name: string,
  type: ColumnType,
  comment: string,
  rest: Partial<Column> = {},
): Column => ({name, type, comment, ...rest});

export const tables: readonly Table[] = [
  {
    name: "calendar",
    grain: "day",
    key: ["day"],
    columns: [
      column("day", "day", "the day"),
      column("month", "day", "first day of its month"),
      column("quarter", "day", "first day of its quarter"),
      column("weekday", "integer", "1 for Monday to 7 for Sunday", {min: 1}),
      column("is_business_day", "boolean", "a TARGET settlement day"),
    ],
  },
  {
    name: "cities",
    grain: "city",
    key: ["city"],
    columns: [
      column("city", "text", "name, unique", {length: 64}),
      column("country", "text", "ISO 3166 code", {length: 2}),
      column("population", "integer", "inhabitants", {min: 0}),
      column("rent_index", "ratio", "rent level, 1 for the average city", {min: 0}),
    ],
  },
  {
    name: "users",
    grain: "customer or administrator",
    key: ["user_id"],
    columns: [
      id("user_id", "ind-000017, com-00012 or adm-001"),
      column("kind", "text", "what the user is", {
        length: 16,
        values: ["individual", "company", "bank_admin"],
      }),
      column("name", "text", "full or trading name", {length: 120}),
      column("email", "text", "e-mail address, not published", {length: 160}),
      column("city", "text", "home or seat", {length: 64, references: to("cities", "city")}),
      column("joined_on", "day", "when the first account was opened"),
    ],
  },
  {
    name: "companies",
    grain: "company",
    key: ["user_id"],
    columns: [
      id("user_id", "the company", {references: to("users", "user_id")}),
      column("industry", "text", "sector of business", {length: 32, values: industries}),
      column("size_band", "text", "by employees at the start: under 10, under 50, 50 or more", {
        length: 16,
        values: ["micro", "small", "medium"],
      }),
      column("founded_on", "day", "date of founding"),
    ],
  },
  {
    name: "individuals",
    grain: "person",
    key: ["user_id"],
    columns: [
      id("user_id", "the person", {references: to("users", "user_id")}),
      column("birth_year", "integer", "year of birth", {min: 1900}),
      column("occupation", "text", "job title, or retired, student", {length: 80}),
      id("employer_id", "the employing customer at the start of the data, if there is one", {
        nullable: true,
        references: to("companies", "user_id"),
      }),
      column("household_size", "integer", "people in the household", {min: 1}),
      column("tenure", "text", "owner without a mortgage, with one, or tenant", {
        length: 16,
        values: ["owner", "mortgage", "tenant"],
      }),
      column("persona", "text", "the generator's spending type; analyses never read it", {
        length: 24,
      }),
    ],
  },
  {
    name: "accounts",
    grain: "account",
    key: ["account_id"],
    columns: [
      id("account_id", "for example ind-000017-chk"),
      id("user_id", "owner", {references: to("users", "user_id")}),
      column("kind", "text", "what the account is for", {
        length: 16,
        values: ["checking", "savings", "brokerage"],
      }),
      column("currency", "text", "ISO 4217 code", {length: 3, values: ["EUR"]}),
      column("iban", "text", "account number, masked when published", {length: 34}),
      column("opened_on", "day", "first day"),
      column("closed_on", "day", "last day, if closed", {nullable: true}),
      column("opening_balance_eur", "money", "balance before the first leg"),
      column("overdraft_limit_eur", "money", "how far below zero checking may fall", {min: 0}),
    ],
  },
  {
    name: "savings_goals",
    grain: "savings goal",
    key: ["goal_id"],
    columns: [
      column("goal_id", "integer", "number", {min: 1}),
      id("user_id", "who saves", {references: to("users", "user_id")}),
      column("name", "text", "what for", {length: 80}),
      column("target_eur", "money", "amount to reach on the savings account", {min: 0}),
      column("due_on", "day", "by when"),
    ],
  },
  {
    name: "counterparties",
    grain: "outside party",
    key: ["counterparty_id"],
    columns: [
      id("counterparty_id", "for example cp-00042"),
      column("name", "text", "name on the statement", {length: 120}),
      column("kind", "text", "merchant, employer, landlord, utility, authority, …", {length: 24}),
      column("country", "text", "ISO 3166 code", {length: 2}),
      column("mcc", "text", "ISO 18245 merchant category code, for merchants", {
        length: 4,
        nullable: true,
      }),
    ],
  },
  {
    name: "instruments",
    grain: "security",
    key: ["symbol"],
    columns: [
      id("symbol", "ticker", {length: 12}),
      column("name", "text", "full name", {length: 120}),
      column("kind", "text", "share or fund", {length: 8, values: ["share", "fund"]}),
      column("currency", "text", "currency of its prices", {length: 3}),
      column("sector", "text", "economic sector", {length: 40}),
      column("exchange", "text", "where it trades: market identifier code (ISO 10383)", {
        length: 4,
        values: exchanges,
      }),
    ],
  },
  {
    name: "prices",
    grain: "security and trading day of its exchange",
    key: ["symbol", "day"],
    columns: [
      id("symbol", "security", {length: 12, references: to("instruments", "symbol")}),
      column("day", "day", "trading day of the exchange", {references: to("calendar", "day")}),
      column("close", "price", "closing price in the instrument's currency, as traded that day", {
        min: 0,
      }),
    ],
  },
  {
    name: "fx_rates",
    grain: "currency and business day",
    key: ["currency", "day"],
    columns: [
      column("currency", "text", "ISO 4217 code; EUR is present with 1", {length: 3}),
      column("day", "day", "day of the fixing", {references: to("calendar", "day")}),
      column("rate", "rate", "euro per unit of the currency", {min: 0}),
    ],
  },
  {
    name: "splits",
    grain: "split of a security",
    key: ["symbol", "day"],
    columns: [
      id("symbol", "security", {length: 12, references: to("instruments", "symbol")}),
      column("day", "day", "first day traded after the split"),
      column("shares_before", "integer", "this many old shares …", {min: 1}),
      column("shares_after", "integer", "… became this many new ones", {min: 1}),
    ],
  },
  {
    name: "dividends",
    grain: "dividend of a security",
    key: ["symbol", "ex_on"],
    columns: [
      id("symbol", "security", {length: 12, references: to("instruments", "symbol")}),
      column("ex_on", "day", "holders at the close of the day before are entitled"),
      column("paid_on", "day", "day of payment"),
      column("amount", "price", "per share, in the instrument's currency", {min: 0}),
    ],
  },
  {
    name: "transactions",
    grain: "leg on one account",
    key: ["transaction_id"],
    columns: [
      column("transaction_id", "serial", "number, in the order of posting", {min: 1}),
      id("account_id", "the account", {references: to("accounts", "account_id")}),
      column("booked_at", "instant", "instant of booking"),
      column("booked_on", "day", "its day", {references: to("calendar", "day")}),
      column("amount_eur", "money", "signed: positive is money in"),
      column("channel", "text", "how it was paid", {length: 16, values: channels}),
      column("category", "text", "what it was for (src/lib/bank/categories.ts)", {length: 24}),
      id("counterparty_id", "the outside party, if it crossed the border", {
        nullable: true,
        references: to("counterparties", "counterparty_id"),
      }),
      id("counter_account_id", "the other inside account, if it did not", {
        nullable: true,
        references: to("accounts", "account_id"),
      }),
      column("transfer_id", "serial", "joins the two legs of an internal movement", {
        nullable: true,
        min: 1,
      }),
      column("description", "text", "free text, not published", {length: 140}),
    ],
  },
  {
    name: "trades",
    grain: "execution",
    key: ["trade_id"],
    columns: [
      column("trade_id", "serial", "number, in the order of execution", {min: 1}),
      id("account_id", "brokerage account", {references: to("accounts", "account_id")}),
      id("symbol", "security", {length: 12, references: to("instruments", "symbol")}),
      column("side", "text", "buy or sell", {length: 4, values: ["buy", "sell"]}),
      column("quantity", "quantity", "shares, always positive", {min: 0}),
      column("price", "price", "per share in the instrument's currency", {min: 0}),
      column("fx_rate", "rate", "euro per unit of that currency", {min: 0}),
      column("gross_eur", "money", "quantity × price × fx_rate, to the cent", {min: 0}),
      column("fee_eur", "money", "commission", {min: 0}),
      column("executed_at", "instant", "instant of execution"),
      column("transaction_id", "serial", "the cash leg", {
        references: to("transactions", "transaction_id"),
      }),
    ],
  },
  {
    name: "invoices",
    grain: "invoice or credit note issued by a company",
    key: ["invoice_id"],
    columns: [
      column("invoice_id", "serial", "number", {min: 1}),
      id("company_id", "who issued it", {references: to("companies", "user_id")}),
      id("counterparty_id", "outside customer, if the customer does not bank here", {
        nullable: true,
        references: to("counterparties", "counterparty_id"),
      }),
      id("customer_id", "inside customer, if it does", {
        nullable: true,
        references: to("companies", "user_id"),
      }),
      column("issued_on", "day", "date of the invoice"),
      column("due_on", "day", "end of the payment term"),
      column("amount_eur", "money", "amount with VAT; negative for a credit note"),
      column(
        "credited_id",
        "serial",
        "the invoice that a credit note takes back, wholly or in part",
        {
          nullable: true,
          references: to("invoices", "invoice_id"),
        },
      ),
      column(
        "transaction_id",
        "serial",
        "the receipt, or what was paid back, on the issuer's account, once paid",
        {
          nullable: true,
          references: to("transactions", "transaction_id"),
        },
      ),
    ],
  },
];

/** The definition of a table; throws on an unknown name. */
export function tableNamed(name: string): Table {
  const table = tables.find((candidate) => candidate.name === name);
  if (!table) throw new Error(`unknown table: ${name}`);
  return table;
}
