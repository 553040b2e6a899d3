/** The figures of one company under the reader's scenario: its balance, and the scenarios side by side. */
import {dataTable} from "../../components/dataTable.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {type LineOptions, lineChart} from "../../components/lineChart.js";
import {color} from "../../components/palette.js";
import {aboveFloor} from "../../lib/companies/runways.js";
import {maybeScenarioName} from "../../lib/companies/scenario.js";
import {money} from "../../lib/format.js";
import {type ChosenCompany, outlookOf, standingOf} from "./chosen.js";
import {scenarioColumns} from "./columns.js";
import {
  aliveText,
  floorText,
  halfText,
  outlookFinding,
  type PathPoint,
  pathPoints,
  scenarioRows,
  scenariosFinding,
} from "./company.js";
import type {ScenarioQuestion} from "./scenarioControls.js";

const tooFew = (name: string) => `${name} has too few months to forecast`;
const isBase = (question: ScenarioQuestion) => maybeScenarioName(question) === "base";

/** What the lines and the band mean. */
function bandText(question: ScenarioQuestion): string {
  const other = isBase(question) ? "" : "; thin line: as forecast, without the scenario";
  return `dotted: median of the futures, band: 80% of them${other}`;
}

/** A line that is dotted from the last month known on, in its band; beside it, thin, what is forecast. */
function pathLook({months}: ChosenCompany): Omit<LineOptions<PathPoint>, "width" | "levels"> {
  return {
    x: "month",
    y: "value_eur",
    series: "series",
    band: ["low_eur", "high_eur"],
    format: money,
    dashedFrom: months.at(-1)?.month,
    colors: (series: PathPoint["series"]) => color(series === "base" ? "context" : "accent"),
    isNamed: (series: PathPoint["series"]) => series === "chosen",
    names: (series: PathPoint["series"]) => (series === "base" ? "As forecast" : "Balance"),
  };
}

/** A company's balance at the end of each month, known and ahead. */
export function runwayBalance(
  chosen: ChosenCompany,
  question: ScenarioQuestion,
  sql: Query,
): FigureElement {
  const {name, months, runway, base} = chosen;
  const {floor_eur, closing_balance_eur} = standingOf(chosen, question);
  const ahead = outlookOf(chosen, question);
  const floor = floorText(runway && aboveFloor(runway, floor_eur), floor_eur);
  return figure({
    id: "runway-balance",
    finding: ahead ? outlookFinding(name, ahead, floor_eur, closing_balance_eur) : tooFew(name),
    subtitle: `Balance at the end of each month and over the next twelve, without new financing, EUR; ${bandText(question)}`,
    rows: pathPoints(months, ahead?.balance ?? [], isBase(question) ? undefined : base?.balance),
    chart: (rows, {width}) =>
      lineChart(rows, {
        ...pathLook(chosen),
        width,
        levels: floor_eur > 0 ? [{value: floor_eur, text: `Floor: ${money(floor_eur)}`}] : [],
      }),
    note: ahead
      ? [ahead.zero.share > 0 && halfText(ahead), aliveText(ahead), floor].filter(Boolean).join(" ")
      : "",
    sql,
  });
}

/** The scenarios side by side, at the end of the months ahead. */
export function runwayScenarios(
  chosen: ChosenCompany,
  question: ScenarioQuestion,
  sql: Query,
): FigureElement {
  const {futures} = chosen;
  return figure({
    id: "runway-scenarios",
    finding: scenariosFinding,
    subtitle:
      "Balance after twelve months in each scenario, EUR: a tenth of the futures is lower than the low one, " +
      "a tenth higher than the high one",
    rows: futures ? scenarioRows(futures, standingOf(chosen, question), question) : [],
    chart: (rows) => dataTable(rows, {columns: scenarioColumns, caption: "Scenarios"}),
    columns: scenarioColumns,
    empty: "It takes three complete months to forecast.",
    height: 180,
    sql,
  });
}
