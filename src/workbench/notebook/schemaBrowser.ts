import {builder} from "../../components/dom.js";
import {siteAnchor} from "../../components/siteLink.js";
import {count} from "../../lib/format.js";
import {measureCall, measureNames, measures} from "../../lib/measures/measures.js";
import {shortValue} from "../../lib/site/publishedColumn.js";
import {plural} from "../../lib/words.js";
import type {SchemaColumn} from "./schema.js";
import {type LineageFile, tableUses} from "./tableUses.js";

/** The tables by what they are about, in the order in which a reader meets them. */
const subjects: Readonly<Record<string, readonly string[]>> = {
  Customers: [
    "users",
    "individuals",
    "companies",
    "person_relations",
    "employment_months",
    "counterparties",
  ],
  "Accounts and payments": [
    "accounts",
    "transactions",
    "daily_flows",
    "account_months",
    "categories",
    "category_months",
  ],
  "People’s money": ["person_months", "salary_months", "savings_goals", "goal_states"],
  "Companies’ money": ["company_months", "invoices"],
  Investments: ["trades", "instruments", "prices", "dividends", "splits", "fx_rates"],
  "Time and places": ["calendar", "months", "cities"],
};

/** From this width of the window on there is room beside the cells; below, the browser is folded at first. */
const besideWidth = 1300;

/**
 * What there is to ask: tables by subject, their columns with meaning and range, and measures. A click on a name hands
 * it to `onName`, one on "first rows" the table with its database to `onSample`. The figures made of a table are read
 * from `lineage`.
 */
export function schemaBrowser(
  schema: readonly SchemaColumn[],
  {
    onName,
    onSample,
    lineage,
    files,
    document = globalThis.document,
  }: {
    onName: (name: string) => void;
    onSample: (table: string) => void;
    lineage: LineageFile;
    /** The files that somebody dropped. */
    files: HTMLElement;
    document?: Document;
  },
): HTMLElement {
  const {html} = builder(document);
  const byTable = new Map<string, SchemaColumn[]>();
  for (const column of schema)
    byTable.set(column.table, [...(byTable.get(column.table) ?? []), column]);
  const known = new Set(Object.values(subjects).flat());
  const others = [...byTable.keys()].filter((table) => !known.has(table));
  const name = (text: string, written = text) =>
    html(
      "button",
      {
        type: "button",
        class: "schema-name",
        title: `Write ${written}`,
        on: {click: () => onName(written)},
      },
      text,
    );

  const columnItem = ({column, type, holds, null_count, least, most}: SchemaColumn) =>
    html(
      "li",
      {},
      name(column),
      html("span", {class: "type"}, type.toLowerCase()),
      html(
        "span",
        {class: "facts"},
        [
          holds,
          least !== null && most !== null && `${shortValue(least)} to ${shortValue(most)}`,
          null_count > 0 && `${count(null_count)} null`,
        ]
          .filter(Boolean)
          .join("; "),
      ),
    );
  const tableItem = (table: string) => {
    const columns = byTable.get(table) ?? [];
    const fold = html("details", {class: "schema-table"});
    fold.append(
      html(
        "summary",
        {},
        table,
        " ",
        html("span", {class: "facts"}, plural(columns[0]?.row_count ?? 0, "row")),
      ),
      html(
        "p",
        {class: "schema-actions"},
        name(`bank.${table}`),
        html(
          "button",
          {type: "button", class: "schema-name", on: {click: () => onSample(`bank.${table}`)}},
          "First rows",
        ),
        siteAnchor(`guide/dictionary#${table}`, "More", {document}),
      ),
      html("ul", {}, ...columns.map(columnItem)),
      tableUses(table, lineage, {document}),
    );
    return {
      fold,
      words: [table, ...columns.flatMap(({column, holds}) => [column, holds ?? ""])]
        .join(" ")
        .toLowerCase(),
    };
  };
  const groups = Object.entries({
    ...subjects,
    ...(others.length > 0 ? {"Other tables": others} : {}),
  }).map(([subject, tables]) => {
    const items = tables.filter((table) => byTable.has(table)).map(tableItem);
    return {
      element: html("section", {}, html("h3", {}, subject), ...items.map(({fold}) => fold)),
      items,
    };
  });
  const measureList = html(
    "details",
    {class: "schema-table"},
    html("summary", {}, "Measures"),
    html(
      "ul",
      {},
      ...measureNames.map((measure) =>
        html(
          "li",
          {},
          name(measure, measureCall(measure)),
          html(
            "span",
            {class: "facts"},
            measures[measure].words,
            " ",
            siteAnchor(`guide/method#${measure}`, "More", {document}),
          ),
        ),
      ),
    ),
  );
  const isBeside = (document.defaultView?.innerWidth ?? 0) >= besideWidth;
  const search = html("input", {
    type: "search",
    placeholder: "Find a table or column …",
    "aria-label": "Find a table or column",
  });
  search.addEventListener("input", () => {
    const query = search.value.trim().toLowerCase();
    for (const {element, items} of groups) {
      for (const {fold, words} of items) fold.hidden = !words.includes(query);
      element.hidden = items.every(({fold}) => fold.hidden);
    }
  });
  return html(
    "details",
    {class: "schema", open: isBeside},
    html("summary", {}, "What there is to ask"),
    search,
    files,
    ...groups.map(({element}) => element),
    measureList,
  );
}
