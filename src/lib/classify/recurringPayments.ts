/** The contracts among a person's payments and the days ahead of the account, by the engines of the bank's own people. */
import {type PersonAccount, personAccount, personAccountRows} from "../balances/personRow.js";
import type {CategoryName} from "../bank/categories.js";
import type {ContractRow} from "../recurring/rows.js";
import type {Classified} from "./classified.js";
import {paymentDays} from "./paymentDays.js";
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
  options: {readonly openingCents: number},
): PersonAccount {
  return accountFinder()(classified, options);
}

/**
 * Finds accounts, and keeps what it found last while payees, days and amounts stay: a category names a contract, and
 * nothing is found by it.
 */
export function accountFinder(): typeof ownAccount {
  let last: {readonly rows: readonly Classified[]; openingCents: number; row: Found} | undefined;
  return (classified, {openingCents}) => {
    const rows = [...classified].sort((a, b) =>
      a.payment.date < b.payment.date ? -1 : a.payment.date > b.payment.date ? 1 : 0,
    );
    const isSame =
      last?.openingCents === openingCents &&
      last.rows.length === rows.length &&
      last.rows.every((one, at) => isAlike(one, rows[at]!));
    const row = last && isSame ? last.row : foundIn(rows, openingCents);
    last = {rows, openingCents, row};
    const categories = rows.map(({category}) => category ?? unnamed);
    return personAccount(row && {...row, contracts: {...row.contracts, categories}}, nobody);
  };
}

function isAlike(a: Classified, b: Classified): boolean {
  return (
    a === b ||
    (a.payee === b.payee &&
      a.payment.date === b.payment.date &&
      a.payment.amountCents === b.payment.amountCents)
  );
}

type Found = Parameters<typeof personAccount>[0];

/** The account of payments by day, whose contracts have in place of a category the place of a payment that has it. */
function foundIn(rows: readonly Classified[], openingCents: number): Found {
  if (rows.length === 0) return undefined;
  const keys = new Map<string, number>();
  const numbers = new Map<string, number>();
  const parties: string[] = [];
  const numberOf = (payee: string) => {
    const known = numbers.get(payee);
    if (known !== undefined) return known;
    const key = plainWords(payee).join(" ");
    const number = keys.get(key) ?? parties.push(payee) - 1;
    keys.set(key, number);
    numbers.set(payee, number);
    return number;
  };
  const day = paymentDays(rows.map(({payment}) => payment));
  const cents = Float64Array.from(rows, ({payment}) => payment.amountCents);
  const legs = {
    userId: nobody,
    openingCents,
    limitCents: deepestOverdraft(openingCents, cents),
    openedOn: day[0]!,
    closedOn: undefined,
    party: Int32Array.from(rows, ({payee}) => numberOf(payee)),
    day,
    cents,
    category: Int32Array.from(rows.keys()),
  };
  const days = {firstDay: day[0]!, lastDay: day.at(-1)!};
  const [found] = personAccountRows({people: [legs], ...days, parties, categories: []});
  return found?.[1][0];
}

function deepestOverdraft(openingCents: number, cents: Float64Array): number {
  let balance = openingCents;
  let lowest = Math.min(0, balance);
  for (const amount of cents) {
    balance += amount;
    lowest = Math.min(lowest, balance);
  }
  return 0 - lowest;
}
