import {plural} from "../lib/words.js";
import {builder, type Child} from "./dom.js";

/** A line of a ledger: who, a few words on it, and one or two amounts. */
export interface Entry {
  readonly name: string;
  readonly href?: string | undefined;
  /** Texts and links in small letters below the name. */
  readonly details: readonly Child[];
  readonly amount: string;
  readonly tone?: "gain" | "loss" | undefined;
  readonly aside?: string;
}

export interface EntryListOptions<Row> {
  readonly caption: string;
  /** What stands above the names, the amounts and what is beside them. */
  readonly heads: readonly [name: string, amount: string, aside?: string];
  readonly entry: (row: Row) => Entry;
  /** How many lines are there before the reader asks for more. */
  readonly first?: number;
  readonly document?: Document;
}

const batch = 50;

/**
 * Rows as the lines of a ledger: two or three columns that are read on a phone as on a wall. The first few are there, and a
 * button brings more.
 */
export function entryList<Row>(
  rows: readonly Row[],
  {caption, heads, entry, first = 8, document = globalThis.document}: EntryListOptions<Row>,
): HTMLElement {
  const {html} = builder(document);
  const body = html("tbody");
  const button = html("button", {type: "button", class: "entry-more"});
  const printed = html("p", {class: "on-paper"});
  let shown = 0;
  const more = (count: number) => {
    body.append(...rows.slice(shown, shown + count).map((row) => line(entry(row))));
    shown = Math.min(rows.length, shown + count);
    const rest = rows.length - shown;
    button.hidden = rest === 0;
    button.textContent =
      rest > batch
        ? `Show ${batch} more of ${plural(rest, "row")}`
        : `Show ${plural(rest, "more row", "more rows")}`;
    printed.textContent = rest > 0 ? `The first ${shown} of ${plural(rows.length, "row")}` : "";
  };
  const line = ({name, href, details, amount, tone, aside}: Entry) => {
    const parts = details.filter(Boolean);
    return html(
      "tr",
      {},
      html(
        "th",
        {scope: "row"},
        href === undefined ? name : html("a", {href}, name),
        html(
          "span",
          {class: "entry-details"},
          ...parts.flatMap((part, at) => (at > 0 ? [" · ", part] : [part])),
        ),
      ),
      html("td", {class: `is-number ${tone ? `is-${tone}` : ""}`.trim()}, amount),
      heads[2] !== undefined && html("td", {class: "is-number"}, aside ?? ""),
    );
  };
  button.addEventListener("click", () => more(batch));
  more(first);
  return html(
    "div",
    {class: "entry-list"},
    html(
      "table",
      {},
      html("caption", {class: "visually-hidden"}, caption),
      html(
        "thead",
        {},
        html(
          "tr",
          {},
          ...heads.map((head, at) =>
            html("th", {scope: "col", class: at > 0 && "is-number"}, head),
          ),
        ),
      ),
      body,
    ),
    button,
    printed,
  );
}
