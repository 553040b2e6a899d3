import {count, money, monthText, percent, type Time} from "../lib/format.js";
import {type Customer, type Reading, yearMonths} from "../lib/measures/reading.js";
import {type FundBand, fundByMonth} from "../lib/people/funds.js";
import {type GoalCount, type GoalState, goalTotals} from "../lib/people/goals.js";
import type {BalancePoint, PersonSavings} from "../lib/people/savings.js";
import type {SavingsMonth} from "../lib/people/savingsShares.js";
import {monthCard} from "./monthCard.js";
import {cardRow, numberCard} from "./numberCard.js";
import {color} from "./palette.js";

interface Options {
  readonly document?: Document;
}

/** The colour of a goal's state: done, well on the way, late, too late. */
export function goalColor(state: GoalState): string {
  const colors = {reached: "gain", on_track: "accent", behind: "warning", overdue: "loss"} as const;
  return color(colors[state]);
}

/** What the median main customer saves of a salary, how many have a fund, and the goals of all, each in a number. */
export function savingsCards(
  months: readonly SavingsMonth[],
  funds: readonly FundBand[],
  goals: readonly GoalCount[],
  {document = globalThis.document}: Options = {},
): HTMLElement {
  const fundMonths = fundByMonth(funds);
  const {all, reached} = goalTotals(goals);
  const medians = [...new Map(funds.map((row) => [Number(row.month), row.median_months])).values()];
  const points = {changeBy: "points"} as const;
  const [last, before] = [fundMonths.at(-1), fundMonths.at(-2)];
  const cards = [
    months.length > 0 &&
      monthCard(months, {document})(
        {measure: "saved_of_salary", of: "median main customer with salary"},
        months.map(({median_share}) => median_share),
        points,
      ),
    last !== undefined &&
      numberCard({
        reading: {
          measure: "months_covered",
          of: "median main customer",
          window: yearMonths,
          asOf: last.month,
        },
        value: medians.at(-1),
        before: medians.at(-2),
        ...(before ? {period: monthText(before.month)} : {}),
        path: medians,
        changeBy: "amount",
        document,
      }),
    fundMonths.length > 0 &&
      monthCard(fundMonths, {document})(
        "Three months covered",
        fundMonths.map(({covered_share}) => covered_share),
        {...points, note: "of main customers", format: (d) => percent(d, 1), more: "good"},
      ),
    all > 0 &&
      numberCard({
        label: "Goals reached",
        value: reached,
        format: count,
        note: `of ${count(all)}, all customers`,
        document,
      }),
  ];
  return cardRow(
    cards.filter((card) => card !== false),
    {document},
  );
}

/**
 * One person in numbers: savings rate, share of salary, months covered up to a month, and the balance; the balance alone
 * of who is no main customer, because the other three are not known.
 */
export function personSavingsCards(
  person: PersonSavings | undefined,
  balances: readonly BalancePoint[],
  of: Customer,
  asOf: Time,
  {document = globalThis.document}: Options = {},
): HTMLElement {
  if (!person) return cardRow([], {document});
  const {savings_rate, saved_of_salary, months_covered, liquid_eur} = person;
  const reading = (measure: Reading["measure"]): Reading => ({
    measure,
    of,
    window: yearMonths,
    asOf,
  });
  const isKnown = savings_rate !== null || saved_of_salary !== null || months_covered !== null;
  const measured = () => [
    numberCard({
      reading: reading("savings_rate"),
      value: savings_rate,
      note: "of income",
      document,
    }),
    numberCard({
      reading: reading("saved_of_salary"),
      value: saved_of_salary,
      ...(saved_of_salary === null ? {note: "no steady salary"} : {}),
      document,
    }),
    numberCard({
      reading: reading("months_covered"),
      value: months_covered,
      note: `by ${money(liquid_eur)} on checking and savings`,
      document,
    }),
  ];
  const cards = [
    ...(isKnown ? measured() : []),
    ...(balances.length > 0
      ? [
          monthCard(balances, {document})(
            "On savings",
            balances.map(({savings_eur}) => savings_eur),
            {note: `end of ${monthText(balances.at(-1)?.month)}`},
          ),
        ]
      : []),
  ];
  return cardRow(cards, {document});
}
