import {siteRoot} from "../../lib/site/siteRoot.js";
import {plural} from "../../lib/words.js";
import {combobox, type Found} from "../combobox.js";
import {builder} from "../dom.js";
import {names, searchEntries} from "./searchFiles.js";
import {type Hit, searchHits} from "./searchHits.js";

/** The search of the site as a dialog: a field, and what it finds with the kind of each hit. Choosing one goes there. */
export function searchDialog(document: Document): HTMLDialogElement {
  const {html} = builder(document);
  const window = document.defaultView!;
  const status = html("p", {class: "search-status", role: "status"});
  const {input, list, open} = combobox<Hit>({
    id: "site-search",
    label: "Found on this site",
    placeholder: "A person, a company, a measure, a page …",
    find: async (query) => {
      const hits = await searchHits(query, await searchEntries(), names);
      return {items: hits, count: hits.length};
    },
    draw: ({kind, title, text}) => [
      html("span", {class: "search-kind"}, kind),
      html("span", {class: "search-title"}, title),
      html("span", {class: "search-text"}, text),
    ],
    choose: ({href}, isAside) => {
      const address = new URL(href, siteRoot).href;
      if (isAside) window.open(address);
      else window.location.assign(address);
      dialog.close();
    },
    onFound: (found, query) => {
      status.textContent = statusText(found, query);
    },
    document,
  });
  const dialog = html(
    "dialog",
    {class: "site-search", "aria-label": "Search"},
    html(
      "form",
      {method: "dialog", class: "search-field"},
      html("label", {for: input.id, class: "visually-hidden"}, "Search the site"),
      html("span", {class: "search-glyph", "aria-hidden": "true"}),
      input,
      html("button", {type: "submit"}, "Close"),
    ),
    status,
    list,
  );
  // The dialog itself is hit only beside what it holds.
  dialog.addEventListener("click", ({target}) => target === dialog && dialog.close());
  const start = () => {
    input.value = "";
    open("");
  };
  dialog.addEventListener("toggle", () => dialog.open && start());
  return dialog;
}

function statusText({count}: Found<Hit>, query: string): string {
  if (query.trim() === "") return "All pages. Type a name, a measure or a subject to find more.";
  if (count > 0) return plural(count, "result");
  return `Nothing is called “${query.trim()}”. Try the beginning of a name, or another word.`;
}
