/** A channel of a mark in pixels of the chart, past its scale: of what has a place of its own beside the values. */
export function pixels<Row>(value: (row: Row) => number): {
  value: (row: Row) => number;
  scale: null;
} {
  return {value, scale: null};
}
