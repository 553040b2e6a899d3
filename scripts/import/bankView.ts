/**
 * What an import has to know of the bank: the account, the accounts on the other side of its payments, and what is
 * booked on them. Read by SELECTs that both sources run.
 */
import type {Row} from "../../loaders/rows.js";
import type {CategoryName} from "../../src/lib/bank/categories.js";
import {plainIban} from "../../src/lib/classify/payment.js";
import {parseInstant} from "../../src/lib/day.js";
import type {LedgerAccount} from "../../src/lib/ledger/posting.js";
import {centsFromEur} from "../../src/lib/money.js";
import {suggestion} from "../../src/lib/nearest.js";
import {quotedText} from "../../src/lib/quotedSql.js";

export interface BankAccount extends Pick<LedgerAccount, "openingCents" | "overdraftCents"> {
  readonly id: string;
  readonly userId: string;
  readonly kind: "checking" | "savings" | "brokerage";
  readonly iban: string;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly ownerKind: "individual" | "company";
  readonly holder: string;
  /** Where the holder lives or sits, ISO 3166. */
  readonly country: string;
}

export interface Party {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

/** A leg that is booked. */
export interface BookedLeg {
  readonly id: number;
  readonly account: string;
  /** Seconds since 1970. */
  readonly at: number;
  readonly day: string;
  readonly amountCents: number;
  readonly category: CategoryName;
  /** The name of the outside party; empty for a leg that stays inside. */
  readonly party: string;
  readonly counterAccount: string | null;
  readonly description: string;
}

/** By what a row of a statement is known again once it is booked. */
export interface RowMark {
  /** The id of the bank that the statement is from; empty where it has none. */
  readonly bankId: string;
  /** A hash of day, amount and texts. */
  readonly content: string;
}

export interface BankView {
  readonly account: BankAccount;
  /** All accounts of the bank, by id. */
  readonly accounts: ReadonlyMap<string, BankAccount>;
  readonly byIban: ReadonlyMap<string, BankAccount>;
  readonly parties: readonly Party[];
  /** The first and the last day of the bank's calendar. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** The legs on the account and on those that a statement may name, each account's in the order of posting. */
  readonly legs: readonly BookedLeg[];
  /** What earlier imports booked on the account, by transaction. */
  readonly marks: ReadonlyMap<number, RowMark>;
}

export type Query = (sql: string) => Promise<Row[]>;

/** All accounts by id. */
export async function readAccounts(query: Query): Promise<ReadonlyMap<string, BankAccount>> {
  const rows = await query(
    `select accounts.account_id, accounts.user_id, accounts.kind, accounts.iban, accounts.opened_on,
      accounts.closed_on, accounts.opening_balance_eur, accounts.overdraft_limit_eur,
      users.kind as owner_kind, users.name, cities.country
    from accounts
    join users on users.user_id = accounts.user_id
    join cities on cities.city = users.city
    order by accounts.account_id`,
  );
  return new Map(rows.map((row) => [String(row.account_id), accountOf(row)]));
}

function accountOf(row: Row): BankAccount {
  return {
    id: String(row.account_id),
    userId: String(row.user_id),
    kind: row.kind as BankAccount["kind"],
    iban: String(row.iban),
    openedOn: String(row.opened_on),
    closedOn: row.closed_on as string | null,
    openingCents: centsFromEur(Number(row.opening_balance_eur)),
    overdraftCents: row.kind === "checking" ? centsFromEur(Number(row.overdraft_limit_eur)) : 0,
    ownerKind: row.owner_kind as BankAccount["ownerKind"],
    holder: String(row.name),
    country: String(row.country),
  };
}

/** The account of an id. Throws where the bank has none, with the nearest. */
export function accountNamed(accounts: ReadonlyMap<string, BankAccount>, id: string): BankAccount {
  const account = accounts.get(id);
  if (account) return account;
  throw new Error(`unknown account: ${id}${suggestion(id, [...accounts.keys()])}`);
}

/** The accounts that an import may book on: the holder's own, and those whose numbers are named. */
export function touchedAccounts(
  account: BankAccount,
  accounts: ReadonlyMap<string, BankAccount>,
  ibans: ReadonlySet<string>,
): string[] {
  return [...accounts.values()]
    .filter(({userId, iban}) => userId === account.userId || ibans.has(plainIban(iban)))
    .map(({id}) => id)
    .sort();
}

/** The rest of the view. */
export async function readView(
  query: Query,
  account: BankAccount,
  {
    accounts,
    touched,
    marks,
  }: Pick<BankView, "accounts" | "marks"> & {readonly touched: readonly string[]},
): Promise<BankView> {
  const [days] = await query(
    "select min(day) as first_day, max(day) as last_day from calendar order by first_day",
  );
  const parties = await query(
    "select counterparty_id as id, name, kind from counterparties order by counterparty_id",
  );
  const legs = await query(
    `select transactions.transaction_id, transactions.account_id, transactions.booked_at,
      transactions.booked_on, transactions.amount_eur, transactions.category, counterparties.name,
      transactions.counter_account_id, transactions.description
    from transactions
    left join counterparties on counterparties.counterparty_id = transactions.counterparty_id
    where transactions.account_id in (${touched.map(literal).join(", ")})
    order by transactions.booked_at, transactions.transaction_id`,
  );
  return {
    account,
    accounts,
    byIban: new Map([...accounts.values()].map((each) => [plainIban(each.iban), each])),
    parties: parties as unknown as Party[],
    firstDay: String(days!.first_day),
    lastDay: String(days!.last_day),
    legs: legs.map(legOf),
    marks,
  };
}

function legOf(row: Row): BookedLeg {
  return {
    id: Number(row.transaction_id),
    account: String(row.account_id),
    at: secondsOf(String(row.booked_at)),
    day: String(row.booked_on),
    amountCents: centsFromEur(Number(row.amount_eur)),
    category: row.category as CategoryName,
    party: String(row.name ?? ""),
    counterAccount: row.counter_account_id as string | null,
    description: String(row.description),
  };
}

/** Of an instant as both sources give it: a day alone is its midnight. */
function secondsOf(instant: string): number {
  const [day, time = "00:00:00Z"] = instant.split("T");
  return parseInstant(`${day} ${time.slice(0, 8)}`);
}

/** A text in SQL, for both engines; ids with a backslash are read otherwise by one of them. */
function literal(text: string): string {
  if (text.includes("\\")) throw new Error(`unusable account: ${text} (its id has a backslash)`);
  return quotedText(text);
}
