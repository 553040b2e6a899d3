import {builder} from "../../components/dom.js";
import type {LiveDesk} from "../../components/live/desk.js";
import {postingTable} from "../../components/live/postingTable.js";
import {clockText} from "../../components/live/words.js";
import {ownerHref} from "../../components/profileLinks.js";
import {count, dayShort, moneyExact} from "../../lib/format.js";
import type {LiveRow} from "../../lib/live/events.js";
import {livePart} from "./part.js";
import {watches} from "./watches.js";
import {type CityHour, type Firing, WatchRun} from "./watchRun.js";

/** The last payments, each with its owner's profile. */
export function livePostings(desk: LiveDesk, {document = globalThis.document} = {}): HTMLElement {
  const table = postingTable(12, {document});
  const {element, say} = livePart(
    {
      id: "live-postings",
      subtitle:
        "Each payment once, with its owner; positive is money in; UTC. The list waits while you point at it.",
      rows: () => desk.book.newest.map(postingRow),
      keys: ["booked_at", "name", "account", "party", "amount_eur"],
    },
    table.element,
    {document},
  );
  desk.drawing.add(
    () => {
      table.draw(desk.book.newest);
      say("The last payments");
      return false;
    },
    {every: 400},
  );
  return element;
}

function postingRow([, at, account, , name, , cents, , , , party]: LiveRow) {
  return {booked_at: new Date(1000 * at), name, account, party, amount_eur: cents / 100};
}

function firingRows({watch, at: fired, rows}: Firing) {
  return rows.map(({at, name, account, party, cents}) => ({
    fired_at: new Date(1000 * fired),
    rule: watch.text,
    booked_at: new Date(1000 * at),
    ...{name, account, party},
    amount_eur: cents / 100,
  }));
}

const firingsShown = 12;

/** The rules that watch: how often each has fired since the page was opened, and the last firings with their rows. */
export function liveWatches(
  desk: LiveDesk,
  hours: readonly CityHour[],
  {document = globalThis.document} = {},
): HTMLElement {
  const {html} = builder(document);
  const run = new WatchRun(watches, hours);
  desk.onBatch((batch) => run.take(batch));
  desk.onAnew(() => run.clear());
  const rules = watches.map(({name, text}) => {
    const times = html("span", {class: "watch-count"}, "0");
    return {name, times, element: html("li", {"data-watch": name}, html("span", {}, text), times)};
  });
  const fired = html("ol", {class: "watch-firings"});
  const {element, say} = livePart(
    {
      id: "live-watches",
      subtitle:
        "Seven rules, held against every row since the sums above began, and what fired last",
      rows: () => run.firings.flatMap(firingRows),
      keys: ["fired_at", "rule", "booked_at", "name", "account", "party", "amount_eur"],
    },
    html(
      "div",
      {},
      html("ul", {class: "watch-rules"}, ...rules.map((rule) => rule.element)),
      fired,
    ),
    {document},
  );
  let drawn: Firing | undefined | null = null;
  desk.drawing.add(
    () => {
      const [newest] = run.firings;
      if (newest === drawn || element.matches(":focus-within, :hover")) return newest !== drawn;
      drawn = newest;
      let total = 0;
      for (const {name, times, element: rule} of rules) {
        const fired = run.counts.get(name)!;
        total += fired;
        times.textContent = count(fired);
        rule.classList.toggle("has-fired", fired > 0);
      }
      fired.replaceChildren(
        ...run.firings.slice(0, firingsShown).map((firing) => line(firing, html)),
      );
      if (run.firings.length === 0)
        fired.append(html("li", {class: "live-empty"}, "Nothing has fired yet."));
      say(
        total === 0
          ? "No rule has fired"
          : `A rule has fired ${total === 1 ? "once" : `${count(total)} times`}`,
      );
      return false;
    },
    {every: 400},
  );
  return element;
}

function line({watch, at, rows}: Firing, html: ReturnType<typeof builder>["html"]): HTMLElement {
  const {owner, name, city} = rows.at(-1)!;
  return html(
    "li",
    {},
    html("time", {class: "live-time", datetime: new Date(1000 * at).toISOString()}, clockText(at)),
    html(
      "div",
      {},
      html("a", {href: ownerHref({user_id: owner})}, name),
      html("span", {class: "entry-details"}, `${watch.text} · ${city} · ${dayShort(1000 * at)}`),
      ...rows.map((row) =>
        html(
          "span",
          {class: "watch-row"},
          html("span", {}, `${clockText(row.at, {seconds: true})} ${row.party || "refused"}`),
          html("span", {class: "is-number"}, moneyExact(row.cents / 100)),
        ),
      ),
    ),
  );
}
