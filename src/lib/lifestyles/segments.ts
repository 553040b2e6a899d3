/** From people's habits to segments: all that the page says of them, but for their money. */
import {stream} from "../stream.js";
import {chosenTrial, leastMembers, leastPeople, segmentCounts, type Trial} from "./choice.js";
import {type Features, featuresOf} from "./features.js";
import {type HabitRow, sharesOf} from "./habits.js";
import {segmentNames} from "./names.js";
import {type Partition, type Points, partition, squaredDistance} from "./partition.js";
import {mean} from "./repeatability.js";
import {silhouettes} from "./silhouette.js";
import {type Stability, stability} from "./stability.js";

export interface Segment {
  readonly name: string;
  readonly person_count: number;
  /** How well it is found again in resamples: the mean Jaccard coefficient. */
  readonly jaccard: number;
  /** Mean shares of purchases of its people, by kind, and their mean standard scores. */
  readonly shares: readonly number[];
  readonly scores: readonly number[];
}

/** Where a person stands among the segments. */
export interface Place {
  readonly segment: number;
  /** The segment whose center is the nearest but one. */
  readonly next: number;
  /** From 0 (halfway between both centers) to 1 (at the center of the own segment). */
  readonly depth: number;
}

export interface Lifestyles {
  readonly features: Features;
  readonly trials: readonly Trial[];
  /** The trial that was chosen; `undefined` where there are too few people or too little variety. */
  readonly chosen: Trial | undefined;
  readonly segments: readonly Segment[];
  /** One a person, in the order of the rows; empty without segments. */
  readonly places: readonly Place[];
  /** The silhouette width of as many segments of people whose shares were dealt out anew, kind by kind. */
  readonly dealt_silhouette: number | undefined;
}

/** The divisions of these people into 2 to 8 parts of at least ten that could be made; none for fewer than a hundred people. */
export function partitionsOf(points: Points): {count: number; made: Partition}[] {
  if (points.length < leastPeople) return [];
  return segmentCounts.flatMap((count) => {
    const made = partition(points, count);
    return made && smallestPart(made) >= leastMembers ? [{count, made}] : [];
  });
}

function smallestPart({labels, centers}: Partition): number {
  return Math.min(...centers.map((_, part) => labels.filter((label) => label === part).length));
}

/** Divides people by their habits. The same rows give the same segments. */
export function lifestylesOf(rows: readonly HabitRow[]): Lifestyles {
  const features = featuresOf(rows);
  const {points} = features;
  const partitions = partitionsOf(points);
  const widthOf = partitions.length > 0 ? silhouettes(points) : () => 0;
  const tried = partitions.map(({count, made}) => {
    const found = stability(points, made.labels, count, stream(count, "lifestyles/resamples"));
    const trial = {
      segment_count: count,
      silhouette: widthOf(made.labels),
      weakest_jaccard: Math.min(...found.jaccards),
      agreement: found.agreement,
    };
    return {trial, made, found};
  });
  const trials = tried.map(({trial}) => trial);
  const chosen = chosenTrial(trials);
  const best = tried.find(({trial}) => trial === chosen);
  if (!best)
    return {features, trials, chosen, segments: [], places: [], dealt_silhouette: undefined};
  return {
    features,
    trials,
    chosen,
    segments: segmentsOf(rows, features, best.made, best.found),
    places: points.map((point, at) => placeOf(point, best.made.labels[at]!, best.made.centers)),
    dealt_silhouette: dealtSilhouette(points, best.trial.segment_count),
  };
}

function segmentsOf(
  rows: readonly HabitRow[],
  {scores}: Features,
  {labels, centers}: Partition,
  {jaccards}: Stability,
): Segment[] {
  const all = rows.map(sharesOf);
  const columnMeans = (table: readonly (readonly number[])[], segment: number) => {
    const own = table.filter((_, at) => labels[at] === segment);
    return (own[0] ?? []).map((_, column) => mean(own.map((row) => row[column]!)));
  };
  const means = centers.map((_, segment) => columnMeans(scores, segment));
  const names = segmentNames(means);
  return centers.map((_, segment) => ({
    name: names[segment]!,
    person_count: labels.filter((label) => label === segment).length,
    jaccard: jaccards[segment]!,
    shares: columnMeans(all, segment),
    scores: means[segment]!,
  }));
}

function placeOf(
  point: readonly number[],
  segment: number,
  centers: readonly (readonly number[])[],
): Place {
  const distances = centers.map((center) => Math.sqrt(squaredDistance(point, center)));
  const others = distances.map((distance, at) => (at === segment ? Infinity : distance));
  const next = others.indexOf(Math.min(...others));
  const [own, other] = [distances[segment]!, distances[next]!];
  return {segment, next, depth: other > 0 ? Math.max(0, 1 - own / other) : 0};
}

/**
 * What the silhouette width would be without any lifestyles: each column is shuffled over people, which keeps every share's
 * spread and takes away that they go together.
 */
function dealtSilhouette(points: Points, count: number): number | undefined {
  const draw = stream(count, "lifestyles/dealt");
  const columns = (points[0] ?? []).map((_, column) =>
    shuffled(
      points.map((row) => row[column]!),
      draw,
    ),
  );
  const dealt = points.map((_, at) => columns.map((column) => column[at]!));
  const made = partition(dealt, count);
  return made && silhouettes(dealt)(made.labels);
}

/** Fisher and Yates. */
function shuffled(values: readonly number[], draw: () => number): number[] {
  const result = [...values];
  for (let at = result.length - 1; at > 0; at--) {
    const other = Math.floor(draw() * (at + 1));
    [result[at], result[other]] = [result[other]!, result[at]!];
  }
  return result;
}
