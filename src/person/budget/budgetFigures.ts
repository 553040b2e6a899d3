/** The figures on a person's budget: what is left of each month, and spending against people like them. */
import {barChart} from "../../components/barChart.js";
import {budgetDots} from "../../components/budgetDots.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {leftBars} from "../../components/leftBars.js";
import {color} from "../../components/palette.js";
import {money} from "../../lib/format.js";
import {lastMonthsText, monthSpan} from "../../lib/month.js";
import {type PersonMonth, personFinding} from "../../lib/people/budget.js";
import {budgetsFinding, type PersonBudget} from "../../lib/people/peers.js";
import type {ShownPerson} from "../../lib/people/relation.js";

/** What was left of the income each month; of who is no main customer, what was spent from here. */
export function budgetMonths(
  {name, isMain}: ShownPerson,
  months: readonly PersonMonth[],
  sql: Query,
): FigureElement {
  const span = months.length > 0 ? `, ${monthSpan(months)}` : "";
  const rows = months.map((row) => ({...row, left_eur: row.income_eur - row.spending_eur}));
  return figure({
    id: "person-months",
    finding: personFinding(name, months, isMain),
    subtitle: isMain
      ? `Income less spending, EUR per month${span}`
      : `Spending from this bank, EUR per month${span}`,
    rows,
    chart: (rows, {width}) =>
      isMain
        ? leftBars(rows, {width})
        : barChart(rows, {
            width,
            height: 260,
            x: "month",
            y: "spending_eur",
            name: "Spending",
            color: () => color("accent"),
            format: money,
          }),
    columns: [
      {key: "month", label: "Month"},
      {key: "income_eur", label: "Income"},
      {key: "fixed_eur", label: "Fixed costs"},
      {key: "discretionary_eur", label: "Discretionary"},
      {key: "spending_eur", label: "Spending"},
      {key: "left_eur", label: "Left over"},
      {key: "saved_eur", label: "Moved to savings"},
      {key: "household_eur", label: "To own account elsewhere"},
    ],
    note:
      "Spending is what left for good: money moved to savings, to the portfolio or to an own account elsewhere is not " +
      "spent.",
    empty: "Nothing to show: no account of this person was open for a complete month.",
    measures: ["income", "spending"],
    height: 260,
    sql,
  });
}

/** How many of the categories, those with the largest differences, are shown. */
const shownCategories = 12;

/** What a person spends on each category against people like them. */
export function budgetCategories(
  {name, isMain}: ShownPerson,
  budget: PersonBudget | undefined,
  sql: Query,
): FigureElement {
  return figure({
    id: "budget-categories",
    finding: (rows) =>
      isMain
        ? budgetsFinding(name, rows)
        : `${name} is not a main customer, so there is nobody to compare with`,
    subtitle: () =>
      `EUR per month, mean of ${lastMonthsText(budget!.month_count)}, against the median of ${budget!.peers}`,
    rows: budget?.budgets.slice(0, shownCategories) ?? [],
    chart: (rows, {width}) =>
      budgetDots(rows, {width, names: {own: "This person", peers: "People like them"}}),
    columns: [
      {key: "label", label: "Category"},
      {key: "actual_eur", label: "This person"},
      {key: "budget_eur", label: "People like them"},
      {key: "difference_eur", label: "Difference"},
      {key: "payer_count", label: "Of whom pay for it"},
    ],
    note:
      "The comparison is the median of main customers with an income, a city and a household of the same size " +
      "who pay for the category. If fewer than 20 match, we ignore household size, then city size, then " +
      "income. Shown are the twelve largest differences; the title names those beyond the months’ own ups " +
      "and downs.",
    empty: isMain
      ? "Too few people like this one pay for what this one pays for."
      : "Spending by category is compared among main customers only: of others, this bank sees a part.",
    height: budget ? 440 : 120,
    sql,
  });
}
