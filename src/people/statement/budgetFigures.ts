/** Spending by category, against people of the bank with an income and a household like this. */
import {budgetDots} from "../../components/budgetDots.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {isBeyondChance} from "../../lib/evidence/chance.js";
import {money} from "../../lib/format.js";
import {lastMonthsText} from "../../lib/month.js";
import {bandWords, incomeBand} from "../../lib/people/peerBands.js";
import type {PeerGroupRow} from "../../lib/people/peerGroups.js";
import {type CategoryBudget, categoryBudgets} from "../../lib/people/peers.js";
import {bankName} from "../../lib/site/siteMeta.js";
import {list, lowerFirst, peopleText, withinChance} from "../../lib/words.js";
import type {Analysis} from "./analysis.js";
import type {OwnSpending} from "./months.js";

/** So many categories, those with the largest differences. */
const shownCategories = 12;
/** Fewer months say too little of a mean month. */
const fewestMonths = 3;

/** What is spent on each category against people like this. */
export function ownBudget(
  {spending}: Analysis,
  peers: readonly PeerGroupRow[],
  household: string,
  code: Query,
): FigureElement {
  const group = spending ? groupOf(spending, peers, Number(household)) : [];
  const isEnough = spending !== undefined && spending.month_count >= fewestMonths;
  const rows = isEnough ? categoryBudgets(spending, group).slice(0, shownCategories) : [];
  return figure({
    id: "own-budget",
    finding:
      rows.length > 0
        ? budgetFinding(rows, spending!.unknown_eur)
        : "There is nobody to compare with yet",
    subtitle: () =>
      `EUR per month, mean of your ${lastMonthsText(spending!.month_count).replace("the ", "")}, against the median of ${groupWords(group[0]!)}`,
    rows,
    chart: (rows, {width}) =>
      budgetDots(rows, {width, names: {own: "You", peers: "People like you"}}),
    columns: [
      {key: "label", label: "Category"},
      {key: "actual_eur", label: "You"},
      {key: "budget_eur", label: "People like you"},
      {key: "difference_eur", label: "Difference"},
      {key: "payer_count", label: "Of whom pay for it"},
    ],
    note:
      unknownNote(spending) +
      `The comparison is the median of main customers of ${bankName()} who pay for the category, at least ten of them. ` +
      "Shown are the twelve largest differences; the title names those beyond the months’ own ups and downs.",
    empty: emptyText(spending, group),
    source: `your files, and dataset peer-spending of ${bankName()}`,
    height: rows.length > 0 ? 440 : 80,
    code,
  });
}

function emptyText(spending: OwnSpending | undefined, group: readonly PeerGroupRow[]): string {
  if (!spending || spending.month_count < fewestMonths)
    return "It takes three whole months of a checking account or card: a mean of fewer says little.";
  return group.length === 0
    ? "Fewer than ten customers of the bank have such an income and household."
    : "None of your categories is one that ten of these people pay for.";
}

function groupOf(
  {income_eur}: OwnSpending,
  peers: readonly PeerGroupRow[],
  household: number,
): PeerGroupRow[] {
  const band = incomeBand(income_eur);
  return peers.filter((row) => row.income_band === band && row.household_band === household);
}

function groupWords({person_count, income_band, household_band}: PeerGroupRow): string {
  const words = [bandWords.income_band[income_band], bandWords.household_band[household_band]];
  return [peopleText(person_count), ...words].filter(Boolean).join(" ");
}

function unknownNote(spending: OwnSpending | undefined): string {
  return spending && spending.unknown_eur > 0
    ? `${money(spending.unknown_eur)} a month have no category and count in none: where you seem to spend less, it may be among them. `
    : "";
}

/**
 * The largest differences that are more than chance, one more and one less; less only where not even all that is spent
 * without a category would make up for it.
 */
export function budgetFinding(rows: readonly CategoryBudget[], unknownEur: number): string {
  const told = rows.filter(({chance}) => isBeyondChance(chance));
  const apart = told.filter(
    ({difference_eur}) => difference_eur > 0 || difference_eur < -unknownEur,
  );
  if (apart.length === 0)
    return told.length === 0
      ? `Your spending is ${withinChance} of people like you in every category`
      : `You may spend less than people like you: ${money(unknownEur)} a month have no category`;
  const most = (sign: 1 | -1) =>
    apart
      .filter(({difference_eur}) => Math.sign(difference_eur) === sign)
      .slice(0, 1)
      .map(
        ({label, difference_eur}) =>
          `${money(Math.abs(difference_eur))} ${sign > 0 ? "more" : "less"} on ${lowerFirst(label)}`,
      );
  return `You spend ${list([...most(1), ...most(-1)])} than people like you`;
}
