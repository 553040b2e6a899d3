import {money} from "../../lib/format.js";
import {plural} from "../../lib/words.js";
import {builder} from "../dom.js";
import {siteLink} from "../siteLink.js";
import {liveDesk} from "./desk.js";
import {postingTable} from "./postingTable.js";
import {publisherAddress, publisherSource} from "./publisherSource.js";
import {clockText, longDay, statusText} from "./words.js";

/**
 * What has been posted on the bank's present day, as it moves, and the newest five payments. Nothing where no publisher
 * serves the page. It ends with the cell that began it.
 */
export function liveToday({
  invalidation,
  document = globalThis.document,
}: {
  invalidation: Promise<void>;
  document?: Document;
}): HTMLElement | Comment {
  const address = publisherAddress(document);
  if (address === undefined) return document.createComment("no live stream");
  const {html} = builder(document);
  const desk = liveDesk(publisherSource(address), {document});
  void invalidation.then(() => desk.close());
  const line = html("p", {class: "live-status"});
  const table = postingTable(5, {document});
  const bar = html(
    "div",
    {class: "page-bar live-bar"},
    line,
    html("a", {href: siteLink("bank/live")}, "The bank, live"),
  );
  bar.dataset.source = "publisher";
  desk.drawing.add(
    () => {
      const {today, at} = desk.book;
      bar.dataset.status = desk.status.kind;
      const day =
        today && at !== undefined
          ? `${longDay(at)}, ${clockText(at)}: ${plural(today.rows, "posting")}, ${money(today.all.cents / 100)} moved`
          : undefined;
      const text = [day, statusText(desk)].filter(Boolean).join(" · ");
      if (line.textContent !== text) line.textContent = text;
      return false;
    },
    {every: 250},
  );
  desk.drawing.add(
    () => {
      table.draw(desk.book.newest);
      return false;
    },
    {every: 1000},
  );
  return html("section", {class: "live-today", "aria-label": "Live"}, bar, table.element);
}
