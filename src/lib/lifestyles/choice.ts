import {stableFrom} from "./firmness.js";

/** What was seen when people were divided into so many segments. */
export interface Trial {
  readonly segment_count: number;
  /** The mean silhouette width. */
  readonly silhouette: number;
  /** The stability of the segment that is found again worst: its mean Jaccard coefficient. */
  readonly weakest_jaccard: number;
  /** The mean adjusted Rand index between this division and those of resamples. */
  readonly agreement: number;
}

/** Fewer segments than two are none; more than eight nobody keeps apart. */
export const segmentCounts = [2, 3, 4, 5, 6, 7, 8] as const;

/** With fewer people no division is tried. */
export const leastPeople = 100;

/** A division with a smaller part is none: a few people are no lifestyle, and what is told of a segment must not tell of them. */
export const leastMembers = 10;

/**
 * As many segments as the data carry: the largest number at which each segment is stable. That is the rule of Tibshirani and
 * Walther (2005, prediction strength) with Hennig's coefficient. Where there is no such number, the one whose weakest
 * segment is found again best. `undefined` without trials.
 */
export function chosenTrial(trials: readonly Trial[]): Trial | undefined {
  const stable = trials.filter(({weakest_jaccard}) => weakest_jaccard >= stableFrom);
  const [first, ...rest] = stable.length > 0 ? stable : trials;
  if (!first) return undefined;
  return rest.reduce(
    (best, trial) =>
      (
        stable.length > 0
          ? trial.segment_count > best.segment_count
          : trial.weakest_jaccard > best.weakest_jaccard
      )
        ? trial
        : best,
    first,
  );
}
