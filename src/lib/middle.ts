/** The middle value, the mean of two where there is none in the middle; 0 for none. For pages, without d3-array. */
export function middleOf(values: readonly number[]): number {
  const sorted = new Float64Array(values).sort();
  const half = sorted.length / 2;
  return sorted.length === 0 ? 0 : (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
}
