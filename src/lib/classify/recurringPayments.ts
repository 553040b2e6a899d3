/** The contracts among a person's payments and the days ahead of the account, by the engines of the bank's own people. */
import {type PersonAccount, personAccount, personAccountRows} from "../balances/personRow.js";
import type {CategoryName} from "../bank/categories.js";
import {categoryNames} from "../bank/codes.js";
import {parseDay} from "../day.js";
import {withContracts} from "../recurring/people.js";
import type {ContractRow} from "../recurring/rows.js";
import type {Classified} from "./classify.js";
import {plainWords} from "./plainWords.js";

const nobody = "own";
/** What is shown of a contract that nothing classified. */
const unnamed: CategoryName = "household";

/**
 * The contracts of payments on one account, by their next due day, the ended ones last; with the balance before the
 * first, if it is known, also what brings it back to a level.
 */
export function recurringPayments(
  classified: readonly Classified[],
  {openingCents = 0} = {},
): readonly ContractRow[] {
  return ownAccount(classified, {openingCents}).contracts;
}

/**
 * The same contracts with the account that they are of, as it stands after the last payment. How far it may be
 * overdrawn no statement says: as far as it has been.
 */
export function ownAccount(
  classified: readonly Classified[],
  {openingCents}: {readonly openingCents: number},
): PersonAccount {
  const rows = [...classified].sort((a, b) =>
    a.payment.date < b.payment.date ? -1 : a.payment.date > b.payment.date ? 1 : 0,
  );
  const numbers = new Map<string, number>();
  const parties: string[] = [];
  const numberOf = ({payee}: Classified) => {
    const key = plainWords(payee).join(" ");
    if (!numbers.has(key)) numbers.set(key, parties.push(payee) - 1);
    return numbers.get(key)!;
  };
  const day = Int32Array.from(rows, ({payment}) => parseDay(payment.date));
  if (day.length === 0) return {contracts: [], account: undefined};
  const cents = Int32Array.from(rows, ({payment}) => payment.amountCents);
  const legs = {
    userId: nobody,
    openingCents,
    limitCents: deepestOverdraft(openingCents, cents),
    openedOn: day[0]!,
    closedOn: undefined,
    party: Int32Array.from(rows, numberOf),
    day,
    cents,
    category: Int32Array.from(rows, ({category}) => categoryNames.indexOf(category ?? unnamed)),
  };
  const payments = withContracts({people: [legs], firstDay: day[0]!, lastDay: day.at(-1)!});
  const [found] = personAccountRows({...payments, parties, categories: categoryNames});
  return personAccount(found?.[1][0], nobody);
}

function deepestOverdraft(openingCents: number, cents: Int32Array): number {
  let balance = openingCents;
  let lowest = Math.min(0, balance);
  for (const amount of cents) {
    balance += amount;
    lowest = Math.min(lowest, balance);
  }
  return 0 - lowest;
}
