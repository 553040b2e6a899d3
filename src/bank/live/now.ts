import {builder} from "../../components/dom.js";
import type {LiveDesk} from "../../components/live/desk.js";
import {Head} from "../../components/live/head.js";
import {againstUsual, clockText, longDay} from "../../components/live/words.js";
import {count, money, moneyExact} from "../../lib/format.js";
import type {Away} from "../../lib/live/away.js";
import {type UsualHour, usualBy} from "../../lib/live/usual.js";
import {plural, sentence} from "../../lib/words.js";

/** At least so long between two sentences that are read aloud, in milliseconds. */
const quiet = 30_000;

/**
 * The bank's clock, and what has moved since midnight and since the page was opened, exact to the cent; a short line
 * tells what came in while nobody looked.
 */
export function liveNow(
  desk: LiveDesk,
  usual: readonly UsualHour[],
  {document = globalThis.document} = {},
): HTMLElement {
  const {html} = builder(document);
  const {book} = desk;
  const head = new Head();
  desk.onAnew(() => head.leave());
  const clock = html("p", {class: "live-clock", "aria-hidden": "true"}, "––:––");
  const day = html("p", {class: "live-day"}, " ");
  const spoken = html("p", {class: "live-spoken visually-hidden", "aria-live": "polite"});
  const away = html("p", {class: "live-away", role: "status"});
  const card = (name: string) => {
    const label = html("p", {class: "card-label"}, name);
    const [value, change, note] = [
      html("p", {class: "card-value"}, "–"),
      html("p", {class: "card-change"}, " "),
      html("p", {class: "card-note"}, " "),
    ];
    const element = html("div", {class: "number-card"}, label);
    element.append(value, change, note);
    return {element, label, value, change, note};
  };
  const [midnight, opened] = [card("Since midnight"), card("Since you opened this page")];
  midnight.element.dataset.sum = "midnight";
  opened.element.dataset.sum = "opened";

  const drawClock = (now: number) => {
    const isMoving = head.step(book.at, now, desk.drawing.isStill);
    if (head.at === undefined) return false;
    const isSlow = (desk.pace.speed ?? 0) < 900;
    write(clock, clockText(head.at, {seconds: isSlow}));
    write(day, `${longDay(head.at)}, the bank’s time (UTC)`);
    return isMoving;
  };
  const drawSums = () => {
    const {today, at} = book;
    if (!today || at === undefined) return false;
    const by = usualBy(usual, at);
    write(midnight.value, moneyExact(today.all.cents / 100));
    write(midnight.change, sentence(againstUsual(today.all.cents, by?.cents)));
    write(
      midnight.note,
      `${plural(today.all.count, "payment")}, ${againstUsual(today.all.count, by?.count, {counted: true})}`,
    );
    write(
      opened.label,
      desk.source.kind === "replay" ? "Since this replay began" : "Since you opened this page",
    );
    write(opened.value, moneyExact(book.opened.cents / 100));
    write(
      opened.change,
      `${plural(book.opened.count, "payment")} in ${plural(book.rows, "posting")}`,
    );
    write(opened.note, openedNote(desk));
    return false;
  };
  desk.drawing.add(drawClock, {every: 100});
  desk.drawing.add(drawSums, {every: 200});

  let saidAt = Number.NEGATIVE_INFINITY;
  desk.drawing.add(
    (now) => {
      const {today, at} = book;
      if (!today || at === undefined || now - saidAt < quiet) return true;
      saidAt = now;
      const by = usualBy(usual, at);
      write(
        spoken,
        `${clockText(at)}: ${plural(today.all.count, "payment")} have moved ${money(today.all.cents / 100)} since midnight, ${againstUsual(today.all.cents, by?.cents)}.`,
      );
      return true;
    },
    {every: 1000},
  );
  desk.onReturn(() => write(away, awayText(desk.away)));
  return html(
    "div",
    {class: "live-now"},
    html("div", {class: "live-when"}, clock, day),
    html("div", {class: "card-row"}, midnight.element, opened.element),
    away,
    spoken,
  );
}

function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function openedNote({book: {refusals, missed}}: LiveDesk): string {
  const parts = [
    refusals > 0 && `${plural(refusals, "payment was", "payments were")} refused`,
    missed > 0 && `${plural(missed, "batch", "batches")} passed unseen`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? sentence(parts.join("; ")) : "Each payment counts once";
}

/** What came in while the page was not looked at. */
export function awayText({sum, largest, refusals, isPause}: Away): string {
  const when = isPause ? "While this page was paused" : "While you were away";
  if (sum.count === 0) return `${when}, nothing was paid.`;
  const most = largest ? `, the most by ${largest[4]} (${money(Math.abs(largest[6]) / 100)})` : "";
  const refused = refusals > 0 ? `; ${count(refusals)} refused` : "";
  return `${when}, ${plural(sum.count, "payment")} moved ${money(sum.cents / 100)}${most}${refused}.`;
}
