/** What is known of all lifestyles: the dataset `lifestyle-segments` has it, with a part of the people. */
import {rounded} from "../format.js";
import type {Trial} from "./choice.js";
import type {HabitRow} from "./habits.js";
import type {Lifestyles, Segment} from "./segments.js";

/** What is known of some people's money; null where nobody of them has an income. */
export interface Money {
  /** Of the median person, a month. */
  readonly income_eur: number | null;
  readonly savings_rate: number | null;
  /** The standard error of the savings rate, over people. */
  readonly savings_error: number | null;
  readonly discretionary_to_income: number | null;
  readonly median_age: number | null;
}

export interface PublishedSegment extends Segment, Money {}

/** Lists with one entry a person. */
export interface PublishedPeople {
  readonly user_id: readonly string[];
  readonly experience_share: readonly number[];
  readonly discretionary_to_income: readonly (number | null)[];
  /** Empty, like the two below, where there are no segments. */
  readonly segment: readonly number[];
  readonly next: readonly number[];
  readonly depth: readonly number[];
}

export interface Window {
  readonly window_from: string | null;
  readonly window_to: string | null;
  readonly month_count: number;
  /** Main customers, with and without purchases enough. */
  readonly person_count: number;
}

export interface Published extends Window {
  /** Main customers with purchases enough to be judged. */
  readonly judged_count: number;
  /** Everybody's mean share of purchases, by kind in the order of `habits`. */
  readonly shares: readonly number[];
  readonly trials: readonly Trial[];
  /** How many segments were chosen; null where there are none. */
  readonly segment_count: number | null;
  readonly dealt_silhouette: number | null;
  readonly segments: readonly PublishedSegment[];
  readonly everybody: Money;
  readonly people: PublishedPeople;
}

const unknown: Money = {
  income_eur: null,
  savings_rate: null,
  savings_error: null,
  discretionary_to_income: null,
  median_age: null,
};

const short = (value: number) => rounded(value, 4);

/** The dataset; `money` by the number of the segment, and that of everybody under `undefined`. */
export function published(
  rows: readonly HabitRow[],
  {features, trials, chosen, segments, places, dealt_silhouette}: Lifestyles,
  window: Window,
  money: ReadonlyMap<number | undefined, Money>,
): Published {
  return {
    ...window,
    judged_count: rows.length,
    shares: features.means.map(short),
    trials: trials.map((trial) => ({
      segment_count: trial.segment_count,
      silhouette: short(trial.silhouette),
      weakest_jaccard: short(trial.weakest_jaccard),
      agreement: short(trial.agreement),
    })),
    segment_count: chosen?.segment_count ?? null,
    dealt_silhouette: dealt_silhouette === undefined ? null : short(dealt_silhouette),
    segments: segments.map((segment, at) => ({
      ...segment,
      jaccard: short(segment.jaccard),
      shares: segment.shares.map(short),
      scores: segment.scores.map(short),
      ...(money.get(at) ?? unknown),
    })),
    everybody: money.get(undefined) ?? unknown,
    people: {
      user_id: rows.map((row) => row.user_id),
      experience_share: rows.map((row) => rounded(row.experience_share, 3)),
      discretionary_to_income: rows.map((row) =>
        row.discretionary_to_income === null ? null : rounded(row.discretionary_to_income, 3),
      ),
      segment: places.map(({segment}) => segment),
      next: places.map(({next}) => next),
      depth: places.map(({depth}) => rounded(depth, 2)),
    },
  };
}
