/**
 * What leaves the source: the SELECTs of `sql/extract/`, one file a snapshot table. They are plain SQL that
 * MariaDB (also under `sql_mode=ANSI`) and DuckDB run unchanged, with an explicit column list and an order.
 * The names of the columns stand in the SQL, their types here: those of `src/lib/bank/schema.ts` by table and
 * column name, and for a view, whose columns no table has, once below.
 *
 * They read up to a day, so that nothing which is posted meanwhile can come in by half: as they stand, up to the end of
 * 2099, and for a snapshot up to the last day that the source calls closed (`upTo`).
 */
import {join} from "node:path";
import {type ColumnType, tableNames, tables} from "../src/lib/bank/schema.js";
import {projectRoot} from "./environment.js";
import {readSqlFolder, type SqlText} from "./sqlText.js";

export interface ExtractColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
}

/** A SELECT of `sql/extract/`, called like the snapshot table that it fills. */
export interface Extract extends SqlText {
  readonly columns: readonly ExtractColumn[];
}

const extractFolder: string = join(projectRoot, "sql/extract");

const column = (name: string, type: ColumnType, nullable = false): ExtractColumn => ({
  name,
  type,
  nullable,
});

const descriptions = [column("transaction_id", "serial"), column("description", "text")];

/** SELECTs over the bank's tables, which an engine runs where the legs are, and a snapshot that has all of them as well. */
const views: Readonly<Record<string, readonly ExtractColumn[]>> = {
  account_flows: [
    column("account_id", "id"),
    column("month", "day"),
    column("category", "text"),
    column("channel", "text"),
    column("other_side", "text"),
    column("is_inflow", "boolean"),
    column("is_closing", "boolean"),
    column("leg_count", "integer"),
    column("amount_eur", "money"),
  ],
  account_states: [
    column("account_id", "id"),
    column("moved_on", "day", true),
    column("below_since", "day", true),
  ],
  brokerage_legs: legColumns("transaction_id", "account_id", "booked_on", "amount_eur", "category"),
  card_hours: [
    column("city", "text"),
    column("hour", "integer"),
    column("payment_count", "integer"),
  ],
  company_days: [
    column("user_id", "id"),
    column("day", "day"),
    column("category", "text"),
    column("leg_count", "integer"),
    column("amount_eur", "money"),
    column("lowest_eur", "money"),
  ],
  daily_flows: [
    column("day", "day"),
    column("owner_kind", "text"),
    column("industry", "text", true),
    column("account_kind", "text"),
    column("category", "text"),
    column("channel", "text"),
    column("is_inside", "boolean"),
    column("is_own_transfer", "boolean"),
    column("leg_count", "integer"),
    column("inflow_eur", "money"),
    column("outflow_eur", "money"),
    column("net_eur", "money"),
  ],
  day_hours: [
    column("day", "day"),
    column("hour", "integer"),
    column("payment_count", "integer"),
    column("moved_eur", "money"),
  ],
  invoice_payments: [
    column("invoice_id", "serial"),
    column("paid_on", "day"),
    column("paid_eur", "money"),
  ],
  large_legs: [
    column("transaction_id", "serial"),
    column("largest_before_eur", "money", true),
    column("before_count", "integer"),
  ],
  recent_legs: legColumns(
    "transaction_id",
    "account_id",
    "booked_at",
    "booked_on",
    "amount_eur",
    "channel",
    "category",
    "counterparty_id",
    "counter_account_id",
    "transfer_id",
  ),
  salary_legs: legColumns(
    "transaction_id",
    "account_id",
    "booked_at",
    "booked_on",
    "amount_eur",
    "category",
    "counterparty_id",
    "counter_account_id",
    "transfer_id",
  ),
  savings_peaks: [column("user_id", "id"), column("month", "day"), column("peak_eur", "money")],
  sector_payments: [
    column("month", "day"),
    column("payer_industry", "text"),
    column("payee_industry", "text"),
    column("payment_count", "integer"),
    column("paid_eur", "money"),
  ],
};

/** Columns of `transactions`, as its table has them. */
function legColumns(...names: readonly string[]): ExtractColumn[] {
  return names.map((name) => tableColumns("transactions")!.find((found) => found.name === name)!);
}

/** Every table that an extract may fill, whether or not a snapshot has it. */
export const extractNames: readonly string[] = [
  ...tableNames,
  "descriptions",
  ...Object.keys(views),
];

/** The tables with a row for each leg, which a snapshot may be without. */
export const legTables: readonly string[] = ["transactions", "descriptions"];

export function isView({name}: Pick<Extract, "name">): boolean {
  return name in views;
}

/** What stands in the SELECTs of legs for the first day that they read. */
const firstDay = "'1000-01-01'";

/** What stands in the SELECTs for the last day that they read. */
const lastDay = "'2099-12-31'";

/** The extract of what is dated up to a day, that day included; of nothing dated where there is none (`asOf` is empty). */
export function upTo(asOf: string, extract: Extract): Extract {
  return {...extract, sql: extract.sql.replaceAll(lastDay, asOf === "" ? "null" : `'${asOf}'`)};
}

/** The extract of legs that were booked on a day or later. */
export function from(day: string, extract: Extract): Extract {
  return {...extract, sql: extract.sql.replaceAll(firstDay, `'${day}'`)};
}

/** The DuckDB type of a column, as the table in `src/lib/bank/schema.ts` has it. */
export const duckdbTypes = {
  id: "VARCHAR",
  text: "VARCHAR",
  integer: "INTEGER",
  serial: "BIGINT",
  money: "DECIMAL(18,2)",
  quantity: "DECIMAL(14,6)",
  price: "DECIMAL(12,4)",
  rate: "DECIMAL(10,6)",
  ratio: "DOUBLE",
  boolean: "BOOLEAN",
  day: "TIMESTAMP",
  instant: "TIMESTAMP",
} as const satisfies Record<ColumnType, string>;

/**
 * The extracts, the bank's tables first and in the order of dependency, then the others by name.
 * Throws on a file for a table that nobody has declared.
 */
export function readExtracts(folder: string = extractFolder): Extract[] {
  const rank = (name: string) =>
    (tableNames as readonly string[]).includes(name)
      ? (tableNames as readonly string[]).indexOf(name)
      : tableNames.length;
  return readSqlFolder(folder)
    .sort((a, b) => rank(a.name) - rank(b.name))
    .map((text) => ({...text, columns: columnsOf(text.name)}));
}

function columnsOf(name: string): readonly ExtractColumn[] {
  const columns = name === "descriptions" ? descriptions : (views[name] ?? tableColumns(name));
  if (!columns) throw new Error(`no columns declared for sql/extract/${name}.sql`);
  return columns;
}

/** What the snapshot has of a table of the bank: of `transactions` not the free text. */
function tableColumns(name: string): ExtractColumn[] | undefined {
  return tables
    .find((table) => table.name === name)
    ?.columns.filter((found) => !(name === "transactions" && found.name === "description"))
    .map(({name, type, nullable = false}) => column(name, type, nullable));
}
