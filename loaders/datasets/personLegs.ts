/** The payments of people's checking accounts, in columns of integers. */
import type {CategoryName} from "../../src/lib/bank/categories.js";
import {
  type PeopleContracts,
  type PersonLegs,
  withContracts,
} from "../../src/lib/recurring/people.js";
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

const legs = `
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
    cast(transactions.amount_eur * 100 as integer),
    cast(list_position((select list(category order by category) from bank.categories), transactions.category) - 1 as integer)
  from bank.transactions
  join own on own.account_id = transactions.account_id
  left join bank.accounts others on others.account_id = transactions.counter_account_id
  join numbered on numbered.party = coalesce(
    transactions.counterparty_id,
    case when others.user_id = own.user_id then others.account_id else others.user_id end
  )
  order by own.number, transactions.transaction_id`;

/** All legs on checking accounts of people, by person and in order of posting. */
export async function readPersonPayments(
  bank: Pick<Queries, "connection" | "query">,
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
  const [person, party, day, cents, category] = await readNumberColumns<
    [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array]
  >(bank, legs);
  let from = 0;
  const people = accounts.map((row, number): PersonLegs => {
    let to = from;
    while (to < person.length && person[to] === number) to++;
    const own = {
      userId: String(row.user_id),
      openingCents: Math.round(Number(row.opening_balance_eur) * 100),
      limitCents: Math.round(Number(row.overdraft_limit_eur) * 100),
      openedOn: Number(row.opened),
      closedOn: row.closed === null ? undefined : Number(row.closed),
      party: party.subarray(from, to),
      day: day.subarray(from, to),
      cents: cents.subarray(from, to),
      category: category.subarray(from, to),
    };
    from = to;
    return own;
  });
  return {
    people,
    parties: names.map((row) => row.text),
    categories: categories.map((row) => row.text as CategoryName),
    firstDay: Number(span?.first ?? 0),
    lastDay: Number(span?.last ?? -1),
    lastCompleteDay: Number(span?.complete ?? -1),
  };
}

/** The same with the contracts of each person. */
export async function readContracts(bank: Queries): Promise<PeopleContracts<PersonPayments>> {
  return withContracts(await bank.once(readPersonPayments));
}

/** The ids of the main customers (`sql/derived/person_relations.sql`). */
export async function readMainCustomers({query}: Pick<Queries, "query">): Promise<Set<string>> {
  const rows = await query<{user_id: string}>(
    "select user_id from bank.person_relations where relation = 'main' order by user_id",
  );
  return new Set(rows.map(({user_id}) => user_id));
}
