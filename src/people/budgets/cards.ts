import {monthCard} from "../../components/monthCard.js";
import {cardRow} from "../../components/numberCard.js";
import {type BudgetMonth, mediansOf, partMeasures} from "../../lib/people/budgetParts.js";

interface Options {
  readonly document?: Document;
}

/** The median person's last month in four numbers, against the month before. */
export function budgetCards(
  rows: readonly BudgetMonth[],
  {document = globalThis.document}: Options = {},
): HTMLElement {
  const card = monthCard(
    rows.filter((row) => row.part === "income"),
    {document},
  );
  const parts = ["income", "fixed", "discretionary", "saving"] as const;
  const cards = parts.map((part) =>
    card(
      {measure: partMeasures[part], of: "median main customer with income"},
      mediansOf(rows, part),
    ),
  );
  return cardRow(rows.length === 0 ? [] : cards, {id: "budget-cards", document});
}
