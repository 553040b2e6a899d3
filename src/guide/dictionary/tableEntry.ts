import {type Builder, builder} from "../../components/dom.js";
import {siteLink} from "../../components/siteLink.js";
import {count} from "../../lib/format.js";
import type {LineageNode} from "../../lib/site/lineage.js";
import {shortValue} from "../../lib/site/publishedColumn.js";
import {plural, sentence} from "../../lib/words.js";
import {type ColumnEntry, rulesOf, type TableEntry, unitOf} from "./entries.js";

/** A table of the bank with its columns, at an anchor of its name. */
export function tableEntry(entry: TableEntry, document: Document): HTMLElement {
  const make = builder(document);
  const {html} = make;
  const {name, grain, file, rowCount, columns, figures} = entry;
  const facts = [
    rowCount === undefined ? "not published" : plural(rowCount, "row"),
    plural(columns.length, "column"),
    file,
  ];
  return html(
    "section",
    {class: "measure-entry dictionary-entry", id: name},
    html("h3", {}, html("code", {}, name)),
    html("p", {}, `${sentence(grain ?? "a table")}.`),
    html("p", {class: "dictionary-facts"}, facts.filter(Boolean).join(" · ")),
    html("ul", {class: "dictionary-columns"}, ...columns.map((column) => columnItem(make, column))),
    figureFold(make, figures, `table:${name}`),
  );
}

function columnItem({html}: Builder, column: ColumnEntry): HTMLElement {
  const {id, name, meaning, defined, published, figureCount} = column;
  const type = published?.type.toLowerCase() ?? defined?.type ?? "";
  const unit = unitOf(name);
  const {least = null, most = null, null_count: nulls = 0} = published ?? {};
  const told = [
    ...rulesOf(column),
    least !== null && most !== null ? `${shortValue(least)} to ${shortValue(most)}` : "",
    nulls > 0 ? `${count(nulls)} null` : "",
  ].filter(Boolean);
  return html(
    "li",
    {id: id.slice("column:".length)},
    html(
      "div",
      {class: "dictionary-name"},
      html("code", {}, name),
      html("span", {class: "facts"}, [type, unit].filter(Boolean).join(", ")),
    ),
    html(
      "div",
      {"data-check": "off"}, // "null" is meant here
      html("span", {}, meaning ? sentence(meaning) : "–"),
      told.length > 0 && html("span", {class: "facts"}, sentence(told.join("; "))),
      html(
        "a",
        {class: "facts", href: siteLink(`guide/lineage?of=${id}`)},
        plural(figureCount, "figure"),
        html("span", {class: "visually-hidden"}, ` made of ${name}`),
      ),
    ),
  );
}

/** The figures made of something, in a fold, and the way to its lineage. */
export function figureFold(
  {html}: Builder,
  figures: readonly LineageNode[],
  id: string | undefined,
): HTMLElement {
  if (figures.length === 0)
    return html("p", {class: "dictionary-facts"}, "No figure is made of it.");
  const fold = html(
    "details",
    {},
    html("summary", {}, `${plural(figures.length, "figure")} made of it`),
    html(
      "ul",
      {class: "dictionary-figures"},
      ...figures.map(({path, name, text}) =>
        html("li", {}, html("a", {href: siteLink(path ?? "")}, name), text ? ` ${text}` : ""),
      ),
    ),
  );
  if (id !== undefined)
    fold.append(
      html(
        "p",
        {},
        html("a", {href: siteLink(`guide/lineage?of=${id}`)}, "All that depends on it"),
      ),
    );
  return fold;
}
