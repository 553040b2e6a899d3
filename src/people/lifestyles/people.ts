/** People as dots between frugal and experiential. */
import {median, quantile} from "d3-array";
import type {Published} from "../../lib/lifestyles/published.js";

export interface PersonDot {
  readonly user_id: string;
  /** The segment's name; empty where people were not divided. */
  readonly segment: string;
  readonly experience_share: number;
  readonly discretionary_to_income: number;
}

type Data = Pick<Published, "people" | "segments">;

/** Everybody who can be judged and has an income, which one side of the map is measured by. */
export function dotsOf({people, segments}: Data): PersonDot[] {
  return people.user_id.flatMap((user_id, at) => {
    const discretionary_to_income = people.discretionary_to_income[at] ?? null;
    if (discretionary_to_income === null) return [];
    return {
      user_id,
      segment: segments[people.segment[at] ?? -1]?.name ?? "",
      experience_share: people.experience_share[at]!,
      discretionary_to_income,
    };
  });
}

export interface Middle {
  readonly segment: string;
  readonly experience_share: number;
  readonly discretionary_to_income: number;
}

/** Where the median person of each segment is, in the order of the names. */
export function middles(dots: readonly PersonDot[], names: readonly string[]): Middle[] {
  return names.flatMap((segment) => {
    const own = dots.filter((dot) => dot.segment === segment);
    const experience_share = median(own, (dot) => dot.experience_share);
    const discretionary_to_income = median(own, (dot) => dot.discretionary_to_income);
    if (experience_share === undefined || discretionary_to_income === undefined) return [];
    return {segment, experience_share, discretionary_to_income};
  });
}

/**
 * Where the map ends upwards: a few people spend many times an income that mostly arrives elsewhere, and would press all
 * others together. The 99.5th percentile, up to the next full tenth; who is above stands on the edge.
 */
export function mapTop(dots: readonly PersonDot[]): number {
  const high = quantile(dots, 0.995, (dot) => dot.discretionary_to_income) ?? 0;
  return Math.max(0.1, Math.ceil(high * 10 - 1e-9) / 10);
}
