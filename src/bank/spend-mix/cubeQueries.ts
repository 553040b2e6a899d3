/** A bank's payments, cut into cubes. It is done when the dataset is made, never in the browser. */
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
  /** The columns of a query of numbers, some rows at a time. */
  columns(sql: string): AsyncIterable<readonly Column[]>;
}

const quoted = (names: readonly string[]) => names.map((name) => `'${name}'`).join(", ");

type Keys = SpendCubes["axes"];

/** The place of a text on an axis, from 0; the engine fails where it has none. */
const placeOn = (keys: readonly string[], sql: string) => `cast(coalesce(
  list_position([${quoted(keys)}], ${sql}), error('no place for a payment: ' || ${sql} || ' (see axes.ts)')
) - 1 as integer)`;

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

/**
 * The payments in columns of numbers: the place on each axis in the order of `axisNames`, −1 where a payment is not on it, the
 * month, whether it leaves an account, and cents.
 */
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
  ${placeOn(axes.channel, "channel")},
  coalesce(cast(case ${flowCase} end as integer), -1),
  ${placeOn(axes.city, "city")},
  cast(hour as integer),
  cast(weekday as integer),
  ${placeOn(axes.owner, "owner")},
  case when direction = 'out' then cast(case ${binCase} end as integer) else -1 end,
  case when chain is null then -1 else ${placeOn(axes.chain, "chain")} end,
  cast(month as integer),
  cast(direction = 'out' as integer),
  cast(abs(amount_eur) * 100 as double)
from sides
where direction = 'out' or counter_class is null`;

/**
 * The cubes of a bank, by one pass over its payments, each added to all sums that it is part of. Throws on a payment that has no
 * place on an axis.
 */
export async function readSpendCubes({connection, query, columns}: Bank): Promise<SpendCubes> {
  await connection.run(`create or replace temp table shop_chains as ${chainsSql}`);
  const names = async (sql: string) => (await query<{name: string}>(sql)).map(({name}) => name);
  const months = await query<{month: string; is_complete: boolean}>(
    "select month, is_complete from bank.months order by month",
  );
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
  const totals = axisNames.map((axis) => sumsAlong([axis], axes, months.length));
  const cubes = cubePairs().map((pair) => sumsAlong(pair, axes, months.length));
  for await (const legs of columns(legsSql(axes)))
    for (const sums of [...totals, ...cubes]) add(legs, sums);
  return {
    months: months.map(({month}) => month.slice(0, 10)),
    complete: months.map(({is_complete}) => is_complete),
    axes,
    totals: Object.fromEntries(totals.map(({cut, sums}) => [cut[0], [...sums]])),
    cubes: Object.fromEntries(
      cubes.map(({cut, sums}) => [
        cut.join("/"),
        Array.from(sums, cut.includes("bin") ? Number : roundedEuros),
      ]),
    ),
  };
}

/** Sums along one axis or two: how many payments where one axis is `bin`, else how many cents. */
interface Sums {
  readonly cut: readonly [Axis, Axis?];
  readonly counts: readonly [number, number, months: number];
  /** In the order of their axes, the months within. */
  readonly sums: Float64Array;
}

function sumsAlong(cut: Sums["cut"], axes: Keys, months: number): Sums {
  const [a, b] = [axes[cut[0]].length, cut[1] === undefined ? 1 : axes[cut[1]].length];
  return {cut, counts: [a, b, months], sums: new Float64Array(a * b * months)};
}

type Column = ArrayLike<number>;

/** Adds payments, in the columns of `legsSql`. */
function add(legs: readonly Column[], {cut, counts, sums}: Sums): void {
  const [month, isOut, cents] = legs.slice(axisNames.length) as [Column, Column, Column];
  const [first, second] = cut.map((axis) => legs[axisNames.indexOf(axis!)]!) as [Column, Column?];
  const [, width, months] = counts;
  const [isCount, isFlow] = [cut.includes("bin"), cut.includes("flow")];
  for (let leg = 0; leg < month.length; leg++) {
    const [a, b] = [first[leg]!, second === undefined ? 0 : second[leg]!];
    if (a < 0 || b < 0 || (isOut[leg] === 0 && !isFlow)) continue;
    sums[(a * width + b) * months + month[leg]!]! += isCount ? 1 : cents[leg]!;
  }
}

/** Whole euros of an amount in cents, to three figures. */
const roundedEuros = (cents: number) => Number(Math.round(cents / 100).toPrecision(3));
