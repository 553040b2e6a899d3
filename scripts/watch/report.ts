/** What `npm run watch` prints. */
import type {SourceDescription} from "../../loaders/source.js";
import {monthText} from "../../src/lib/format.js";
import {type ToldWatch, urgentFirst} from "../../src/lib/watches/told.js";
import {plural} from "../../src/lib/words.js";

type Told = Pick<SourceDescription, "label" | "asOf">;

/** A line for each watch, those that fire first, and one on all of them. */
export function watchLines(watches: readonly ToldWatch[], source: Told): string {
  const lines = urgentFirst(watches).map(
    ({state, severity, title, sentence, condition}) =>
      `${state.padEnd(6)}  ${severity.padEnd(8)}  ${title} (${condition}): ${sentence}`,
  );
  const fired = watches.filter(({state}) => state === "fires").length;
  const month = monthOf(watches);
  const when = month === null ? "no complete month yet" : `at the end of ${monthText(month)}`;
  const all = `${fired} of ${plural(watches.length, "watch", "watches")} firing, ${when} (${source.label}, to ${source.asOf})`;
  return `${[...lines, all].join("\n")}\n`;
}

/**
 * One object: source, as_of (the last day of the data), month (the first day of the one that is told; null where none is
 * complete), firing_count, and watches, those that fire first, without their history but for the months in which they fired.
 */
export function watchJson(watches: readonly ToldWatch[], {label, asOf}: Told): string {
  const told = {
    source: label,
    as_of: asOf,
    month: monthOf(watches),
    firing_count: watches.filter(({state}) => state === "fires").length,
    watches: urgentFirst(watches).map(({history, subtitle, sql, ...watch}) => ({
      ...watch,
      value: history.at(-1)?.value ?? null,
      limit: history.at(-1)?.limit ?? null,
      fired_months: history.filter(({fires}) => fires).map(({month}) => month),
    })),
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

function monthOf(watches: readonly ToldWatch[]): string | null {
  return watches[0]?.history.at(-1)?.month ?? null;
}
