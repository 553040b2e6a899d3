/** What the lifestyles page says: its opening, the titles of its figures, and its method in numbers. */
import {quantile} from "d3-array";
import {inAnyOf, isBeyondChance, pairsOf, studentTails} from "../../lib/evidence/chance.js";
import {type Middle, mediansChance} from "../../lib/evidence/summaries.js";
import {percent} from "../../lib/format.js";
import {leastPeople} from "../../lib/lifestyles/choice.js";
import {type Firmness, firmness} from "../../lib/lifestyles/firmness.js";
import {leastPurchases} from "../../lib/lifestyles/habits.js";
import {withinSentence} from "../../lib/lifestyles/names.js";
import {segmentsInWords} from "../../lib/lifestyles/population.js";
import type {Published, PublishedSegment} from "../../lib/lifestyles/published.js";
import {list, peopleText, plural, sentence, withinChance} from "../../lib/words.js";
import type {PersonDot} from "./people.js";

/** The answer in a few sentences. */
export function openingText(data: Published): string {
  const judged = data.judged_count;
  if (judged === 0)
    return `No main customer makes ${leastPurchases} purchases in ${plural(data.month_count, "complete month")}, and from fewer a lifestyle cannot be told.`;
  const who = `${plural(judged, "main customer buys", "main customers buy")} enough to be judged`;
  const [first, last] = [data.segments.at(0), data.segments.at(-1)];
  if (!first || !last)
    return judged < leastPeople
      ? `${sentence(who)}: too few to be divided into lifestyles, which takes ${leastPeople}.`
      : `${sentence(who)}, but what they buy varies too little to divide them.`;
  const share = (segment: PublishedSegment) => percent(segment.person_count / judged, 0);
  return [
    `By what they buy and how often, ${plural(judged, "main customer falls", "main customers fall")} into ${segmentsInWords(data.segments.length)}: from the ${withinSentence(first.name)}, ${share(first)} of them, to the ${withinSentence(last.name)}, ${share(last)}.`,
    `${stabilityText(data.segments)} ${borderText(data)}`,
  ].join(" ");
}

/** How far the segments can be trusted. */
export function stabilityText(segments: readonly PublishedSegment[]): string {
  const of = (...words: Firmness[]) =>
    segments.filter(({jaccard}) => words.includes(firmness(jaccard)));
  const weak = of("doubtful", "not stable");
  if (weak.length === segments.length)
    return "None of them is found again reliably among half of the people.";
  if (weak.length > 0)
    return `Among half of the people, drawn again and again, ${list(weak.map(({name}) => `the ${withinSentence(name)}`))} are not found again reliably.`;
  return "Each is found again among half of the people, drawn again and again.";
}

/** Whether the segments are islands or regions of one land, by the thresholds of Kaufman and Rousseeuw (1990). */
export function borderText({trials, segment_count}: Published): string {
  const width = trials.find((trial) => trial.segment_count === segment_count)?.silhouette ?? 0;
  if (width > 0.7) return "They are far apart.";
  if (width > 0.5) return "They are well apart.";
  if (width > 0.25) return "They overlap, but there are gaps between them.";
  return "But there are no gaps between them: they are leanings in one crowd, and many people are near a border.";
}

/** Who was left out, and why. */
export function leftOutText({judged_count, person_count, month_count}: Published): string {
  const rest = person_count - judged_count;
  if (judged_count === 0) return "";
  if (rest <= 0) return "No main customer is left out.";
  return `${plural(rest, "of them is", "of them are")} left out, because ${rest === 1 ? "that person makes" : "they make"} fewer than ${leastPurchases} purchases in ${plural(month_count, "month")}.`;
}

/**
 * Which segments buy experiences most and least often, if the medians of the two lie farther apart than those of so many
 * equal segments would by chance.
 */
export function mapFinding(dots: readonly PersonDot[], names: readonly string[]): string {
  if (dots.length === 0) return "Nobody to show";
  const bySegment = names
    .map((name) => dots.filter(({segment}) => segment === name))
    .filter((own) => own.length > 0);
  if (bySegment.length < 2) return `${peopleText(dots.length)} between frugal and experiential`;
  const ends = endsOf(bySegment, (dot) => dot.experience_share);
  return ends
    ? `${ends.high} buy experiences most often, ${withinSentence(ends.low)} least often`
    : `All segments buy experiences equally often, ${withinChance}`;
}

/** The segments with the highest and the lowest median; undefined where they differ within chance. */
function endsOf(
  segments: readonly (readonly PersonDot[])[],
  value: (dot: PersonDot) => number,
): {high: string; low: string} | undefined {
  const ranked = segments
    .map((own) => ({name: own[0]!.segment, middle: middleOf(own.map(value))}))
    .sort((a, b) => b.middle.median - a.middle.median);
  const [high, low] = [ranked[0]!, ranked.at(-1)!];
  const chance = inAnyOf(pairsOf(ranked.length), mediansChance(high.middle, low.middle));
  return isBeyondChance(chance) ? {high: high.name, low: low.name} : undefined;
}

function middleOf(values: readonly number[]): Middle {
  return {
    median: quantile(values, 0.5) ?? 0,
    lower_quartile: quantile(values, 0.25) ?? 0,
    upper_quartile: quantile(values, 0.75) ?? 0,
    count: values.length,
  };
}

/** Whether savers have a lifestyle: the two ends of the ranking, if they differ by more than those of so many equal segments. */
export function savingFinding(segments: readonly PublishedSegment[]): string {
  const known = segments
    .flatMap(({name, savings_rate, savings_error, person_count}) =>
      savings_rate === null
        ? []
        : [{name, rate: savings_rate, error: savings_error ?? 0, count: person_count}],
    )
    .sort((a, b) => b.rate - a.rate);
  const [first, last] = [known.at(0), known.at(-1)];
  if (!first || !last) return "No savings to show";
  const [most, least] = [percent(first.rate, 1), percent(last.rate, 1)];
  if (known.length === 1) return `${first.name} save ${most} of income`;
  const error = Math.hypot(first.error, last.error);
  const freedom = first.count + last.count - 2;
  const chance = error > 0 ? studentTails((first.rate - last.rate) / error, freedom) : 1;
  if (!isBeyondChance(inAnyOf(pairsOf(known.length), chance)))
    return `The savings of segments differ only ${withinChance}: ${least} to ${most}`;
  return `${first.name} save most (${most} of income), ${withinSentence(last.name)} least (${least})`;
}
