import {type BudgetMonth, type BudgetPart, mediansOf, type PersonMonth} from "../lib/budgets.js";
import {money, percent} from "../lib/format.js";
import {monthCard} from "./monthCard.js";
import {cardRow} from "./numberCard.js";
import {groupColor} from "./palette.js";

/** The colour of a part of the budget: that of its group of categories. */
export function partColor(part: BudgetPart): string {
  return groupColor(part === "household" ? "private" : part);
}

const labels = [
  ["income", "Income"],
  ["fixed", "Fixed costs"],
  ["discretionary", "Discretionary"],
  ["saving", "To savings"],
] as const satisfies readonly (readonly [BudgetPart, string])[];

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
  const note = "median person with an income";
  const cards = labels.map(([part, label]) => card(label, mediansOf(rows, part), {note}));
  return cardRow(rows.length === 0 ? [] : cards, {document});
}

/**
 * One person's last complete month in four numbers, against the month before, with the median person's beside
 * them: income, fixed costs, discretionary spending, and rent (or savings, for who pays none) to income.
 */
export function personBudgetCards(
  months: readonly PersonMonth[],
  budget: readonly BudgetMonth[],
  {document = globalThis.document}: Options = {},
): HTMLElement {
  const median = (part: BudgetPart) => ({
    note: `median person: ${money(mediansOf(budget, part).at(-1))}`,
  });
  const card = monthCard(months, {document});
  const isRented = months.some((row) => row.rent_eur > 0);
  const shares = months.map((row) =>
    row.income_eur > 0 ? (isRented ? row.rent_eur : row.saved_eur) / row.income_eur : undefined,
  );
  const cards = [
    card(
      "Income",
      months.map((row) => row.income_eur),
      median("income"),
    ),
    card(
      "Fixed costs",
      months.map((row) => row.fixed_eur),
      median("fixed"),
    ),
    card(
      "Discretionary",
      months.map((row) => row.discretionary_eur),
      median("discretionary"),
    ),
    card(isRented ? "Rent to income" : "Saved of income", shares, {
      note: isRented ? "what the landlord gets" : "moved to savings",
      format: (share) => percent(share, 1),
      changeBy: "points",
    }),
  ];
  return cardRow(months.length === 0 ? [] : cards, {document});
}
