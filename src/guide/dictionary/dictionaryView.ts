import {type Builder, builder} from "../../components/dom.js";
import {siteLink} from "../../components/siteLink.js";
import {urlState} from "../../components/urlState.js";
import {foldedText} from "../../lib/foldedText.js";
import {type Measure, measureCall, measures} from "../../lib/measures/measures.js";
import {agree, plural} from "../../lib/words.js";
import type {MeasureEntry, TableEntry} from "./entries.js";
import {figureFold, tableEntry} from "./tableEntry.js";

/**
 * The dictionary: tables as they are recorded, those made of them, and measures, with a search that leaves the entries
 * that have each of its words. The search is in the address; an address that names an entry leads there.
 */
export function dictionaryView(
  tables: readonly TableEntry[],
  measureList: readonly MeasureEntry[],
  {document = globalThis.document}: {document?: Document} = {},
): HTMLElement {
  const make = builder(document);
  const {html} = make;
  const {defaultView: window} = document;
  const groups = Object.entries({
    "Tables as they are recorded": tables
      .filter(({isDerived}) => !isDerived)
      .map((entry) => tableEntry(entry, document)),
    "Tables made of them": tables
      .filter(({isDerived}) => isDerived)
      .map((entry) => tableEntry(entry, document)),
    Measures: measureList.map((entry) => measureEntry(make, entry)),
  }).map(([title, entries]) => ({
    entries: entries.map((element) => ({element, text: foldedText(element.textContent ?? "")})),
    section: html("section", {}, html("h2", {}, title), ...entries),
  }));
  const field = html("input", {
    type: "search",
    placeholder: "Find a table, column or measure …",
    "aria-label": "Find a table, column or measure",
  });
  const status = html("p", {class: "dictionary-status", role: "status"});
  const state = window ? urlState("find", window) : undefined;
  const find = (query: string) => {
    const words = foldedText(query).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const {section, entries} of groups) {
      for (const {element, text} of entries)
        element.hidden = !words.every((word) => text.includes(word));
      const shown = entries.filter(({element}) => !element.hidden).length;
      section.hidden = shown === 0;
      found += shown;
    }
    status.textContent =
      words.length === 0
        ? ""
        : `${plural(found, "entry", "entries")} ${agree(found, "has", "have")} “${query.trim()}”`;
  };
  field.addEventListener("input", () => {
    state?.set(field.value);
    find(field.value);
  });
  state?.onChange((query = "") => {
    field.value = query;
    find(query);
  });
  field.value = state?.get() ?? "";
  find(field.value);
  const root = html(
    "div",
    {class: "dictionary"},
    html("div", {class: "dictionary-search"}, field, status),
    html(
      "nav",
      {class: "dictionary-index", "aria-label": "Tables"},
      ...tables.map(({name}) => html("a", {href: `#${name}`}, name)),
    ),
    ...groups.map(({section}) => section),
  );
  const asked = decodeURIComponent(window?.location.hash.slice(1) ?? "");
  if (asked)
    window?.requestAnimationFrame(() => document.getElementById(asked)?.scrollIntoView?.());
  return root;
}

function measureEntry(make: Builder, {name, figures}: MeasureEntry): HTMLElement {
  const {html} = make;
  const {label, words, grain}: Measure = measures[name];
  return html(
    "section",
    {class: "measure-entry dictionary-entry", id: `measure-${name}`},
    html("h3", {}, label),
    html("p", {"data-check": "off"}, words), // some say when they are null
    html(
      "p",
      {class: "dictionary-facts"},
      html("code", {}, measureCall(name)),
      ` · ${grain} · `,
      html("a", {href: siteLink(`guide/method#${name}`)}, "Definition and value"),
    ),
    figureFold(make, figures, undefined),
  );
}
