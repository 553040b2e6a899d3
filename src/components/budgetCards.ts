import {type BudgetMonth, type BudgetPart, mediansOf, type PersonMonth} from "../lib/budgets.js";
import {money, month as monthText, percent, type Time, type Value} from "../lib/format.js";
import {cardRow, numberCard} from "./numberCard.js";
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
  const period = periodOf(rows.filter((row) => row.part === "income"));
  const cards = labels.map(([part, label]) =>
    pathCard(label, mediansOf(rows, part), {
      ...period,
      note: "median person with an income",
      document,
    }),
  );
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
  const period = periodOf(months);
  const note = (part: BudgetPart) => `median person: ${money(mediansOf(budget, part).at(-1))}`;
  const card = (label: string, path: Value[], text: string) =>
    pathCard(label, path, {...period, note: text, document});
  const isRented = months.some((row) => row.rent_eur > 0);
  const shares = months.map((row) =>
    row.income_eur > 0 ? (isRented ? row.rent_eur : row.saved_eur) / row.income_eur : undefined,
  );
  const cards = [
    card(
      "Income",
      months.map((row) => row.income_eur),
      note("income"),
    ),
    card(
      "Fixed costs",
      months.map((row) => row.fixed_eur),
      note("fixed"),
    ),
    card(
      "Discretionary",
      months.map((row) => row.discretionary_eur),
      note("discretionary"),
    ),
    pathCard(isRented ? "Rent to income" : "Saved of income", shares, {
      ...period,
      note: isRented ? "what the landlord gets" : "moved to savings",
      format: (share) => percent(share, 1),
      changeBy: "amount",
      document,
    }),
  ];
  return cardRow(months.length === 0 ? [] : cards, {document});
}

function periodOf(rows: readonly {month: Time}[]): {period?: string} {
  const before = rows.at(-2);
  return before ? {period: monthText(before.month)} : {};
}

function pathCard(
  label: string,
  path: readonly Value[],
  options: Omit<Parameters<typeof numberCard>[0], "label" | "value">,
): HTMLElement {
  return numberCard({label, value: path.at(-1), before: path.at(-2), path, ...options});
}
