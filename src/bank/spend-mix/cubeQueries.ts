/** The queries that cut a bank's payments into cubes. They run when the dataset is made, never in the browser. */
import {
  binFloors,
  flowNames,
  flows,
  namedChains,
  ownerNames,
  paidBy,
  weekdayNames,
} from "./axes.js";
import {type Axis, axisNames, cubePairs, type SpendCubes} from "./cubes.js";

/** An open bank, as far as it is asked here. */
interface Bank {
  readonly connection: {run(sql: string): Promise<unknown>};
  query<T>(sql: string): Promise<T[]>;
}

const quoted = (names: readonly string[]) => names.map((name) => `'${name}'`).join(", ");

type Keys = SpendCubes["axes"];

/** The place of a text on an axis, from 0; the engine fails where it has none. */
const placeOn = (keys: readonly string[], sql: string) => `cast(coalesce(
  list_position([${quoted(keys)}], ${sql}), error('no place for a payment: ' || ${sql} || ' (see axes.ts)')
) - 1 as utinyint)`;

/** The place of the first flow whose account, direction and categories are those of a leg; those without categories come last. */
const flowCase = [...flowNames]
  .sort((a, b) => rank(a) - rank(b))
  .map((name) => {
    const {account, direction, to, categories} = {to: undefined, ...flows[name]};
    const conditions = [
      `account_class = '${account}'`,
      `direction = '${direction}'`,
      to && `counter_class = '${to}'`,
      categories.length > 0 && `category in (${quoted(categories)})`,
    ];
    return `when ${conditions.filter(Boolean).join(" and ")} then ${flowNames.indexOf(name)}`;
  })
  .join("\n      ");

function rank(name: (typeof flowNames)[number]): number {
  return flows[name].categories.length === 0 ? 2 : "to" in flows[name] ? 0 : 1;
}

const binCase = binFloors
  .map((floor, bin) => ({floor, bin}))
  .reverse()
  .map(({floor, bin}) => `when -amount_eur >= ${floor} then ${bin}`)
  .join(" ");

const classOf = (accounts: string, users: string) =>
  `case when ${accounts}.kind <> 'checking' then ${accounts}.kind
      when ${users}.kind = 'individual' then 'person' else 'company' end`;

/** The shops, each with its chain; those of small chains with `other`. */
const chainsSql = `with shops as (
  select
    counterparty_id,
    coalesce(max(left(counterparties.name, -1 - length(cities.city))), any_value(counterparties.name)) as chain
  from bank.counterparties
  left join bank.cities on ends_with(counterparties.name, ' ' || cities.city)
  where counterparties.kind = 'merchant'
  group by counterparty_id
), chains as (
  select shops.chain as chain
  from bank.transactions
  join shops on shops.counterparty_id = transactions.counterparty_id
  where transactions.amount_eur < 0
  group by shops.chain
  order by sum(transactions.amount_eur), shops.chain
  limit ${namedChains}
)
select
  shops.counterparty_id as counterparty_id,
  coalesce(chains.chain, 'other') as chain
from shops
left join chains on chains.chain = shops.chain`;

/** The payments, with their places on the axes; null on those that they are not on. */
const legsSql = (axes: Keys) => `with numbered_months as (
  select month, row_number() over (order by month) - 1 as place from bank.months
), sides as (
  select
    numbered_months.place as month,
    case when transactions.channel <> 'book' then transactions.channel
      when transactions.category in ('saving', 'brokerage_funding') then 'internal'
      when transactions.category in ('trade', 'dividend') then 'trade'
      else 'charges' end as channel,
    transactions.category as category,
    case when transactions.amount_eur < 0 then 'out' else 'in' end as direction,
    ${classOf("accounts", "users")} as account_class,
    case when counter_accounts.user_id = accounts.user_id then
      ${classOf("counter_accounts", "users")} end as counter_class,
    users.city as city,
    hour(transactions.booked_at) as hour,
    isodow(transactions.booked_on) - 1 as weekday,
    users.kind as owner,
    shop_chains.chain as chain,
    transactions.amount_eur as amount_eur
  from bank.transactions
  join bank.accounts on accounts.account_id = transactions.account_id
  join bank.users on users.user_id = accounts.user_id
  join numbered_months on numbered_months.month = date_trunc('month', transactions.booked_on)
  left join bank.accounts counter_accounts on counter_accounts.account_id = transactions.counter_account_id
  left join shop_chains on shop_chains.counterparty_id = transactions.counterparty_id
)
select
  cast(month as usmallint) as month,
  direction = 'out' as is_out,
  ${placeOn(axes.channel, "channel")} as channel,
  ${placeOn(axes.city, "city")} as city,
  cast(hour as utinyint) as hour,
  cast(weekday as utinyint) as weekday,
  ${placeOn(axes.owner, "owner")} as owner,
  case when chain is not null then ${placeOn(axes.chain, "chain")} end as chain,
  cast(case ${flowCase} end as utinyint) as flow,
  cast(case when direction = 'out' then case ${binCase} end end as utinyint) as bin,
  cast(abs(amount_eur) * 100 as bigint) as cents
from sides
where direction = 'out' or counter_class is null`;

/**
 * Payments by their places on one axis or two and the month, as one place among all of these: how many where one axis is
 * `bin`, else how many cents.
 */
const sumSql = (cut: readonly Axis[], axes: Keys, monthCount: number) => `select
  cast((${cut.reduce((place, axis) => `${place} * ${axes[axis].length} + cast(${axis} as integer)`, "0")}) * ${monthCount} + month as integer)
    as place,
  cast(${cut.includes("bin") ? "count(*)" : "sum(cents)"} as bigint) as size
from legs
where ${cut.map((axis) => `${axis} is not null`).join(" and ")}${cut.includes("flow") ? "" : " and is_out"}
group by place`;

/**
 * The cubes of a bank, by three passes over its payments and one small query a pair of axes. Throws on a payment that has no
 * place on an axis.
 */
export async function readSpendCubes({connection, query}: Bank): Promise<SpendCubes> {
  await connection.run(`create or replace temp table shop_chains as ${chainsSql}`);
  const names = async (sql: string) => (await query<{name: string}>(sql)).map(({name}) => name);
  const months = await query<{month: string; is_complete: boolean}>(
    "select month, is_complete from bank.months order by month",
  );
  const monthKeys = months.map(({month}) => month.slice(0, 10));
  const axes: Keys = {
    channel: Object.keys(paidBy),
    flow: flowNames,
    city: await names(
      "select distinct city as name from bank.users where kind <> 'bank_admin' order by city",
    ),
    hour: Array.from({length: 24}, (_, hour) => String(hour)),
    weekday: weekdayNames.map((_, day) => String(day + 1)),
    owner: Object.keys(ownerNames),
    bin: binFloors.map((_, bin) => String(bin)),
    chain: [
      ...(await names(
        "select distinct chain as name from shop_chains where chain <> 'other' order by chain",
      )),
      "other",
    ],
  };
  await connection.run(`create or replace temp table legs as ${legsSql(axes)}`);
  /** The sums in the order of their axes, the months within. */
  const sums = async (...cut: Axis[]) => {
    const values = cut.reduce((size, axis) => size * axes[axis].length, monthKeys.length);
    const dense = new Array<number>(values).fill(0);
    const asked = sumSql(cut, axes, monthKeys.length);
    for (const {place, size} of await query<{place: number; size: number}>(asked))
      dense[place] = size;
    return dense;
  };
  const totals: Record<string, number[]> = {};
  for (const axis of axisNames) totals[axis] = await sums(axis);
  const cubes: Record<string, number[]> = {};
  for (const [a, b] of cubePairs()) {
    const exact = await sums(a, b);
    cubes[`${a}/${b}`] = b === "bin" ? exact : exact.map(roundedEuros);
  }
  const complete = months.map(({is_complete}) => is_complete);
  return {months: monthKeys, complete, axes, totals, cubes};
}

/** Whole euros of an amount in cents, to three figures. */
const roundedEuros = (cents: number) => Number(Math.round(cents / 100).toPrecision(3));
