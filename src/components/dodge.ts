/**
 * Moves positions apart until neighbours keep `gap`, inside `[low, high]`, each as near to where it was as its
 * block allows: overlapping labels join to a block that sits at the mean of what its members want (pool adjacent
 * violators, so the sum of squared moves is least). Order in is order out. What cannot fit keeps equal gaps.
 */
export function dodge(
  wanted: readonly number[],
  gap: number,
  [low, high]: [number, number],
): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a]! - wanted[b]!);
  const room = Math.max(0, high - low);
  const pitch = wanted.length > 1 ? Math.min(gap, room / (wanted.length - 1)) : gap;
  // With the pitch taken off, "at least a pitch apart" becomes "not decreasing".
  const blocks: {sum: number; size: number}[] = [];
  order.forEach((index, rank) => {
    blocks.push({sum: wanted[index]! - rank * pitch, size: 1});
    for (let last = blocks.at(-1)!, previous = blocks.at(-2); previous; previous = blocks.at(-2)) {
      if (previous.sum / previous.size <= last.sum / last.size) break;
      previous.sum += last.sum;
      previous.size += last.size;
      blocks.pop();
      last = previous;
    }
  });
  const ceiling = high - (wanted.length - 1) * pitch;
  const placed = blocks.flatMap(({sum, size}) =>
    Array<number>(size).fill(Math.max(low, Math.min(ceiling, sum / size))),
  );
  const result = Array<number>(wanted.length);
  order.forEach((index, rank) => {
    result[index] = placed[rank]! + rank * pitch;
  });
  return result;
}
