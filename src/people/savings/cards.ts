import {monthCard} from "../../components/monthCard.js";
import {cardRow, numberCard} from "../../components/numberCard.js";
import {count, monthText, percent} from "../../lib/format.js";
import {yearMonths} from "../../lib/measures/reading.js";
import {type FundBand, fundByMonth} from "../../lib/people/funds.js";
import {type GoalCount, goalTotals} from "../../lib/people/goals.js";
import type {SavingsMonth} from "../../lib/people/savingsShares.js";

interface Options {
  readonly document?: Document;
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
