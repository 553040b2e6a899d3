import type {Finding, IndicatorMonth} from "../lib/findings.js";
import {monthSpan} from "../lib/glance.js";
import {builder} from "./dom.js";
import {figure} from "./figure.js";
import {lineChart} from "./lineChart.js";

/**
 * The chosen findings side by side, each with the path that led to it and a link to the page that says more.
 * `sql` gives the query behind an indicator.
 */
export function findingFigures(
  findings: readonly Finding[],
  {
    sql,
    document = globalThis.document,
  }: {sql: (finding: Finding) => Promise<string>; document?: Document},
): HTMLElement {
  const {html} = builder(document);
  if (findings.length === 0) {
    return html(
      "p",
      {class: "message"},
      "Nothing to compare yet: a finding needs five complete months of data.",
    );
  }
  return html(
    "div",
    {class: "finding-row"},
    ...findings.map((finding) => findingFigure(finding, {sql, document})),
  );
}

function findingFigure(
  finding: Finding,
  {sql, document}: {sql: (finding: Finding) => Promise<string>; document: Document},
): HTMLElement {
  const {html} = builder(document);
  const {indicator, definition, months, text} = finding;
  const drawn = figure<IndicatorMonth>({
    id: `finding-${indicator}`,
    finding: text.replace(/\.$/, ""),
    subtitle: `${definition.measure}, ${monthSpan(months)}`,
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
    ...(definition.measures ? {measures: definition.measures} : {}),
    sql: sql(finding),
    height: 180,
    document,
  });
  drawn.append(
    html(
      "p",
      {class: "finding-more"},
      html("a", {href: `./${definition.page}`}, "The page behind it →"),
    ),
  );
  return drawn;
}
