import {builder} from "../../components/dom.js";
import type {LiveDesk} from "../../components/live/desk.js";
import {type CategoryGroup, categories} from "../../lib/bank/categories.js";
import {categoryNames} from "../../lib/bank/codes.js";
import {money} from "../../lib/format.js";
import type {Moved} from "../../lib/live/events.js";
import {livePart} from "./part.js";
import {Ranking} from "./ranking.js";

/** How many bars there is room for. */
const shown = 10;
const living: readonly CategoryGroup[] = ["fixed", "discretionary"];

/** What people and companies spend on, since midnight: contracts, shops and leisure. */
export function liveCategories(desk: LiveDesk, {document = globalThis.document} = {}): HTMLElement {
  return rankBars(desk, {
    id: "live-categories",
    subtitle: "Paid for living since midnight, EUR; the strong end came in the last ten seconds",
    sums: () => {
      const all = desk.book.today?.categories ?? {};
      return Object.fromEntries(
        Object.entries(all).flatMap(([code, sum]) => {
          const category = categories[categoryNames[Number(code)]!];
          return living.includes(category.group) ? [[category.label, sum]] : [];
        }),
      );
    },
    finding: (first) => `${first} ${first.endsWith("s") ? "lead" : "leads"} the spending`,
    document,
  });
}

/** In which cities the customers live whose payments these are, since midnight. */
export function liveCities(desk: LiveDesk, {document = globalThis.document} = {}): HTMLElement {
  return rankBars(desk, {
    id: "live-cities",
    subtitle: "Moved by the customers of a city since midnight, EUR, payments of every kind",
    sums: () => desk.book.today?.cities ?? {},
    finding: (first) => `${first} moves the most`,
    document,
  });
}

interface RankBarsOptions {
  readonly id: string;
  readonly subtitle: string;
  readonly sums: () => Readonly<Record<string, Moved>>;
  readonly finding: (first: string) => string;
  readonly document: Document;
}

function rankBars(
  desk: LiveDesk,
  {id, subtitle, sums, finding, document}: RankBarsOptions,
): HTMLElement {
  const {html} = builder(document);
  const list = html("ol", {class: "rank-bars"});
  const {element, say} = livePart(
    {
      ...{id, subtitle},
      rows: () =>
        Object.entries(sums())
          .map(([name, {count, cents}]) => ({name, payment_count: count, moved_eur: cents / 100}))
          .sort((a, b) => b.moved_eur - a.moved_eur),
      keys: ["name", "payment_count", "moved_eur"],
    },
    list,
    {document},
  );
  const ranking = new Ranking();
  const lines = new Map<string, ReturnType<typeof addLine>>();
  const addLine = (key: string) => {
    const [bar, tip] = [html("i", {class: "rank-bar"}), html("i", {class: "rank-tip"})];
    const value = html("span", {class: "rank-value"});
    const label = html("span", {class: "rank-name"}, key);
    const line = html(
      "li",
      {},
      label,
      html("span", {class: "rank-room", "aria-hidden": "true"}, bar, tip),
      value,
    );
    list.append(line);
    return {line, bar, tip, value};
  };
  desk.drawing.add(
    (now) => {
      const ranked = ranking.rank(sums(), now);
      const most = ranked[0]?.cents || 1;
      let isFresh = false;
      for (const [at, {key, cents, recent}] of ranked.slice(0, shown).entries()) {
        const line = lines.get(key) ?? addLine(key);
        lines.set(key, line);
        const {line: row, bar, tip, value} = line;
        isFresh ||= recent > 0;
        row.style.setProperty("--place", String(at));
        row.hidden = false;
        bar.style.transform = `scaleX(${(cents / most).toFixed(4)})`;
        tip.style.transform = `translateX(${((100 * (cents - recent)) / most).toFixed(2)}%) scaleX(${(recent / most).toFixed(4)})`;
        const text = money(cents / 100);
        if (value.textContent !== text) value.textContent = text;
      }
      const kept = new Set(ranked.slice(0, shown).map(({key}) => key));
      for (const [key, {line}] of lines) if (!kept.has(key)) line.hidden = true;
      say(ranked[0] ? finding(ranked[0].key) : "Nothing has been paid yet");
      return isFresh; // the tips go by themselves
    },
    {every: 500},
  );
  return element;
}
