/** The figures on one person's savings, and where they stand among the others. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {color} from "../../components/palette.js";
import {rankedBars} from "../../components/rankedBars.js";
import {shareBars} from "../../components/shareBars.js";
import {asDate, count, money, monthText, percent, type Time} from "../../lib/format.js";
import {monthSpan} from "../../lib/month.js";
import {
  type FundBand,
  fundBandName,
  fundBandOf,
  lastBands,
  lastsText,
} from "../../lib/people/funds.js";
import {type Goal, goalStateNames} from "../../lib/people/goals.js";
import {
  balanceFinding,
  balancesOf,
  goalLevels,
  type PersonSavings,
} from "../../lib/people/savings.js";
import {type ShareBand, shownBands} from "../../lib/people/savingsShares.js";
import {sentence} from "../../lib/words.js";
import {goalBars} from "./goalBars.js";
import {goalsText, pacedGoals} from "./paces.js";
import {savingsPath} from "./savingsPath.js";

/** A person's savings at the end of each month, with goals and changes of pay. */
export function savingsPerson(
  name: string,
  person: PersonSavings | undefined,
  goals: readonly Goal[],
  sql: Query,
): FigureElement {
  const balances = balancesOf(person);
  const span = balances.length > 0 ? `, ${monthSpan(balances)}` : "";
  return figure({
    id: "savings-people",
    finding: sentence(balanceFinding(name, balances)),
    subtitle: `In savings at the end of the month, EUR${span}; dotted: goals; a dot where the pay changed`,
    rows: balances,
    chart: (rows, {width}) => savingsPath(rows, {width, height: 300, goals: goalLevels(goals)}),
    columns: [
      {key: "month", label: "Month"},
      {key: "savings_eur", label: "In savings", format: money},
      {key: "pay_move", label: "Pay"},
    ],
    empty: "Nothing to show: this person has no open savings account.",
    height: 300,
    sql,
  });
}

/** A person's goals on the way to their amounts. */
export function savingsGoals(
  name: string,
  goals: readonly Goal[],
  month: Time,
  sql: Query,
): FigureElement {
  return figure({
    id: "person-goals",
    finding: goalsText(name, goals),
    subtitle: () =>
      `In savings at the end of ${monthText(month)} as a part of each goal; a stroke: where the present pace leads by the day it is due`,
    rows: pacedGoals(goals, asDate(month)!),
    chart: (rows, options) => goalBars(rows, options),
    columns: [
      {key: "goal", label: "Goal"},
      {key: "state", label: "State", format: (_, row) => goalStateNames[row.state]},
      {key: "target_eur", label: "Goal"},
      {key: "balance_eur", label: "In savings"},
      {key: "pace_eur", label: "Pace a month"},
      {key: "due_on", label: "Due"},
    ],
    note: [
      "The pace is the median monthly change of the savings account over the last twelve months.",
      ...(goals.length > 1 ? ["All goals count on the same money."] : []),
    ].join(" "),
    empty: "A goal appears here once one is set for an open savings account.",
    height: goals.length > 0 ? 64 * goals.length + 24 : 60,
    sql,
  });
}

/** A person's share of salary among those of all main customers. */
export function savingsStanding(
  name: string,
  person: PersonSavings | undefined,
  {isMain, shares}: {isMain: boolean; shares: readonly ShareBand[]},
  sql: Query,
): FigureElement {
  const own = person?.saved_of_salary ?? null;
  const unknown = isMain
    ? `${name} has no steady salary to save from`
    : sentence(`the share of salary that ${name} saves is not known here`);
  return figure({
    id: "savings-standing",
    finding: own === null ? unknown : asideText(name, own),
    subtitle: "Main customers by the share of their salary that they moved to savings",
    rows: own === null ? [] : shownBands(shares),
    chart: (rows, {width}) =>
      shareBars(rows, {
        width,
        height: 180,
        color: () => color("context"),
        marks: [{value: own!, text: `${name} ${percent(own, 1)}`}],
      }),
    measures: ["saved_of_salary"],
    empty: "Nothing to compare.",
    height: 180,
    sql,
  });
}

function asideText(name: string, share: number): string {
  if (share > 0) return `${name} puts ${percent(share, 1)} of salary aside`;
  return share === 0
    ? `${name} puts nothing aside`
    : `${name} took more out of savings than went in`;
}

/** The band of months covered in which a person is, among those of all main customers. */
export function savingsFundStanding(
  name: string,
  person: PersonSavings | undefined,
  funds: readonly FundBand[],
  sql: Query,
): FigureElement {
  const own = fundBandOf(person?.months_covered);
  return figure({
    id: "savings-fund-standing",
    finding:
      own === undefined
        ? `How long the money of ${name} would last is not known`
        : `The money of ${name} would last ${lastsText(own)}`,
    subtitle: "Main customers by the months of spending that their money covers",
    rows: own === undefined ? [] : lastBands(funds),
    chart: (rows, {width}) =>
      rankedBars(rows, {
        width,
        label: ({band_from}) => fundBandName(band_from),
        value: "person_count",
        color: ({band_from}) => color(band_from === own ? "accent" : "context"),
        format: count,
        name: "People",
      }),
    measures: ["months_covered"],
    empty: "Nothing to compare.",
    height: 60,
    sql,
  });
}
