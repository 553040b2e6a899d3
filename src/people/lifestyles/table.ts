import {firmness} from "../../lib/lifestyles/firmness.js";
import type {Published} from "../../lib/lifestyles/published.js";

/** A row of the table of segments. */
export interface SegmentRow {
  readonly segment: string;
  readonly person_count: number;
  readonly person_share: number;
  readonly stability: string;
  readonly jaccard: number;
  readonly income_eur: number | null;
  readonly savings_rate: number | null;
  readonly discretionary_to_income: number | null;
  readonly median_age: number | null;
}

/** One row a segment, the largest first. */
export function segmentRows({
  segments,
  judged_count,
}: Pick<Published, "segments" | "judged_count">): SegmentRow[] {
  return segments.map((segment) => ({
    segment: segment.name,
    person_count: segment.person_count,
    person_share: segment.person_count / judged_count,
    stability: firmness(segment.jaccard),
    jaccard: segment.jaccard,
    income_eur: segment.income_eur,
    savings_rate: segment.savings_rate,
    discretionary_to_income: segment.discretionary_to_income,
    median_age: segment.median_age,
  }));
}
