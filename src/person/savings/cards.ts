import {monthCard} from "../../components/monthCard.js";
import {cardRow, numberCard} from "../../components/numberCard.js";
import {money, monthText, type Time} from "../../lib/format.js";
import {type Customer, type Reading, yearMonths} from "../../lib/measures/reading.js";
import type {BalancePoint, PersonSavings} from "../../lib/people/savings.js";

interface Options {
  readonly document?: Document;
}

/**
 * One person in numbers: savings rate, share of salary, months covered up to a month, and the balance; the balance alone
 * of who is no main customer, because the other three are not known.
 */
export function personSavingsCards(
  person: PersonSavings | undefined,
  balances: readonly BalancePoint[],
  of: Customer,
  asOf: Time,
  {document = globalThis.document}: Options = {},
): HTMLElement {
  if (!person) return cardRow([], {document});
  const {savings_rate, saved_of_salary, months_covered, liquid_eur} = person;
  const reading = (measure: Reading["measure"]): Reading => ({
    measure,
    of,
    window: yearMonths,
    asOf,
  });
  const isKnown = savings_rate !== null || saved_of_salary !== null || months_covered !== null;
  const measured = () => [
    numberCard({
      reading: reading("savings_rate"),
      value: savings_rate,
      note: "of income",
      document,
    }),
    numberCard({
      reading: reading("saved_of_salary"),
      value: saved_of_salary,
      ...(saved_of_salary === null ? {note: "no steady salary"} : {}),
      document,
    }),
    numberCard({
      reading: reading("months_covered"),
      value: months_covered,
      note: `by ${money(liquid_eur)} in checking and savings`,
      document,
    }),
  ];
  const cards = [
    ...(isKnown ? measured() : []),
    ...(balances.length > 0
      ? [
          monthCard(balances, {document})(
            "In savings",
            balances.map(({savings_eur}) => savings_eur),
            {note: `end of ${monthText(balances.at(-1)?.month)}`},
          ),
        ]
      : []),
  ];
  return cardRow(cards, {document});
}
