/** The payments of people's checking accounts, in columns of whole numbers. */

import {type PersonAccountRow, personAccountRows} from "../../src/lib/balances/personRow.js";
import type {CategoryName} from "../../src/lib/bank/categories.js";
import type {PersonLegs} from "../../src/lib/recurring/people.js";
import type {Row} from "../rows.js";
import type {Queries} from "./bank.js";
import {readNumberColumns} from "./numberColumns.js";

export interface PersonPayments {
  readonly people: readonly PersonLegs[];
  /** The name of each party, by its number. */
  readonly parties: readonly string[];
  /** The name of each category, by its number. */
  readonly categories: readonly CategoryName[];
  /** The first and the last day that the bank knows, and the last of its last complete month. */
  readonly firstDay: number;
  readonly lastDay: number;
  readonly lastCompleteDay: number;
}

/** Money between own accounts has a party for each account, everything else one for each other side. */
const parties = `
  select account_id as party, 'Own ' || kind || ' account' as name from bank.accounts
  union all select user_id, name from bank.users
  union all select counterparty_id, name from bank.counterparties`;

/** The legs of accounts by their places, from 0. */
const legs = (from: number, to: number) => `
  with numbered as (
    select party, cast(row_number() over (order by party) - 1 as integer) as number from (${parties})
  ), own as (
    select account_id, user_id, cast(row_number() over (order by user_id, account_id) - 1 as integer) as number
    from bank.accounts
    where kind = 'checking' and user_id in (select user_id from bank.individuals)
  )
  select
    own.number,
    numbered.number,
    cast(epoch(transactions.booked_on) // 86400 as integer),
    cast(transactions.amount_eur * 100 as double),
    cast(list_position((select list(category order by category) from bank.categories), transactions.category) - 1 as integer)
  from bank.transactions
  join own on own.account_id = transactions.account_id
  left join bank.accounts others on others.account_id = transactions.counter_account_id
  join numbered on numbered.party = coalesce(
    transactions.counterparty_id,
    case when others.user_id = own.user_id then others.account_id else others.user_id end
  )
  where own.number >= ${from} and own.number < ${to}
  order by own.number, transactions.transaction_id`;

/**
 * All legs on checking accounts of people, by person and in order of posting. They are read some accounts at a time: all those of
 * a large bank are more than the engine should sort at once.
 */
export async function readPersonPayments(
  bank: Pick<Queries, "connection" | "query">,
  {accountsAtATime = 5000} = {},
): Promise<PersonPayments> {
  const text = (sql: string) => bank.query<{text: string}>(sql);
  const days = "epoch(min(day)) // 86400 as first, epoch(max(day)) // 86400 as last";
  const [span] = await bank.query(`select ${days},
    (select epoch(max(last_day(month))) // 86400 from bank.months where is_complete) as complete
    from bank.calendar`);
  const names = await text(`select name as text from (${parties}) order by party`);
  const categories = await text("select category as text from bank.categories order by category");
  const accounts = await bank.query(`
    select user_id, opening_balance_eur, overdraft_limit_eur,
      epoch(opened_on) // 86400 as opened, epoch(closed_on) // 86400 as closed
    from bank.accounts
    where kind = 'checking' and user_id in (select user_id from bank.individuals)
    order by user_id, account_id`);
  const people: PersonLegs[] = [];
  for (let from = 0; from < accounts.length; from += accountsAtATime) {
    const some = accounts.slice(from, from + accountsAtATime);
    const columns = await readNumberColumns<Legs>(bank, legs(from, from + some.length));
    people.push(...some.map(personOf(columns, from)));
  }
  return {
    people,
    parties: names.map((row) => row.text),
    categories: categories.map((row) => row.text as CategoryName),
    firstDay: Number(span?.first ?? 0),
    lastDay: Number(span?.last ?? -1),
    lastCompleteDay: Number(span?.complete ?? -1),
  };
}

/** What is told of each person's contracts and account: to find the contracts takes longer than all that is made of them. */
export async function readPersonAccounts(
  bank: Queries,
): Promise<[userId: string, rows: [PersonAccountRow]][]> {
  return [...personAccountRows(await bank.once(readPersonPayments))];
}

type Legs = [
  number: Int32Array,
  party: Int32Array,
  day: Int32Array,
  cents: Float64Array,
  category: Int32Array,
];

/** Gives each account of a list its legs, which are in the order of the list; the first is of the account at a place. */
function personOf([number, party, day, cents, category]: Legs, from: number) {
  let first = 0;
  return (account: Row, at: number): PersonLegs => {
    const begin = first;
    while (number[first] === from + at) first++;
    return {
      userId: String(account.user_id),
      openingCents: Math.round(Number(account.opening_balance_eur) * 100),
      limitCents: Math.round(Number(account.overdraft_limit_eur) * 100),
      openedOn: Number(account.opened),
      closedOn: account.closed === null ? undefined : Number(account.closed),
      party: party.subarray(begin, first),
      day: day.subarray(begin, first),
      cents: cents.subarray(begin, first),
      category: category.subarray(begin, first),
    };
  };
}

/** The ids of the main customers (`sql/derived/person_relations.sql`). */
export async function readMainCustomers({query}: Pick<Queries, "query">): Promise<Set<string>> {
  const rows = await query<{user_id: string}>(
    "select user_id from bank.person_relations where relation = 'main' order by user_id",
  );
  return new Set(rows.map(({user_id}) => user_id));
}
