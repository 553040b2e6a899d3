import {builder} from "../../components/dom.js";
import {mostFacets} from "../../components/facets.js";
import {figure} from "../../components/figure.js";
import {count} from "../../lib/format.js";
import {
  type ChartChoice,
  type ChartMark,
  chartMarks,
  chartOrders,
  chartParts,
  hasOrder,
  proposedChart,
  titleOf,
  withMark,
} from "../../lib/notebook/chartChoice.js";
import {chartCode} from "../../lib/notebook/chartCode.js";
import {findingOf} from "../../lib/notebook/chartFinding.js";
import {type Column, type Row, rowsOf} from "../../lib/notebook/columns.js";
import {drawnChart, formatOf, seriesOf} from "./drawnChart.js";

/** A chart draws so many rows at most; what has more is better counted first. */
const mostRows = 5_000;

const markNames = {bars: "Bars", columns: "Columns", line: "Line", heatmap: "Heatmap"} as const;

export interface ChartPanel {
  readonly element: HTMLElement;
  /** Draws these rows, by their numbers. */
  draw(rows: readonly number[]): void;
}

/**
 * A chart of an answer: proposed from its columns, then chosen. `choice` is what somebody chose before; `onChoice` is
 * told of another.
 */
export function chartPanel(
  columns: readonly Column[],
  {
    name,
    sql,
    source,
    choice: before,
    onChoice,
    document,
  }: {
    name: string;
    sql: string;
    /** Whose rows it shows. */
    source: string;
    choice: ChartChoice | undefined;
    onChoice: (choice: ChartChoice) => void;
    document: Document;
  },
): ChartPanel | undefined {
  const {html} = builder(document);
  const proposed = proposedChart(columns);
  let choice = before && fits(before, columns) ? before : proposed;
  if (!choice) return undefined;
  let shown: readonly number[] = [];
  const code = html("pre", {class: "chart-code", tabindex: 0}, html("code"));
  const host = html("div", {class: "chart-host"});
  const controls = html("div", {class: "chart-choice"});

  const choose = (next: ChartChoice | undefined) => {
    if (!next) return;
    choice = next;
    onChoice(next);
    redraw();
  };
  const select = (
    label: string,
    value: string,
    options: readonly (readonly [string, string])[],
    take: (value: string) => void,
  ) => {
    const field = html(
      "select",
      {},
      ...options.map(([value, text]) => html("option", {value}, text)),
    );
    field.value = value;
    field.addEventListener("change", () => take(field.value));
    return html("label", {}, html("span", {}, label), field);
  };
  const columnSelect = (label: string, part: "x" | "y" | "color") => {
    const {kinds, isOptional} = {
      kinds: chartParts[choice!.mark][part],
      isOptional: part === "color" && !chartParts[choice!.mark].needsColor,
    };
    if (kinds.length === 0) return undefined;
    const options = columns
      .filter(({kind}) => kinds.includes(kind))
      .map(({name}) => [name, name] as const);
    return select(
      label,
      choice![part] ?? "",
      isOptional ? [["", "none"], ...options] : options,
      (value) => choose({...choice!, [part]: value === "" ? undefined : value}),
    );
  };
  const facetSelect = () => {
    const {mark, x, y, color} = choice!;
    const names = columns
      .filter(({name, kind}) => ["text", "truth"].includes(kind) && ![x, y, color].includes(name))
      .filter(({values}) => new Set(values.map(String)).size <= mostFacets)
      .map(({name}) => [name, name] as const);
    if (mark === "heatmap" || names.length === 0) return undefined;
    return select("Small charts by", choice!.facet ?? "", [["", "none"], ...names], (facet) => {
      const {facet: _, ...rest} = choice!;
      choose(facet === "" ? rest : {...rest, facet});
    });
  };
  const orderSelect = () => {
    if (!hasOrder(choice!)) return undefined;
    const orders = [
      ["", "unchanged"],
      ["value", "largest first"],
      ["name", "by name"],
    ] as const;
    return select("Order", choice!.order ?? "", orders, (value) => {
      const order = chartOrders.find((each) => each === value);
      const {order: _, ...rest} = choice!;
      choose(order === undefined ? rest : {...rest, order});
    });
  };
  const redraw = () => {
    const marks = chartMarks.filter((mark) => withMark(choice!, mark, columns));
    controls.replaceChildren(
      ...[
        select(
          "Mark",
          choice!.mark,
          marks.map((mark) => [mark, markNames[mark]]),
          (mark) => choose(withMark(choice!, mark as ChartMark, columns)),
        ),
        columnSelect("Across", "x"),
        columnSelect("Up", "y"),
        columnSelect("Colour", "color"),
        facetSelect(),
        orderSelect(),
      ].filter((field) => field !== undefined),
    );
    const rows = rowsOf(columns, shown.slice(0, mostRows));
    code.firstElementChild!.textContent = chartCode(
      choice!,
      `queryRows(${name})`,
      seriesOf(choice!, rows),
    );
    const drawing = figure<Row>({
      id: `chart-of-${name.replaceAll("_", "-")}`,
      finding: (rows) => findingOf(choice!, rows, formatOf(choice!)),
      subtitle:
        shown.length > mostRows
          ? `${titleOf(choice!)}: the first ${count(mostRows)} rows of ${count(shown.length)}`
          : titleOf(choice!),
      rows,
      chart: (rows, {width}) => drawnChart(choice!, rows, width, document),
      sql,
      source,
      // it would take the place of the notebook's in the address
      hasLink: false,
      document,
    });
    host.replaceChildren(drawing);
  };
  return {
    element: html("div", {class: "chart-panel"}, controls, host, code),
    draw(rows) {
      shown = rows;
      redraw();
    },
  };
}

/** Whether an answer still has the columns of a choice, of kinds that its mark takes. */
function fits({mark, ...choice}: ChartChoice, columns: readonly Column[]): boolean {
  if (choice.facet !== undefined && columns.every(({name}) => name !== choice.facet)) return false;
  return (["x", "y", "color"] as const).every((part) => {
    const name = choice[part];
    if (name === undefined) return part === "color" && !chartParts[mark].needsColor;
    const kind = columns.find((column) => column.name === name)?.kind;
    return kind !== undefined && chartParts[mark][part].includes(kind);
  });
}
