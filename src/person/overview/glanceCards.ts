import {monthCard} from "../../components/monthCard.js";
import {cardRow, numberCard} from "../../components/numberCard.js";
import {monthText, percent, withSign} from "../../lib/format.js";
import type {ClientRow} from "../../lib/investing/clients.js";
import {yearMonths} from "../../lib/measures/reading.js";
import type {PersonMonth} from "../../lib/people/budget.js";
import type {ShownPerson} from "../../lib/people/relation.js";
import type {PersonSavings} from "../../lib/people/savings.js";

/**
 * A person in at most four numbers, one a tab: what the last month left, how long the money would last, the savings and the
 * portfolio; without the first two of who is no main customer, since they are not known.
 */
export function glanceCards(
  person: ShownPerson,
  {
    months,
    savings,
    client,
  }: {
    readonly months: readonly PersonMonth[];
    readonly savings: PersonSavings | undefined;
    readonly client: ClientRow | undefined;
  },
  {document = globalThis.document}: {readonly document?: Document} = {},
): HTMLElement {
  const last = months.at(-1);
  const left = months.map(({income_eur, spending_eur}) => income_eur - spending_eur);
  const cards = [
    person.isMain &&
      last !== undefined &&
      monthCard(months, {document})("Left over", left, {
        changeBy: "amount",
        note: `income less spending, ${monthText(last.month)}`,
      }),
    person.isMain &&
      savings !== undefined &&
      savings.months_covered !== null &&
      last !== undefined &&
      numberCard({
        reading: {
          measure: "months_covered",
          of: person,
          window: yearMonths,
          asOf: last.month,
        },
        value: savings.months_covered,
        document,
      }),
    savings !== undefined &&
      savings.savings_eur.length > 0 &&
      numberCard({
        label: "In savings",
        value: savings.savings_eur.at(-1),
        path: savings.savings_eur,
        note: `end of ${monthText(last?.month)}`,
        document,
      }),
    client !== undefined &&
      client.value_eur > 0 &&
      numberCard({
        label: "Portfolio",
        value: client.value_eur,
        ...(client.xirr_share === null
          ? {}
          : {note: `${withSign(client.xirr_share, (share) => percent(share, 1))} a year`}),
        document,
      }),
  ];
  return cardRow(
    cards.filter((card) => card !== false),
    {document},
  );
}
