import {builder} from "../components/dom.js";
import {figure} from "../components/figure.js";
import type {Query} from "../components/figureActions.js";
import {lineChart} from "../components/lineChart.js";
import {monthWindow} from "../lib/measures/reading.js";
import {monthSpan} from "../lib/month.js";
import type {Finding, IndicatorMonth} from "./findings.js";

/**
 * The chosen findings side by side, each with the path that led to it and a link to the figure that draws the same
 * series among others; nothing where there is none. `sql` gives the query behind an indicator.
 */
export function findingFigures(
  findings: readonly Finding[],
  {sql, document = globalThis.document}: {sql: (finding: Finding) => Query; document?: Document},
): HTMLElement {
  const {html} = builder(document);
  if (findings.length === 0) return html("div", {});
  return html(
    "div",
    {class: "finding-row"},
    ...findings.map((finding) => findingFigure(finding, {sql, document})),
  );
}

function findingFigure(
  finding: Finding,
  {sql, document}: {sql: (finding: Finding) => Query; document: Document},
): HTMLElement {
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
    sql: sql(finding),
    height: 180,
    document,
  });
  drawn.append(
    html(
      "p",
      {class: "finding-more"},
      html("a", {href: `${page && `./${page}`}#${id}`}, `${pageName} →`),
    ),
  );
  return drawn;
}
