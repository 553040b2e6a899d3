/** What the page on the segments' method says, in numbers. */
import {inAnyOf, isBeyondChance, pairsOf, studentTails} from "../../lib/evidence/chance.js";
import type {Trial} from "../../lib/lifestyles/choice.js";
import {indexText, stableFrom} from "../../lib/lifestyles/firmness.js";
import {segmentsInWords} from "../../lib/lifestyles/population.js";
import type {Published} from "../../lib/lifestyles/published.js";
import {agree, inWords, plural, sentence, withinChance} from "../../lib/words.js";

/** Why there are so many segments. */
export function trialsFinding({trials, segment_count}: Published): string {
  const chosen = trials.find((trial) => trial.segment_count === segment_count);
  if (!chosen) return "No segments to show";
  if (chosen.weakest_jaccard < stableFrom)
    return `No number of segments is stable; ${inWords(chosen.segment_count)} come closest`;
  const last = trials.at(-1) === chosen;
  return `${sentence(segmentsInWords(chosen.segment_count))} are ${last ? "stable, and more were not tried" : "the most that stay stable"}`;
}

/** How near the choice was, and what the other criterion would have said. */
export function trialsNote({trials, segment_count, dealt_silhouette}: Published): string {
  const chosen = trials.find((trial) => trial.segment_count === segment_count);
  if (!chosen) return "";
  const widest = trials.reduce((best: Trial, trial) =>
    trial.silhouette > best.silhouette ? trial : best,
  );
  const near =
    Math.abs(chosen.weakest_jaccard - stableFrom) < 0.05 ? " It was a close choice." : "";
  const dealt =
    dealt_silhouette === null
      ? ""
      : `; ${indexText(dealt_silhouette)} where each share is dealt out among people by chance`;
  return `A segment counts as stable from ${stableFrom}.${near} The mean silhouette width is ${indexText(chosen.silhouette)} for ${inWords(chosen.segment_count)}${dealt}, and it is widest for ${inWords(widest.segment_count)}, at ${indexText(widest.silhouette)}; up to 0.25 it means no gaps.`;
}

/** A row of `lifestyle-repeat`, with the words of its kind. */
export interface RepeatRow {
  readonly kind: string;
  readonly purchases_repeat: number;
  readonly euros_repeat: number;
  readonly person_count: number;
}

/** Which habits are habits: the firmest and the loosest, if they differ beyond chance. */
export function repeatFinding(rows: readonly RepeatRow[]): string {
  const order = [...rows].sort((a, b) => b.purchases_repeat - a.purchases_repeat);
  const [first, last] = [order.at(0), order.at(-1)];
  if (!first || !last) return "Nothing to show";
  return first === last
    ? `The only habit is ${first.kind.toLowerCase()}`
    : isBeyondChance(inAnyOf(pairsOf(rows.length), repeatChance(first, last)))
      ? `The firmest habit is ${first.kind.toLowerCase()}, the loosest ${last.kind.toLowerCase()}`
      : `Habits differ in firmness only ${withinChance}`;
}

/** How counting purchases compares with adding up euros. */
export function countingText(rows: readonly RepeatRow[]): string {
  const better = rows.filter((row) => row.purchases_repeat > row.euros_repeat).length;
  return `${better} of ${plural(rows.length, "share")} ${agree(better, "is", "are")} more repeatable by number of purchases than by euros.`;
}

/** How often chance sets two correlations so far apart, before they were stepped up (Fisher's z, as of two samples). */
function repeatChance(one: RepeatRow, other: RepeatRow): number | undefined {
  if (one.person_count < 10) return undefined;
  const z = ({purchases_repeat: stepped}: RepeatRow) =>
    Math.atanh(Math.min(stepped / (2 - stepped), 0.9999));
  const freedom = one.person_count - 3;
  return studentTails((z(one) - z(other)) / Math.sqrt(2 / freedom), freedom);
}
