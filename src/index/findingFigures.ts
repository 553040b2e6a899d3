import {dataTable} from "../components/dataTable.js";
import {builder} from "../components/dom.js";
import {figure} from "../components/figure.js";
import type {Query} from "../components/figureActions.js";
import {lineChart} from "../components/lineChart.js";
import {percent} from "../lib/format.js";
import {monthWindow} from "../lib/measures/reading.js";
import {monthSpan} from "../lib/month.js";
import {pageFile} from "../lib/site/pageFile.js";
import type {Indicator} from "./indicators.js";
import type {IndicatorMonth} from "./months.js";
import type {Finding} from "./ranking.js";

/**
 * The chosen findings side by side, each with the path that led to it and a link to the figure that draws the same
 * series among others; nothing where there is none. Each query makes the indicators of one population.
 */
export function findingFigures(
  findings: readonly Finding[],
  queries: Readonly<Record<Indicator["population"], Query>>,
  {document = globalThis.document}: {document?: Document} = {},
): HTMLElement {
  const {html} = builder(document);
  if (findings.length === 0) return html("div", {});
  return html(
    "div",
    {class: "finding-row"},
    ...findings.map((finding) =>
      findingFigure(finding, queries[finding.definition.population], document),
    ),
  );
}

function findingFigure(finding: Finding, sql: Query, document: Document): HTMLElement {
  const {html} = builder(document);
  const {indicator, definition, months, text} = finding;
  const {measure, of, page, figure: id, pageName} = definition;
  const drawn = figure<IndicatorMonth>({
    id: `finding-${indicator}`,
    finding: text.replace(/\.$/, ""),
    subtitle: `${definition.measured}, ${monthSpan(months)}`,
    rows: months,
    chart: (rows, {width}) =>
      lineChart(rows, {
        width,
        height: 180,
        x: "month",
        y: "value",
        format: definition.format,
        zero: false,
        document,
      }),
    ...(measure
      ? {
          readings: (rows) => [
            {
              measure,
              of,
              window: monthWindow(measure),
              asOf: rows.at(-1)?.month,
              value: rows.at(-1)?.value,
            },
          ],
        }
      : {}),
    sql,
    height: 180,
    document,
  });
  const href = `${page && `./${pageFile(page)}`}#${id}`;
  const title = drawn.querySelector(".finding");
  title?.replaceChildren(html("a", {href}, ...title.childNodes));
  drawn.append(html("p", {class: "finding-more"}, html("a", {href}, `See ${pageName} →`)));
  return drawn;
}

/** All candidates for a finding, with what each scored. */
export function candidateTable(ranked: readonly Finding[]): HTMLElement {
  const rows = ranked.map(({definition, text, chance, reach, score}) => ({
    candidate: definition.name,
    finding: text,
    chance,
    reach,
    score,
  }));
  return dataTable(rows, {
    caption: "Candidates, from most to least remarkable",
    file: "candidates",
    columns: [
      {key: "candidate", label: "Series"},
      {key: "finding", label: "What it did"},
      {key: "chance", label: "Chance", kind: "percent", format: (chance) => percent(chance, 1)},
      {key: "reach", label: "Reach", format: (reach) => reach.toFixed(2)},
      {key: "score", label: "Score", format: (score) => score.toFixed(2)},
    ],
  });
}
