import {dataTable} from "../../components/dataTable.js";
import {builder} from "../../components/dom.js";
import {mostRows, queryRows} from "../../components/queryRows.js";
import {count} from "../../lib/format.js";
import {plural} from "../../lib/words.js";

export interface QueryBoxOptions {
  /** Asks the bank: `(text) => sql([text])`. */
  query: (text: string) => Promise<Iterable<object>>;
  /** The query that stands in the box at first. */
  value?: string;
  label?: string;
  document?: Document;
}

/**
 * A box to write a query in, with its rows or its error below. It runs on the button or Ctrl+Enter, never by itself, and
 * one query at a time. The queries' database is read-only and lives in the reader's browser.
 */
export function queryBox({
  query,
  value = "",
  label = "Your question in SQL",
  document = globalThis.document,
}: QueryBoxOptions): HTMLElement {
  const {html} = builder(document);
  const text = html("textarea", {
    spellcheck: "false",
    autocapitalize: "off",
    rows: Math.min(20, value.split("\n").length + 1),
  });
  text.value = value;
  const button = html("button", {type: "submit"}, "Ask");
  const status = html("span", {role: "status"}, "Ctrl+Enter asks too");
  const answer = html("div", {class: "query-answer"});
  const root = html(
    "form",
    {class: "query-box"},
    html("label", {}, html("span", {}, label), text),
    html("div", {class: "query-actions"}, button, status),
    answer,
  );

  const ask = async () => {
    if (button.disabled || text.value.trim() === "") return;
    button.disabled = true;
    status.textContent = "Asking …";
    const start = performance.now();
    try {
      const result = await query(text.value);
      const rows = queryRows(result);
      const total = (result as {numRows?: number}).numRows ?? rows.length;
      status.textContent = `${plural(total, "row")} in ${count(performance.now() - start)} ms${total > mostRows ? `, the first ${count(mostRows)} shown` : ""}`;
      answer.replaceChildren(
        dataTable(rows, {
          caption: "Answer",
          empty: "The query ran and found no rows.",
          file: "answer",
          document,
        }),
      );
    } catch (error) {
      status.textContent = "";
      answer.replaceChildren(html("pre", {class: "query-error", role: "alert"}, messageOf(error)));
    } finally {
      button.disabled = false;
    }
  };
  root.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      ask();
    }
  });
  return root;
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim() || "The query failed without a word.";
}
