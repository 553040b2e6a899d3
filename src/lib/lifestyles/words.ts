/** What the lifestyles page says: its opening, the titles of its figures, and its method in numbers. */
import {percent} from "../format.js";
import {inWords, list, plural, sentence} from "../words.js";
import {leastPeople, type Trial} from "./choice.js";
import {type Firmness, firmness, indexText, stableFrom} from "./firmness.js";
import {leastPurchases} from "./habits.js";
import {withinSentence} from "./names.js";
import {middles, type PersonDot} from "./people.js";
import {segmentsInWords} from "./profile.js";
import type {Published, PublishedSegment} from "./published.js";

/** The answer in a few sentences. */
export function openingText(data: Published): string {
  const judged = data.people.user_id.length;
  if (judged === 0)
    return `Nobody makes ${leastPurchases} purchases from here in ${plural(data.month_count, "complete month")}, and from fewer a lifestyle cannot be told.`;
  const who = `${plural(judged, "person buys", "people buy")} enough from here to be judged`;
  const [first, last] = [data.segments.at(0), data.segments.at(-1)];
  if (!first || !last)
    return judged < leastPeople
      ? `${sentence(who)}: too few to be divided into lifestyles, which takes ${leastPeople}.`
      : `${sentence(who)}, but what they buy varies too little to divide them.`;
  const share = (segment: PublishedSegment) => percent(segment.person_count / judged, 0);
  return [
    `By what they buy and how often, ${plural(judged, "person falls", "people fall")} into ${segmentsInWords(data.segments.length)}: from the ${withinSentence(first.name)}, ${share(first)} of them, to the ${withinSentence(last.name)}, ${share(last)}.`,
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
  return "But there are no gaps between them: they are leanings in one crowd, and many people stand near a border.";
}

/** Who was left out, and why. */
export function leftOutText({people, person_count, month_count}: Published): string {
  const rest = person_count - people.user_id.length;
  if (people.user_id.length === 0) return "";
  if (rest <= 0) return "Nobody is left out.";
  return `${plural(rest, "person is", "people are")} left out, because ${rest === 1 ? "that person makes" : "they make"} fewer than ${leastPurchases} purchases in ${plural(month_count, "month")} from here.`;
}

/** Who is on the experiential side of the map, and who is frugal. */
export function mapFinding(dots: readonly PersonDot[], names: readonly string[]): string {
  if (dots.length === 0) return "Nobody to show";
  const found = middles(dots, names);
  if (found.length < 2)
    return `${plural(dots.length, "person", "people")} between frugal and experiential`;
  const byShare = [...found].sort((a, b) => b.experience_share - a.experience_share);
  const bySpending = [...found].sort(
    (a, b) => a.discretionary_to_income - b.discretionary_to_income,
  );
  const [most, least] = [byShare[0]!, byShare.at(-1)!];
  const [frugal, free] = [bySpending[0]!, bySpending.at(-1)!];
  const experiential =
    most.experience_share - least.experience_share < 0.01
      ? "All segments buy experiences about as often"
      : `${most.segment} are the most experiential, ${withinSentence(least.segment)} the least`;
  const frugality =
    free.discretionary_to_income - frugal.discretionary_to_income < 0.03
      ? "none is more frugal than the others"
      : `${withinSentence(frugal.segment)} are the most frugal`;
  return frugal.segment === least.segment &&
    experiential.endsWith("the least") &&
    frugality.endsWith("the most frugal")
    ? `${most.segment} are the most experiential; ${withinSentence(least.segment)} the least, and also the most frugal`
    : `${experiential}; ${frugality}`;
}

/** Whether savers have a lifestyle. */
export function savingFinding(segments: readonly PublishedSegment[]): string {
  const known = segments
    .flatMap(({name, savings_rate}) => (savings_rate === null ? [] : {name, savings_rate}))
    .sort((a, b) => b.savings_rate - a.savings_rate);
  const [first, last] = [known.at(0), known.at(-1)];
  if (!first || !last) return "No savings to show";
  if (known.length === 1) return `${first.name} save ${percent(first.savings_rate, 1)} of income`;
  if (first.savings_rate - last.savings_rate < 0.005) return "All segments save about alike";
  return `${first.name} save most, ${percent(first.savings_rate, 1)} of income; ${withinSentence(last.name)} least, ${percent(last.savings_rate, 1)}`;
}

/** Why there are so many segments. */
export function trialsFinding({trials, segment_count}: Published): string {
  const chosen = trials.find((trial) => trial.segment_count === segment_count);
  if (!chosen) return "No segments to show";
  if (chosen.weakest_jaccard < stableFrom)
    return `No number of segments is stable; ${inWords(chosen.segment_count)} come nearest`;
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
}

/** Which habits are habits. */
export function repeatFinding(rows: readonly RepeatRow[]): string {
  const order = [...rows].sort((a, b) => b.purchases_repeat - a.purchases_repeat);
  const [first, last] = [order.at(0), order.at(-1)];
  if (!first || !last) return "Nothing to show";
  const better = rows.filter((row) => row.purchases_repeat > row.euros_repeat).length;
  const habits =
    first === last
      ? `The only habit: ${first.kind.toLowerCase()}`
      : `The firmest habit: ${first.kind.toLowerCase()}; the loosest: ${last.kind.toLowerCase()}`;
  return `${habits}; ${better} of ${plural(rows.length, "share")} ${better === 1 ? "repeats" : "repeat"} better counted than in euros`;
}
