/** What the page says of the watches: which fire now, and how often they did. */
import {monthText} from "../../lib/format.js";
import type {Reading} from "../../lib/watches/reading.js";
import {type ToldWatch, urgentFirst, type WatchState} from "../../lib/watches/told.js";
import {agree, inWords, list, lowerFirst, plural, sentence, someOf} from "../../lib/words.js";

export const stateNames: Record<WatchState, string> = {
  fires: "fires",
  quiet: "quiet",
  silent: "nothing to say",
};

const firing = (watches: readonly ToldWatch[]) => watches.filter(({state}) => state === "fires");

/** `2 of 7 watches fire at the end of October 2026`. */
export function watchesFinding(watches: readonly ToldWatch[]): string {
  const all = watches.length;
  if (all === 0) return "Nothing is watched";
  const month = watches[0]!.history.at(-1)?.month;
  if (month === undefined) return "There is no complete month to watch yet";
  const now = firing(watches).length;
  const at = `at the end of ${monthText(month)}`;
  if (all === 1) return `The one watch ${now === 1 ? "fires" : "does not fire"} ${at}`;
  const verb = now === 0 || now === 1 ? "fires" : "fire";
  return sentence(`${someOf(now, all, "watch", "watches")} ${verb} ${at}`);
}

/** The answer that the page opens with: what fires, and what has nothing to say. */
export function watchesText(watches: readonly ToldWatch[]): string {
  const names = urgentFirst(firing(watches)).map(({title}) => lowerFirst(title));
  const silent = watches.filter(({state}) => state === "silent").length;
  const which = names.length > 0 ? `: ${list(names)}` : "";
  const isKnown = watches.some(({history}) => history.length > 0);
  const rest =
    isKnown && silent > 0
      ? ` ${sentence(inWords(silent))} ${agree(silent, "has", "have")} nothing to say, for want of data.`
      : "";
  return `${watchesFinding(watches)}${which}.${rest}`;
}

/** Whether a watch had something to say in a month. */
export function isTold({value, limit}: Reading): boolean {
  return value !== null && limit !== null;
}

/** `Short runways fired most often, in 7 of 16 months`. */
export function historyFinding(watches: readonly ToldWatch[]): string {
  const counts = watches.map(({title, history}) => ({
    title,
    fired: history.filter(({fires}) => fires).length,
    told: history.filter(isTold).length,
  }));
  const most = Math.max(0, ...counts.map(({fired}) => fired));
  const those = counts.filter(({fired}) => fired === most);
  if (counts.every(({told}) => told === 0)) return "No watch has had anything to say yet";
  if (most === 0) return "No watch has fired in any month";
  if (those.length > 1)
    return `${sentence(inWords(those.length))} watches fired most often, in ${plural(most, "month")} each`;
  const [{title, told}] = those as [(typeof those)[number]];
  const months = told === 1 ? "the one month that is known" : someOf(most, told, "month");
  return `${title} fired most often, in ${months}`;
}
