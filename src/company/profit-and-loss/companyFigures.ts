/** The figures of one company beside its industry: its months, its statement and its season. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {lineChart} from "../../components/lineChart.js";
import {color} from "../../components/palette.js";
import {pnlBars, pnlMeasures} from "../../components/pnlBars.js";
import {roundedNote, statementColumns, statementTable} from "../../components/statementTable.js";
import {industryName} from "../../lib/bank/industries.js";
import {cashTie, lastMonths, type MonthAmount} from "../../lib/companies/companyMonths.js";
import {industryInText} from "../../lib/companies/industryNames.js";
import {
  companyFinding,
  comparedFinding,
  comparedStatement,
  type SeasonPoint,
  seasonFinding,
  seasonPoints,
} from "../../lib/companies/oneCompany.js";
import {pnlPoints, pnlResults, tieText} from "../../lib/companies/profitAndLoss.js";
import {amountOf} from "../../lib/companies/statement.js";
import {percent} from "../../lib/format.js";
import {monthSpan} from "../../lib/month.js";
import {sentence} from "../../lib/words.js";
import type {ChosenCompany} from "./chosen.js";

/** `, May 2025 to October 2026`; nothing where there is no month. */
const spanOf = (rows: readonly MonthAmount[]) => (rows.length > 0 ? `, ${monthSpan(rows)}` : "");

/** Revenue and expenses of a company by month. */
export function pnlCompanies({name, own}: ChosenCompany, sql: Query): FigureElement {
  return figure({
    id: "pnl-companies",
    finding: companyFinding(name, pnlResults(own)),
    subtitle: `Revenue and expenses, EUR per month${spanOf(own)}`,
    rows: pnlPoints(own),
    chart: (rows, {width}) => pnlBars(rows, {width}),
    measures: pnlMeasures,
    empty: "Nothing to show: no account of this company was open for a complete month.",
    sql,
  });
}

/** A company's statement over the last twelve months, with the shares of its industry and the tie to its accounts. */
export function pnlCompanyStatement(
  {name, industry, own, others, cash}: ChosenCompany,
  sql: Query,
): FigureElement {
  const [year, othersYear] = [lastMonths(own, 12), lastMonths(others, 12)];
  const lines = comparedStatement(year, othersYear);
  const tie = cashTie(cash, {
    monthCount: Math.min(12, pnlResults(own).length),
    changeEur: amountOf(lines, "cash_change"),
  });
  return figure({
    id: "pnl-company-statement",
    finding: comparedFinding(name, year, othersYear),
    subtitle:
      `Profit and loss, EUR and share of revenue${spanOf(year)}; ` +
      `right: all of ${industryInText(industry)}`,
    rows: lines,
    chart: (rows, {width}) => statementTable(rows, {width, caption: `Profit and loss of ${name}`}),
    columns: [
      ...statementColumns,
      {key: "industry_share", label: sentence(industryInText(industry)), kind: "percent"},
    ],
    note: lines.length > 0 ? `${roundedNote} ${tieText(tie)}` : "",
    empty: "Nothing to show: nothing was booked in a complete month.",
    sql,
  });
}

/** The revenue of each month as a share of the mean month, of a company and of its industry. */
export function pnlCompanySeason(
  {name, industry, own, others}: ChosenCompany,
  sql: Query,
): FigureElement {
  const points = seasonPoints(pnlResults(own), pnlResults(others));
  return figure({
    id: "pnl-company-season",
    finding: seasonFinding(name, points),
    subtitle: `Revenue as a share of the mean month of the last twelve${spanOf(own)}; dashed: the mean month`,
    rows: points,
    chart: (rows, {width}) =>
      lineChart(rows, {
        width,
        x: "month",
        y: "mean_share",
        series: "who",
        colors: (who: SeasonPoint["who"]) => color(who === "company" ? "accent" : "context"),
        names: (who: SeasonPoint["who"]) => (who === "company" ? name : industryName(industry)),
        format: percent,
        levels: [{value: 1, text: ""}],
      }),
    empty: "Nothing to show: no revenue came in.",
    sql,
  });
}
