/**
 * What has moved on each account, the legs of some accounts at a time: a large bank has more than the engine should sort, or
 * a process hold, at once.
 */
import type {Member} from "../../src/lib/keyed.js";
import {formatInstant} from "../rows.js";
import type {Queries} from "./bank.js";
import {readNumberColumns} from "./numberColumns.js";

const accountsSql = `
  with own as (
    select user_id, list(account_id order by account_id) as own_accounts from bank.accounts group by user_id
  )
  select
    accounts.account_id as account_id,
    accounts.user_id as user_id,
    users.name as name,
    users.kind as owner_kind,
    accounts.kind as kind,
    accounts.opened_on as opened_on,
    accounts.closed_on as closed_on,
    accounts.overdraft_limit_eur as overdraft_limit_eur,
    accounts.opening_balance_eur as opening_balance_eur,
    own.own_accounts as own_accounts
  from bank.accounts
  join bank.users on users.user_id = accounts.user_id
  join own on own.user_id = accounts.user_id
  order by accounts.account_id`;

const parties = `
  select user_id as party_id, name from bank.users
  union all select counterparty_id, name from bank.counterparties`;

const categoriesSql = "select category as name from bank.categories order by category";
const channelsSql = "select distinct channel as name from bank.transactions order by channel";

/** A text by its place, from 0, among all that a query gives in order. */
const numbered = (sql: string) =>
  `select name, cast(row_number() over (order by name) - 1 as integer) as number from (${sql})`;

/** The legs of accounts by their places, from 0: of each the account, what was booked when, and numbers in place of texts. */
const legsSql = (from: number, to: number) => `
  with numbered as (
    select account_id, user_id, cast(row_number() over (order by account_id) - 1 as integer) as number from bank.accounts
  ), parties as (
    select party_id, cast(row_number() over (order by party_id) - 1 as integer) as number from (${parties})
  ), categories as (${numbered(categoriesSql)}), channels as (${numbered(channelsSql)})
  select
    own.number,
    cast(epoch_ms(transactions.booked_at) as double),
    cast(transactions.amount_eur as double),
    categories.number,
    channels.number,
    parties.number
  from bank.transactions
  join numbered own on own.account_id = transactions.account_id
  join categories on categories.name = transactions.category
  join channels on channels.name = transactions.channel
  left join numbered others on others.account_id = transactions.counter_account_id
  join parties on parties.party_id = coalesce(others.user_id, transactions.counterparty_id)
  where own.number >= ${from} and own.number < ${to}
  order by own.number, transactions.transaction_id`;

interface Account {
  readonly account_id: string;
}

type Legs = [
  account: Int32Array,
  bookedAt: Float64Array,
  amount: Float64Array,
  category: Int32Array,
  channel: Int32Array,
  party: Int32Array,
];

/** The rows of `account-statement.keyed`, by account; the legs of 5,000 take some 30 MB. */
export async function* accountStatements(
  bank: Pick<Queries, "connection" | "query">,
  {accountsAtATime = 5000} = {},
): AsyncGenerator<Member> {
  const accounts = await bank.query<Account>(accountsSql);
  const namesOf = async (sql: string) =>
    (await bank.query<{name: string}>(sql)).map(({name}) => name);
  const [categories, channels] = [await namesOf(categoriesSql), await namesOf(channelsSql)];
  const known = await bank.query<Party>(`${parties} order by party_id`);
  for (let from = 0; from < accounts.length; from += accountsAtATime) {
    const to = Math.min(accounts.length, from + accountsAtATime);
    const legs = await readNumberColumns<Legs>(bank, legsSql(from, to));
    let first = 0;
    for (let number = from; number < to; number++) {
      let end = first;
      while (legs[0][end] === number) end++;
      const [, bookedAt, amount, category, channel, party] = legs.map((column) =>
        column.subarray(first, end),
      ) as Legs;
      const row = {
        ...accounts[number]!,
        booked_at: listOf(bookedAt, formatInstant),
        amount_eur: listOf(amount, (eur) => eur),
        category: listOf(category, (of) => categories[of]!),
        channel: listOf(channel, (of) => channels[of]!),
        ...partiesOf(party, known),
      };
      yield [row.account_id, [row]];
      first = end;
    }
  }
}

interface Party {
  readonly party_id: string;
  readonly name: string;
}

/** Of each leg the place of its party among those of the account, which are in the order of their ids. */
function partiesOf(legs: Int32Array, known: readonly Party[]) {
  const own = [...new Set(legs)].sort((a, b) => a - b);
  const places = new Map(own.map((party, place) => [party, place]));
  return {
    party: listOf(legs, (party) => places.get(party)!),
    party_id: own.map((party) => known[party]!.party_id),
    party_name: own.map((party) => known[party]!.name),
  };
}

/** What is made of each number of a column; `Array.from` takes several times as long. */
function listOf<Made>(column: Int32Array | Float64Array, make: (of: number) => Made): Made[] {
  const list: Made[] = [];
  for (const of of column) list.push(make(of));
  return list;
}
