/** A person's contracts and checking account as one row: what a page about the person loads. */

import type {Day} from "../day.js";
import {type PersonLegs, withContracts} from "../recurring/people.js";
import {
  type ContractNames,
  type ContractRow,
  contractsOf,
  type RecurringPeople,
  recurringPeople,
} from "../recurring/rows.js";
import {type BalancePeople, balancePeople, type KnownAccount, maybeAccount} from "./rows.js";

/** A row of `person-contracts`: the two datasets, of one person. */
export interface PersonAccountRow {
  readonly contracts: RecurringPeople;
  readonly balances: BalancePeople;
}

/**
 * The rows of all people with a checking account, by their ids, one by one: the contracts of a person are found, and only what
 * is sent of them is kept.
 */
export function* personAccountRows(
  payments: Omit<ContractNames, "people"> & {
    readonly people: readonly PersonLegs[];
    readonly firstDay: Day;
  },
): Generator<[userId: string, rows: [PersonAccountRow]]> {
  for (const person of payments.people) {
    const own = withContracts({...payments, people: [person]});
    yield [person.userId, [{contracts: recurringPeople(own), balances: balancePeople(own)}]];
  }
}

/** A person's contracts, and the account where it is open. */
export interface PersonAccount {
  readonly contracts: readonly ContractRow[];
  readonly account: KnownAccount | undefined;
}

/** What a row says of a person; nothing of who has none. */
export function personAccount(row: PersonAccountRow | undefined, userId: string): PersonAccount {
  if (!row) return {contracts: [], account: undefined};
  return {
    contracts: contractsOf(row.contracts, userId),
    account: maybeAccount(row.balances, userId),
  };
}
