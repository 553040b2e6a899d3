/** What the files are, in a sentence or two. */
import {dayText, percent} from "../../lib/format.js";
import {agree, list, plural} from "../../lib/words.js";
import type {Analysis} from "./analysis.js";
import {statedText} from "./statedText.js";

/** The opening of the page once there are files; before, what it does. */
export function openingText(analysis: Analysis | null): string {
  if (!analysis)
    return "Drop what your bank lets you export, and see it as this bank’s own customers see theirs: what came in and was spent, contracts, what is due before the next payday. Your files are read in this browser, and nothing is sent anywhere.";
  const {rows, accounts, positions, rateless, checks} = analysis;
  const days = rows.map(({date}) => date);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined)
    return positions.length > 0
      ? `Your files hold trades in ${plural(positions.length, "security", "securities")}, and no payments.`
      : "None of the files holds payments yet.";
  const known = rows.filter(({category, parts}) => category !== null || parts.length > 0).length;
  const period =
    first === last ? `on ${dayText(first)}` : `from ${dayText(first)} to ${dayText(last)}`;
  const held = `Your files hold ${plural(rows.length, "payment")} on ${plural(accounts.length, "account")}, ${period}.`;
  const sorted = `${percent(known / rows.length, 0)} of them have a category; the others wait for you below.`;
  const foreign = rateless.map(({currency, count}) => `${plural(count, "payment")} in ${currency}`);
  const waiting = rateless.reduce((sum, {count}) => sum + count, 0);
  const outside =
    waiting > 0
      ? `The figures are in euro: ${list(foreign)} ${agree(waiting, "counts", "count")} only once you say above what a euro costs.`
      : "";
  const all = known === rows.length ? "Every one has a category." : sorted;
  return [held, all, statedText(checks), outside].filter(Boolean).join(" ");
}
