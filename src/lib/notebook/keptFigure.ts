/** An answer of a notebook as the figure of a page: its chart, or its rows as a table where no chart fits. */
import {
  type ChartChoice,
  measuredColumn,
  mostSeries,
  orderOf,
  titleOf,
  unitOf,
} from "./chartChoice.js";
import {chartCode, chartComponents} from "./chartCode.js";
import {mostNames} from "./chartFinding.js";
import {codeCall, codeText as text} from "./codeLines.js";
import type {Column} from "./columns.js";
import {valueText} from "./valueText.js";

export interface FigureCode {
  readonly code: string;
  /** Modules by what is imported from them. */
  readonly imports: Readonly<Record<string, string>>;
}

/** The cell that draws the answer in `rows`; `isAsked` where these come from an SQL cell of the page. */
export function keptFigure({
  id,
  rows,
  columns,
  choice,
  isAsked,
}: {
  id: string;
  rows: string;
  columns: readonly Column[];
  choice: ChartChoice | undefined;
  isAsked: boolean;
}): FigureCode {
  const drawn = choice ? chartOf(choice, columns) : tableOf(columns);
  const source = isAsked
    ? `source: ${text("the bank, asked in this browser")}`
    : `sql: FileAttachment("../data/${id}.csv.sql")`;
  const lines = [
    `id: ${text(id)}`,
    `finding: ${drawn.finding}`,
    ...(drawn.subtitle ? [`subtitle: ${text(drawn.subtitle)}`] : []),
    `rows: ${isAsked ? `queryRows(${rows})` : rows}`,
    `chart: ${drawn.chart}`,
    source,
  ];
  return {
    code: `figure({\n  ${lines.join(",\n  ")}\n})`,
    imports: {...drawn.imports, ...(isAsked ? {queryRows: "components/queryRows.js"} : {})},
  };
}

interface Drawn {
  readonly finding: string;
  readonly subtitle?: string;
  readonly chart: string;
  readonly imports: Readonly<Record<string, string>>;
}

function chartOf(choice: ChartChoice, columns: readonly Column[]): Drawn {
  const {mark, x, y, color} = choice;
  const measured = measuredColumn(choice);
  const format = unitOf(measured) ?? "short";
  const names = mostNames(choice);
  const told = names
    ? {
        call: "mostText",
        options: [`label: [${names.map(text).join(", ")}]`, `value: ${text(measured)}`],
      }
    : {call: "changeText", options: [`x: ${text(x)}`, `y: ${text(y)}`]};
  const finding = codeCall(told.call, ["rows"], [...told.options, `format: ${format}`], {
    indent: 2,
    before: "finding: (rows) => ".length,
  });
  const component = chartComponents[mark];
  const hasColors = color !== undefined && mark !== "heatmap";
  return {
    finding: `(rows) => ${finding}`,
    subtitle: titleOf(choice),
    chart: `(rows, {width}) =>\n    ${chartCode(choice, "rows", hasColors ? seriesIn(columns, color) : [])}`,
    imports: {
      [component]: `components/${component}.js`,
      ...(choice.facet === undefined ? {} : {facets: "components/facets.js"}),
      ...(orderOf(choice) ? {inOrder: "components/rowOrder.js"} : {}),
      [told.call]: "lib/notebook/chartFinding.js",
      [format]: "lib/format.js",
      ...(hasColors ? {color: "components/palette.js"} : {}),
    },
  };
}

function tableOf(columns: readonly Column[]): Drawn {
  const names = columns.map(({name}) => name).join(", ");
  return {
    finding: '(rows) => plural(rows.length, "row")',
    subtitle: names,
    chart: "(rows) => dataTable(rows)",
    imports: {dataTable: "components/dataTable.js", plural: "lib/words.js"},
  };
}

/** The names of the series, in the order in which the rows have them. */
function seriesIn(columns: readonly Column[], name: string): string[] {
  const values = columns.find((column) => column.name === name)?.values ?? [];
  return [...new Set(values.map(valueText))].slice(0, mostSeries);
}
