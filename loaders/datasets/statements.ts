/** People's accounts as statements of any bank would show them, with what the simulated bank knows of each payment. */
import type {CategoryName} from "../../src/lib/bank/categories.js";
import {iban} from "../../src/lib/bank/iban.js";
import type {Correction} from "../../src/lib/classify/model.js";
import type {OwnAccount} from "../../src/lib/classify/payment.js";
import {centsFromEur} from "../../src/lib/money.js";
import {group} from "../../src/lib/sectors/groups.js";
import {stream} from "../../src/lib/stream.js";
import type {Queries} from "./bank.js";
import {type House, houseOf, statementText} from "./statementTexts.js";

export interface PersonStatements {
  readonly userId: string;
  readonly accounts: readonly OwnAccount[];
  /** With the categories that the bank knows, in order of posting. */
  readonly payments: readonly Correction[];
}

interface LegRow {
  readonly transaction_id: number;
  readonly user_id: string;
  readonly account_id: string;
  readonly booked_on: string;
  readonly amount_eur: number;
  readonly channel: string;
  readonly category: CategoryName;
  readonly description: string;
  readonly holder: string;
  readonly city: string;
  readonly country: string;
  readonly party: string;
  readonly party_number: number | null;
  readonly party_country: string | null;
  readonly other_iban: string | null;
}

/** Of the people, every nth in the order of their ids, the first included. */
const everyNth = (nth: number) =>
  `select user_id from bank.individuals qualify (row_number() over (order by user_id) - 1) % ${nth} = 0`;

/** The legs of those whom a query chooses. */
const legs = (chosen: string) => `
  with chosen as (${chosen}), own_accounts as materialized (
    select account_id, user_id from bank.accounts where user_id in (select user_id from chosen)
  ), own_legs as materialized (
    -- before they meet their descriptions: the engine would hold all of those
    select transactions.*, own_accounts.user_id as user_id
    from bank.transactions
    join own_accounts on own_accounts.account_id = transactions.account_id
  ), own_descriptions as materialized (
    select transaction_id, description
    from bank.descriptions
    where transaction_id in (select transaction_id from own_legs)
  )
  select
    own_legs.transaction_id, own_legs.user_id, own_legs.account_id,
    strftime(own_legs.booked_on, '%Y-%m-%d') as booked_on, own_legs.amount_eur,
    own_legs.channel, own_legs.category, own_descriptions.description,
    users.name as holder, users.city, cities.country,
    case
      when others.user_id = own_legs.user_id or counterparties.name like 'Own account elsewhere%' then ''
      else coalesce(counterparties.name, owners.name)
    end as party,
    cast(substr(own_legs.counterparty_id, 4) as integer) as party_number,
    counterparties.country as party_country,
    others.iban as other_iban
  from own_legs
  join own_descriptions on own_descriptions.transaction_id = own_legs.transaction_id
  join bank.users on users.user_id = own_legs.user_id
  join bank.cities on cities.city = users.city
  left join bank.counterparties on counterparties.counterparty_id = own_legs.counterparty_id
  left join bank.accounts others on others.account_id = own_legs.counter_account_id
  left join bank.users owners on owners.user_id = others.user_id
  order by own_legs.user_id, own_legs.transaction_id`;

/** The statements of every nth person; the same seed gives the same texts. */
export function readStatements(
  bank: Pick<Queries, "query">,
  {seed, nth}: {readonly seed: number; readonly nth: number},
): Promise<PersonStatements[]> {
  return statementsOf(bank, seed, everyNth(nth));
}

/** The statements of those whom a query chooses, whose rows are `user_id`. */
export async function statementsOf(
  {query}: Pick<Queries, "query">,
  seed: number,
  chosen: string,
): Promise<PersonStatements[]> {
  const accounts = await query<{
    account_id: string;
    user_id: string;
    kind: OwnAccount["kind"];
    iban: string;
  }>("select account_id, user_id, kind, iban from bank.accounts order by account_id");
  const ofOwner = group(accounts, ({user_id}) => user_id);
  const rows = await query<LegRow>(legs(chosen));
  return [...group(rows, ({user_id}) => user_id)].map(([userId, own]) => {
    const {holder} = own[0]!;
    const house = houseOf(stream(seed, `house/${userId}`));
    return {
      userId,
      accounts: ofOwner
        .get(userId)!
        .map(({account_id, kind, iban}) => ({account: account_id, kind, iban, holder})),
      payments: own.map((row) => labelled(row, house, seed)),
    };
  });
}

function labelled(row: LegRow, house: House, seed: number): Correction {
  const text = statementText(
    {
      bookedOn: row.booked_on,
      channel: row.channel,
      description: row.description,
      isOut: row.amount_eur < 0,
      holder: row.holder,
      city: row.city,
      country: row.country,
      party: row.party,
      partyIban: partyIban(row),
    },
    house,
    stream(seed, `statement/${row.transaction_id}`),
  );
  const payment = {
    id: String(row.transaction_id),
    date: row.booked_on,
    amountCents: centsFromEur(row.amount_eur),
    currency: "EUR",
    account: row.account_id,
    ...text,
  };
  return {payment, category: row.category};
}

/** Outside parties have no account number in the bank: one is made of theirs. */
function partyIban({other_iban, party_number, party_country}: LegRow): string {
  if (other_iban) return other_iban;
  return party_number === null
    ? ""
    : iban(party_country ?? "IE", String(party_number).padStart(18, "0"));
}
