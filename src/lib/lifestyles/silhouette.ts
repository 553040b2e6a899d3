import {type Points, squaredDistance} from "./partition.js";

/** More points than these are thinned out evenly: the width needs every distance between two points. */
const mostPoints = 2000;

/**
 * Gives the mean silhouette width of divisions of these points (Rousseeuw 1987, Journal of Computational and Applied
 * Mathematics 20): 1 for tight parts far apart, 0 for points between parts, below 0 for points nearer to another part.
 * A point alone in its part has width 0. Distances are worked out once, for all divisions that are asked about.
 */
export function silhouettes(points: Points): (labels: readonly number[]) => number {
  const step = Math.max(1, points.length / mostPoints);
  const chosen = Array.from({length: Math.floor(points.length / step)}, (_, at) =>
    Math.floor(at * step),
  );
  const size = chosen.length;
  const distances = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) {
      const distance = Math.sqrt(squaredDistance(points[chosen[a]!]!, points[chosen[b]!]!));
      distances[a * size + b] = distance;
      distances[b * size + a] = distance;
    }
  }
  return (labels) => {
    const own = chosen.map((at) => labels[at]!);
    const sizes = Array<number>(Math.max(-1, ...own) + 1).fill(0);
    for (const label of own) sizes[label]! += 1;
    const widths = own.map((label, a) => {
      const sums = Array<number>(sizes.length).fill(0);
      for (let b = 0; b < size; b++) sums[own[b]!]! += distances[a * size + b]!;
      return width(sums, sizes, label);
    });
    return size > 0 ? widths.reduce((sum, width) => sum + width, 0) / size : 0;
  };
}

/** The width of one point, from its summed distances to the points of each part. */
function width(sums: readonly number[], sizes: readonly number[], label: number): number {
  if (sizes[label]! < 2) return 0;
  const inside = sums[label]! / (sizes[label]! - 1);
  const outside = Math.min(
    ...sums.map((sum, at) => (at === label || sizes[at] === 0 ? Infinity : sum / sizes[at]!)),
  );
  const most = Math.max(inside, outside);
  return most > 0 && Number.isFinite(outside) ? (outside - inside) / most : 0;
}
