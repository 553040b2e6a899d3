/** The figures on one person's budget, and the choice of the person. */

import {partColor} from "../../components/budgetCards.js";
import {budgetDots} from "../../components/budgetDots.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {lineChart} from "../../components/lineChart.js";
import {personPicker} from "../../components/personPicker.js";
import type {PickerElement} from "../../components/picker.js";
import {type BalancePeople, maybeAccount} from "../../lib/balances/rows.js";
import {money} from "../../lib/format.js";
import {lastMonthsText, monthSpan} from "../../lib/month.js";
import {type PersonMonth, partsOf, personFinding} from "../../lib/people/budget.js";
import {partMeasures, partName} from "../../lib/people/budgetParts.js";
import {
  budgetsFinding,
  type CategoryPerson,
  categoryBudgets,
  peersOf,
} from "../../lib/people/peers.js";
import type {ListedPerson, ShownPerson} from "../../lib/people/relation.js";

/** The choice of a person: first, the first main customer whose account is open. */
export function personChoice(
  people: readonly ListedPerson[],
  balances: BalancePeople,
): PickerElement {
  const first = people.find(
    ({relation, user_id}) => relation === "main" && maybeAccount(balances, user_id),
  );
  return personPicker(people, {value: first?.user_id});
}

/** What came in, was spent and was put aside by a person, month by month. */
export function budgetPeople(
  {name, isMain}: ShownPerson,
  months: readonly PersonMonth[],
  sql: Query,
): FigureElement {
  const where = isMain ? "" : " at this bank";
  const span = months.length > 0 ? `, ${monthSpan(months)}` : "";
  return figure({
    id: "budget-people",
    finding: personFinding(name, months, isMain),
    subtitle: `Income, spending and savings${where}, EUR per month${span}`,
    rows: partsOf(months),
    chart: (rows, {width}) =>
      lineChart(rows, {
        width,
        x: "month",
        y: "amount_eur",
        series: "part",
        colors: partColor,
        names: partName,
        format: money,
      }),
    empty: "Nothing to show: no account of this person was open for a complete month.",
    measures: [...Object.values(partMeasures), "spending"],
    sql,
  });
}

/** How many of the categories, those with the largest differences, are shown. */
const shownCategories = 12;

/** What a person spends on each category against people like them, of all `people`. */
export function budgetCategories(
  {user_id, name, isMain}: ShownPerson,
  people: readonly CategoryPerson[],
  sql: Query,
): FigureElement {
  const own = people.find((person) => person.user_id === user_id);
  const peers = own && peersOf(people, own);
  const budgets = own && peers ? categoryBudgets(own, peers) : [];
  const period = own ? `, mean of ${lastMonthsText(own.month_count)}` : "";
  const likeThem =
    peers && peers.people.length > 0 ? `; main customers like them: ${peers.words}` : "";
  return figure({
    id: "budget-categories",
    finding: isMain
      ? budgetsFinding(name, budgets)
      : `${name} is no main customer, so there is nobody to compare with`,
    subtitle: `EUR per month${period}${likeThem}`,
    rows: budgets.slice(0, shownCategories),
    chart: (rows, {width}) => budgetDots(rows, {width}),
    columns: [
      {key: "label", label: "Category"},
      {key: "actual_eur", label: "This person (EUR)"},
      {key: "budget_eur", label: "People like them (EUR)"},
      {key: "difference_eur", label: "Difference (EUR)"},
      {key: "payer_count", label: "Of whom pay for it"},
    ],
    empty: isMain
      ? "Too few people like this one pay for what this one pays for."
      : "Spending by category is compared among main customers only: of others, this bank sees a part.",
    note:
      "The budget is the median of main customers with an income, a city and a household of the same size who pay for " +
      "the category. If fewer than 20 match, the household’s size is ignored, then the city’s, then the income. The " +
      "twelve largest differences; the title names those that are more than the months’ own ups and downs.",
    sql,
  });
}
