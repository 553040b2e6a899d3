import {categories} from "../../lib/bank/categories.js";
import {channelNames} from "../../lib/bank/channelNames.js";
import {categoryNames} from "../../lib/bank/codes.js";
import {channels} from "../../lib/bank/schema.js";
import {moneyExact} from "../../lib/format.js";
import type {LiveRow} from "../../lib/live/events.js";
import {builder} from "../dom.js";
import {ownerHref} from "../profileLinks.js";
import {clockText} from "./words.js";

export interface PostingTable {
  readonly element: HTMLElement;
  /** Writes the newest payments, the newest first; what the reader points at or has the focus in stays as it is. */
  draw(rows: readonly LiveRow[]): void;
}

/** The last payments as the lines of a ledger: as many lines as there is room for, which are written anew in place. */
export function postingTable(count: number, {document = globalThis.document} = {}): PostingTable {
  const {html} = builder(document);
  const lines = Array.from({length: count}, () => {
    const [time, amount] = [html("td", {class: "live-time"}), html("td", {class: "is-number"})];
    const [name, details] = [html("a"), html("span", {class: "entry-details"})];
    const line = html(
      "tr",
      {hidden: true},
      time,
      html("th", {scope: "row"}, name, details),
      amount,
    );
    return {line, time, name, details, amount};
  });
  const head = (text: string, isNumber = false) =>
    html("th", {scope: "col", class: isNumber && "is-number"}, text);
  const empty = html("p", {class: "live-empty"}, "No payment yet.");
  const element = html(
    "div",
    {class: "entry-list live-postings", style: `--lines: ${count}`},
    html(
      "table",
      {},
      html("caption", {class: "visually-hidden"}, "The last payments"),
      html("thead", {}, html("tr", {}, head("Time"), head("Owner"), head("Amount", true))),
      html("tbody", {}, ...lines.map(({line}) => line)),
    ),
    empty,
  );
  let newest: number | undefined;
  return {
    element,
    draw(rows) {
      if (element.matches(":hover, :focus-within")) return;
      empty.hidden = rows.length > 0;
      for (const [at, {line, time, name, details, amount}] of lines.entries()) {
        const row = rows[at];
        line.hidden = row === undefined;
        if (!row) continue;
        const [id, instant, , owner, ownerName, city, cents, channel, category, , party] = row;
        if (line.dataset.id === String(id)) continue;
        line.dataset.id = String(id);
        line.classList.toggle("is-new", newest !== undefined && id > newest);
        time.textContent = clockText(instant);
        name.textContent = ownerName;
        name.href = ownerHref({user_id: owner});
        const channelName = channelNames[channels[channel]!] ?? "";
        const use = categories[categoryNames[category]!]?.label ?? "";
        const other = party && `${cents < 0 ? "to" : "from"} ${party}`;
        details.textContent = [other, use, channelName, city].filter(Boolean).join(" · ");
        amount.textContent = moneyExact(cents / 100);
        amount.classList.toggle("is-gain", cents > 0);
      }
      newest = rows[0]?.[0] ?? newest;
    },
  };
}
