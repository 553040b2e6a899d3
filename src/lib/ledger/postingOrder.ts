/** The order of posting: a stable radix sort by seconds, in two passes of 11 bits. */

const digitBits = 11;
const digitSize = 2 ** digitBits;

/** How far apart the first and the last second of one order may lie: 48 days. */
export const longestSpan = digitSize * digitSize;

/** Sorts items by a key of each (below `longestSpan`, by item); equal keys keep their order. */
export function sortedBySecond(items: Uint32Array, seconds: Uint32Array): Uint32Array {
  return sortedByDigit(sortedByDigit(items, seconds, 0), seconds, digitBits);
}

function sortedByDigit(items: Uint32Array, keys: Uint32Array, shift: number): Uint32Array {
  const starts = startsOf(items, keys, shift);
  const sorted = new Uint32Array(items.length);
  for (let place = 0; place < items.length; place++) {
    const item = items[place]!;
    sorted[starts[(keys[item]! >>> shift) & (digitSize - 1)]!++] = item;
  }
  return sorted;
}

/** Where the items with each digit begin in the sorted list. */
function startsOf(items: Uint32Array, keys: Uint32Array, shift: number): Uint32Array {
  const starts = new Uint32Array(digitSize + 1);
  for (let place = 0; place < items.length; place++) {
    starts[((keys[items[place]!]! >>> shift) & (digitSize - 1)) + 1]!++;
  }
  for (let digit = 0; digit < digitSize; digit++) starts[digit + 1]! += starts[digit]!;
  return starts;
}
