import {kmeans} from "ml-kmeans";

export type Points = readonly (readonly number[])[];

export interface Partition {
  /** One label a person; 0 is the largest part. */
  readonly labels: readonly number[];
  readonly centers: readonly (readonly number[])[];
}

/**
 * The best of several runs of k-means (Lloyd's steps from k-means++ seeds): the one with the least sum of squared distances. The
 * same points and seed give the same parts. Parts are ordered by size, then by their centers. `undefined` where the
 * points fall into fewer than `count` parts.
 */
export function partition(
  points: Points,
  count: number,
  {starts = 6, seed = 1}: {readonly starts?: number; readonly seed?: number} = {},
): Partition | undefined {
  if (!areAtLeast(count, points)) return undefined;
  let best: {sum: number; labels: number[]; centers: number[][]} | undefined;
  for (let start = 0; start < starts; start++) {
    const {clusters, centroids} = kmeans(points as number[][], count, {
      initialization: "kmeans++",
      seed: seed * 1009 + start,
      maxIterations: 200,
    });
    const sum = points.reduce(
      (sum, point, at) => sum + squaredDistance(point, centroids[clusters[at]!]!),
      0,
    );
    if (!best || sum < best.sum) best = {sum, labels: clusters, centers: centroids};
  }
  return best && ordered(best.labels, best.centers, count);
}

/** Whether so many of the points are different ones; only as many are looked at as it takes. */
function areAtLeast(count: number, points: Points): boolean {
  const seen = new Set<string>();
  return count === 0 || points.some((point) => seen.add(point.join()).size >= count);
}

/** `undefined` where a part is empty. */
function ordered(
  labels: readonly number[],
  centers: readonly number[][],
  count: number,
): Partition | undefined {
  const sizes = Array<number>(count).fill(0);
  for (const label of labels) sizes[label]! += 1;
  if (sizes.includes(0)) return undefined;
  const order = sizes
    .map((_, label) => label)
    .sort((a, b) => sizes[b]! - sizes[a]! || compared(centers[a]!, centers[b]!));
  const rank = order.map((_, label) => order.indexOf(label));
  return {
    labels: labels.map((label) => rank[label]!),
    centers: order.map((label) => centers[label]!),
  };
}

function compared(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, at) => value !== b[at]);
  return at < 0 ? 0 : b[at]! - a[at]!;
}

export function squaredDistance(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at]! - b[at]!) ** 2;
  return sum;
}
