import type {Published, PublishedSegment} from "../../src/lib/lifestyles/published.js";

/** A share of a tenth for each kind of purchase. */
export const tenth = Array<number>(10).fill(0.1);

export const segment = (name: string, more: Partial<PublishedSegment> = {}): PublishedSegment => ({
  name,
  person_count: 1,
  jaccard: 0.9,
  shares: tenth,
  scores: Array(10).fill(0),
  income_eur: 2000,
  savings_rate: 0.1,
  savings_error: 0.005,
  discretionary_to_income: 0.3,
  median_age: 40,
  ...more,
});

/** Two diners out and a grocery shopper; nobody where `segments` is empty and `count` 0. */
export function published(more: Partial<Published> = {}): Published {
  return {
    window_from: "2025-11-01",
    window_to: "2026-10-01",
    month_count: 12,
    person_count: 5,
    judged_count: 3,
    shares: tenth,
    trials: [
      {segment_count: 2, silhouette: 0.2, weakest_jaccard: 0.9, agreement: 0.9},
      {segment_count: 3, silhouette: 0.3, weakest_jaccard: 0.4, agreement: 0.5},
    ],
    segment_count: 2,
    dealt_silhouette: 0.1,
    segments: [segment("Diners out", {person_count: 2}), segment("Grocery shoppers")],
    everybody: {
      income_eur: 2000,
      savings_rate: 0.1,
      savings_error: 0.002,
      discretionary_to_income: 0.3,
      median_age: 40,
    },
    people: {
      user_id: ["ind-1", "ind-2", "ind-3"],
      experience_share: [0.4, 0.5, 0.2],
      discretionary_to_income: [0.3, null, 0.5],
      segment: [0, 0, 1],
      next: [1, 1, 0],
      depth: [0.5, 0.1, 0.2],
    },
    ...more,
  };
}

export const nobody = published({
  segments: [],
  trials: [],
  segment_count: null,
  judged_count: 0,
  people: {
    user_id: [],
    experience_share: [],
    discretionary_to_income: [],
    segment: [],
    next: [],
    depth: [],
  },
});

/** People who can be judged, and were not divided. */
export const undivided = published({
  segments: [],
  trials: [],
  segment_count: null,
  people: {...published().people, segment: [], next: [], depth: []},
});
