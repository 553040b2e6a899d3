import type {Stream} from "../stream.js";
import {adjustedRand, bestJaccards} from "./agreement.js";
import {type Points, partition} from "./partition.js";
import {mean} from "./repeatability.js";

export interface Stability {
  /** For each part how well it is found again: the mean over resamples of the best Jaccard coefficient. */
  readonly jaccards: readonly number[];
  /** The mean adjusted Rand index between the division and those of the resamples. */
  readonly agreement: number;
}

/**
 * Whether a division is one of these people or of this sample: half of them are drawn without putting back, clustered
 * anew, and each part is looked for among the new ones (Hennig 2007, Computational Statistics & Data Analysis 52).
 */
export function stability(
  points: Points,
  labels: readonly number[],
  count: number,
  draw: Stream,
  {resamples = 20}: {readonly resamples?: number} = {},
): Stability {
  const rounds = Array.from({length: resamples}, (_, round) => {
    const half = drawn(points.length, Math.floor(points.length / 2), draw);
    const own = half.map((at) => labels[at]!);
    const again = partition(
      half.map((at) => points[at]!),
      count,
      {starts: 2, seed: 100 + round},
    );
    const found = again?.labels ?? own.map(() => 0);
    return {jaccards: bestJaccards(own, found, count), agreement: adjustedRand(own, found)};
  });
  return {
    jaccards: labels.length === 0 ? [] : perPart(rounds, count),
    agreement: mean(rounds.map(({agreement}) => agreement)),
  };
}

function perPart(rounds: readonly {jaccards: readonly number[]}[], count: number): number[] {
  return Array.from({length: count}, (_, part) =>
    mean(rounds.map((round) => round.jaccards[part]!)),
  );
}

/** So many of the first `size` whole numbers, in order; each set is as likely as any other. */
function drawn(size: number, wanted: number, draw: Stream): number[] {
  const chosen: number[] = [];
  for (let at = 0; at < size; at++)
    if (draw() * (size - at) < wanted - chosen.length) chosen.push(at);
  return chosen;
}
