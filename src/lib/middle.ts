/** Up to so many values are sorted here: a typed array's own sort takes several times as long for so few. */
const few = 32;

/** The middle value, the mean of two where there is none in the middle; 0 for none. For pages, without d3-array. */
export function middleOf(values: readonly number[]): number {
  const {length} = values;
  if (length === 0) return 0;
  const sorted = length > few ? new Float64Array(values).sort() : sortedFew(values);
  return (sorted[Math.ceil(length / 2) - 1]! + sorted[length >> 1]!) / 2;
}

const place = new Float64Array(few);

/** The values in order, in a place that the next call uses again. */
function sortedFew(values: readonly number[]): Float64Array {
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    let to = at;
    for (; to > 0 && place[to - 1]! > value; to--) place[to] = place[to - 1]!;
    place[to] = value;
  }
  return place;
}
