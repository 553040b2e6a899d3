import {builder} from "../../components/dom.js";
import {highlighted} from "../../components/sqlText.js";
import type {ToldWatch} from "../../lib/watches/told.js";
import {stateNames} from "./words.js";

const marks = {fires: "●", quiet: "○", silent: "–"} as const;

/** The watches as a plain list: what each says, when it fires, how much it matters, and the query behind it. */
export function watchList(
  watches: readonly ToldWatch[],
  {document = globalThis.document} = {},
): HTMLElement {
  const make = builder(document);
  const {html} = make;
  const rows = watches.map(({title, state, severity, sentence, subtitle, condition, sql}) => {
    const text = html("div", {class: "fold"});
    const query = html("details", {}, html("summary", {}, "SQL"), text);
    query.addEventListener("toggle", () => {
      if (query.open && text.childElementCount === 0) text.append(highlighted(make, sql));
    });
    return html(
      "tr",
      {class: `is-${state}`},
      html("td", {class: "watch-mark", "aria-hidden": "true"}, marks[state]),
      html(
        "td",
        {},
        html(
          "p",
          {},
          html("b", {}, title),
          html("span", {class: "watch-state"}, stateNames[state]),
        ),
        html("p", {}, sentence),
        html("p", {class: "entry-details"}, `${subtitle}. Fires ${condition}.`),
        query,
      ),
      html("td", {class: "watch-severity"}, severity),
    );
  });
  return html(
    "div",
    {class: "entry-list watch-list", role: "group"},
    html(
      "table",
      {},
      html("caption", {class: "visually-hidden"}, "Watches and what they say"),
      html(
        "thead",
        {},
        html(
          "tr",
          {},
          html("td", {}),
          html("th", {scope: "col"}, "What is watched"),
          html("th", {scope: "col"}, "Severity"),
        ),
      ),
      html("tbody", {}, ...rows),
    ),
  );
}
