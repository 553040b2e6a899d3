/** The contracts among a person's payments, found by the engine of `src/lib/recurring/`. */
import type {CategoryName} from "../bank/categories.js";
import {categoryNames} from "../bank/codes.js";
import {parseDay} from "../day.js";
import {withContracts} from "../recurring/people.js";
import {type ContractRow, contractsOf, recurringPeople} from "../recurring/rows.js";
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
): ContractRow[] {
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
  if (day.length === 0) return [];
  const lastDay = day.at(-1)!;
  const legs = {
    userId: nobody,
    openingCents,
    limitCents: 0,
    openedOn: day[0]!,
    closedOn: undefined,
    party: Int32Array.from(rows, numberOf),
    day,
    cents: Int32Array.from(rows, ({payment}) => payment.amountCents),
    category: Int32Array.from(rows, ({category}) => categoryNames.indexOf(category ?? unnamed)),
  };
  const found = withContracts({people: [legs], lastDay});
  return contractsOf(recurringPeople({...found, parties, categories: categoryNames}), nobody);
}
