import {monthCard} from "../../components/monthCard.js";
import {cardRow} from "../../components/numberCard.js";
import {money} from "../../lib/format.js";
import type {Customer} from "../../lib/measures/reading.js";
import type {PersonMonth} from "../../lib/people/budget.js";
import {type BudgetMonth, mediansOf, partMeasures} from "../../lib/people/budgetParts.js";

interface Options {
  readonly document?: Document;
}

/**
 * One person's last complete month in four numbers, against the month before: income, fixed costs, discretionary
 * spending, and rent (or savings, for who pays none) to income; with the median main customer's beside them. Without
 * `budget`, for who is no main customer: no comparison, and no share of an income that arrives elsewhere.
 */
export function personBudgetCards(
  months: readonly PersonMonth[],
  budget: readonly BudgetMonth[] | undefined,
  of: Customer,
  {document = globalThis.document}: Options = {},
): HTMLElement {
  const card = monthCard(months, {document});
  const part = (name: "income" | "fixed" | "discretionary") =>
    card(
      {measure: partMeasures[name], of},
      months.map((row) => row[`${name}_eur`]),
      {
        note: budget
          ? `median main customer: ${money(mediansOf(budget, name).at(-1))}`
          : "at this bank",
      },
    );
  const isRented = months.some((row) => row.rent_eur > 0);
  const shares = months.map((row) =>
    row.income_eur > 0 ? (isRented ? row.rent_eur : row.saved_eur) / row.income_eur : undefined,
  );
  const share = card({measure: isRented ? "rent_to_income" : "savings_rate", of}, shares, {
    note: isRented ? "rent as a share of income" : "moved to savings",
    changeBy: "points",
  });
  const parts = [part("income"), part("fixed"), part("discretionary")];
  const cards = budget ? [...parts, share] : parts;
  return cardRow(months.length === 0 ? [] : cards, {document});
}
