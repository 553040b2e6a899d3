/** The words and figures of stability; apart from its making, which no browser needs. */
import {missing, rounded, type Value} from "../format.js";

export type Firmness = "highly stable" | "stable" | "doubtful" | "not stable";

/** At this mean Jaccard coefficient a part counts as stable (Hennig 2007; the thresholds are those of R's fpc). */
export const stableFrom = 0.75;

/** A mean Jaccard coefficient in words. */
export function firmness(jaccard: number): Firmness {
  if (jaccard >= 0.85) return "highly stable";
  if (jaccard >= stableFrom) return "stable";
  return jaccard >= 0.6 ? "doubtful" : "not stable";
}

/** A coefficient or index with two decimals, so that 0.5 and 0.58 line up: `0.50`. */
export function indexText(value: Value): string {
  if (value === null || value === undefined) return missing;
  return rounded(Number(value), 2).toFixed(2).replace("-", "−");
}
