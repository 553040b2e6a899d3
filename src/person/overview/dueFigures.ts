/** The figure on what is due next. */
import type {Column} from "../../components/columns.js";
import {entryList} from "../../components/entryList.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {dayShort, moneyExact, type Time} from "../../lib/format.js";
import type {Customer} from "../../lib/measures/reading.js";
import {type Due, duesFinding, duesWithin} from "../../lib/recurring/dues.js";
import type {ContractRow} from "../../lib/recurring/rows.js";

const dueColumns: Column<Due>[] = [
  {key: "next_on", label: "About", kind: "day"},
  {key: "amount_eur", label: "Amount"},
  {key: "party", label: "From or to"},
  {key: "what", label: "What"},
  {key: "every", label: "Every"},
];

/** The regular payments and incomes of the next thirty days, the first first. */
export function personDues(
  {name}: Customer,
  contracts: readonly ContractRow[],
  lastDay: Time,
  code: Query,
): FigureElement {
  const dues = duesWithin(contracts, lastDay);
  return figure({
    id: "person-dues",
    finding: duesFinding(name, dues),
    subtitle: "Regular payments and incomes of the next thirty days, as they came before, EUR",
    rows: dues,
    chart: (rows) =>
      entryList(rows, {
        caption: `What is due for ${name}`,
        heads: ["From or to", "Amount", "About"],
        entry: ({party, what, every, amount_eur, next_on}) => ({
          name: party,
          details: [what, `every ${every}`],
          amount: moneyExact(amount_eur),
          tone: amount_eur < 0 ? undefined : "gain",
          aside: dayShort(next_on),
        }),
      }),
    columns: dueColumns,
    note:
      "We infer contracts from past payments. A new one appears after three payments; a cancelled one " +
      "disappears after two missed dates. What came with an income a year ago, such as a thirteenth salary, " +
      "is expected again.",
    empty: "Nothing regular was found.",
    height: 160,
    code,
  });
}
