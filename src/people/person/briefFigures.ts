/** What other pages tell at length, in brief: the budget, the savings goals, and the ways to those pages. */
import {budgetDots} from "../../components/budgetDots.js";
import {dataTable} from "../../components/dataTable.js";
import {builder} from "../../components/dom.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {lastMonthsText} from "../../lib/month.js";
import {type Goal, goalStateNames} from "../../lib/people/goals.js";
import {
  budgetsFinding,
  type CategoryPerson,
  categoryBudgets,
  peersOf,
} from "../../lib/people/peers.js";
import type {ShownPerson} from "../../lib/people/relation.js";
import type {PersonHome} from "./home.js";

/** The pages that tell more of a person; nothing for nobody. */
export function seeAlso(
  id: string | undefined,
  home: PersonHome | undefined,
  {document = globalThis.document}: {readonly document?: Document} = {},
): HTMLElement {
  const {html} = builder(document);
  if (!id) return html("span", {});
  const query = `?id=${encodeURIComponent(id)}`;
  const ways = [
    ["budget", `./budgets${query}#one-person`],
    ["savings", `./savings${query}#one-person`],
    ["lifestyle", `./lifestyles${query}#one-person`],
    ...(home?.kind.includes("brokerage") ? [["portfolio", `./portfolio${query}`]] : []),
  ] as const;
  const links = ways.flatMap(([text, href], at) => [at === 0 ? "" : ", ", html("a", {href}, text)]);
  return html("span", {}, "See also: ", ...links, ".");
}

/** How many of the categories, those that differ most, are shown. */
const shownCategories = 6;

/** What a person spends on the categories that differ most from what people like them do, of all `people`. */
export function budgetCategories(
  {user_id, name, isMain}: ShownPerson,
  people: readonly CategoryPerson[],
  sql: Query,
): FigureElement {
  const own = people.find((person) => person.user_id === user_id);
  const peers = own && peersOf(people, own);
  return figure({
    id: "budget-categories",
    finding: (rows) =>
      isMain
        ? budgetsFinding(name, rows)
        : `${name} is no main customer, so there is nobody to compare with`,
    subtitle: () =>
      own && peers
        ? `EUR per month, mean of ${lastMonthsText(own.month_count)}, against the median of main customers like ` +
          `them: ${peers.words}; the six that differ most`
        : "EUR per month",
    rows: own && peers ? categoryBudgets(own, peers).slice(0, shownCategories) : [],
    chart: (rows, {width}) => budgetDots(rows, {width}),
    empty: isMain
      ? "Nothing to show: nothing was spent in a complete month, or there is nobody to compare it with."
      : "Spending by category is compared among main customers only: of others, this bank sees a part.",
    height: 220,
    sql,
  });
}

/** A person's savings goals as a table, or that there is none. */
export function goalTable(
  name: string,
  goals: readonly Goal[],
  {document = globalThis.document}: {readonly document?: Document} = {},
): HTMLElement {
  const {html} = builder(document);
  if (goals.length === 0) return html("p", {}, `${name} has set no savings goal.`);
  return dataTable(goals, {
    caption: `Savings goals of ${name}`,
    columns: [
      {key: "goal", label: "Goal"},
      {key: "state", label: "State", format: (state) => goalStateNames[state]},
      {key: "target_eur", label: "Target (EUR)"},
      {key: "balance_eur", label: "On savings (EUR)"},
      {key: "due_on", label: "Due"},
    ],
    document,
  });
}
