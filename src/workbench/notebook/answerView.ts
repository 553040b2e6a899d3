import {builder} from "../../components/dom.js";
import {saveButton} from "../../components/saveButton.js";
import {saveItems} from "../../components/saveItems.js";
import {count} from "../../lib/format.js";
import type {ChartChoice} from "../../lib/notebook/chartChoice.js";
import {plural} from "../../lib/words.js";
import {answerFiles} from "./answerFiles.js";
import type {Answer} from "./answers.js";
import {chartPanel} from "./chartPanel.js";
import {resultTable} from "./resultTable.js";

export interface AnswerOptions {
  readonly name: string;
  readonly sql: string;
  /** Whose rows these are. */
  readonly source: string;
  /** The chart that somebody chose for an answer before. */
  readonly chart: ChartChoice | undefined;
  readonly onChart: (choice: ChartChoice) => void;
  readonly document: Document;
}

/** What a query answered: its rows as a table, and a chart of those that are left after filtering. */
export function answerView(
  {columns, rowCount, isCut, total}: Answer,
  {name, sql, source, chart: choice, onChart, document}: AnswerOptions,
): HTMLElement {
  const {html} = builder(document);
  if (columns.length === 0)
    return html("p", {class: "message"}, "The query ran. It gives no rows.");
  const chart = chartPanel(columns, {name, sql, source, choice, onChoice: onChart, document});
  let shown: readonly number[] = Array.from({length: rowCount}, (_, at) => at);
  const table = resultTable(columns, {
    rowCount,
    caption: `Rows of ${name}`,
    onRows: (rows) => {
      shown = rows;
      chart?.draw(rows);
    },
    document,
  });
  if (rowCount > 0) {
    const make = {html};
    const saved = isCut ? `${name}-first-${rowCount}` : name;
    const button = saveButton(make, async () =>
      saveItems(make, saved, answerFiles(columns, {name, rows: () => shown, document})),
    );
    table.append(
      ...(isCut ? [html("p", {class: "answer-cut"}, cutText(rowCount, total, name))] : []),
      html("p", {class: "on-paper"}, `Rows in sight, of ${plural(rowCount, "row")}`),
      html("div", {class: "actions"}, button),
    );
  }
  chart?.draw(shown);
  return html("div", {class: chart ? "answer has-chart" : "answer"}, table, chart?.element);
}

/** What of the answer is here; its table in the engine has all, once it has run whole. */
function cutText(rowCount: number, total: number | undefined, name: string): string {
  const first = `the first ${count(rowCount)}${total === undefined ? " rows" : ` of ${count(total)} rows`}`;
  const all =
    total === undefined ? "Run gives more." : `A query that selects from ${name} has them all.`;
  return `Table, chart and saved files hold ${first}. ${all}`;
}
