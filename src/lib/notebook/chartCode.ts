/** The code of a chart, as a page writes it. */
import {
  type ChartChoice,
  type ChartMark,
  measuredColumn,
  mostSeries,
  orderOf,
  unitOf,
} from "./chartChoice.js";
import {codeCall, codeText as text} from "./codeLines.js";

/**
 * The call that draws the chart of `rows`, as a page writes it; `names` are its series, each of which gets a colour of
 * those that are for parts without one of their own.
 */
export function chartCode(
  choice: ChartChoice,
  rows: string,
  names: readonly string[] = [],
): string {
  const {mark, x, y, color} = choice;
  const colors = names
    .slice(0, mostSeries)
    .map((name, at) => `${text(name)}:${text(`segment-${at + 1}`)}`);
  const series = color ? [`series: ${text(color)}`, `colors: (d) => color({${colors}}[d])`] : [];
  const options = {
    bars: [`label: ${text(y)}`, `value: ${text(x)}`],
    columns: [`x: ${text(x)}`, `y: ${text(y)}`, ...series],
    line: [`x: ${text(x)}`, `y: ${text(y)}`, ...series],
    heatmap: [`x: ${text(x)}`, `y: ${text(y)}`, `value: ${text(color ?? "")}`],
  }[mark];
  const unit = unitOf(measuredColumn(choice));
  const drawn = unit ? [...options, `format: ${unit}`] : options;
  const order = orderOf(choice);
  const ordered = order
    ? `inOrder(${rows}, {key: ${text(order.key)}, kind: ${text(order.kind)}}, ${order.isDescending})`
    : rows;
  const component = chartComponents[mark];
  if (choice.facet === undefined)
    return codeCall(component, [ordered], ["width", ...drawn], {indent: 4});
  const size = mark === "bars" ? ["width", "extent"] : ["width", "height", "extent"];
  const given = `chart: (rows, {${size.join(", ")}}) => `;
  const part = codeCall(component, ["rows"], [...size, ...drawn], {
    indent: 6,
    before: given.length,
  });
  return codeCall(
    "facets",
    [ordered],
    [
      "width",
      `by: ${text(choice.facet)}`,
      `value: ${text(measuredColumn(choice))}`,
      ...(mark === "columns" && color ? [`at: ${text(x)}`] : []),
      `${given}${part}`,
    ],
    {indent: 4},
  );
}

/** The component of the site that draws a mark. */
export const chartComponents: Readonly<Record<ChartMark, string>> = {
  bars: "rankedBars",
  columns: "barChart",
  line: "lineChart",
  heatmap: "heatmap",
};
