/** The figure on rainy-day funds: how long people’s money would last. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {color} from "../../components/palette.js";
import {rankedBars} from "../../components/rankedBars.js";
import {count, monthText, percent} from "../../lib/format.js";
import {
  type FundBand,
  fundBandName,
  fundFinding,
  fundMonths,
  lastBands,
} from "../../lib/people/funds.js";

const tooNew = "Nothing to show: no main customer has been here for three months.";

/** Main customers by the months of spending that their money covers. */
export function savingsFunds(funds: readonly FundBand[], sql: Query): FigureElement {
  return figure({
    id: "savings-funds",
    finding: fundFinding(lastBands(funds)),
    subtitle: ([first]) =>
      `Main customers by the months of spending that their money covers, end of ${monthText(first!.month)}`,
    rows: lastBands(funds),
    chart: (rows, {width}) => {
      const {person_total} = rows[0]!;
      return rankedBars(rows, {
        width,
        label: ({band_from}) => fundBandName(band_from),
        value: "person_count",
        color: ({band_from}) => color(band_from < fundMonths ? "loss" : "gain"),
        format: (people) => `${count(people)} (${percent(Number(people) / person_total, 0)})`,
        name: "People",
      });
    },
    empty: tooNew,
    note:
      "Brokerage accounts are not counted. Left out: people who joined less than three months ago. " +
      "An overdrawn person covers zero months.",
    measures: ["months_covered", "spending"],
    height: 150,
    sql,
  });
}
