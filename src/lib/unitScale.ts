import {digits, finite, missing, rounded, signed, units, type Value} from "./digits.js";

/** Writes a value. `scale` gives the writer of many values that stand together, all in one unit. */
export interface Format {
  (value: Value): string;
  readonly scale?: (values: readonly Value[]) => Format;
}

/**
 * Writes numbers that stand together in one unit: that of the largest, or the one below if a small one would else be
 * written as 0. With one decimal below a hundred of the unit, with none where all are whole in it.
 */
export function unitScale(values: readonly Value[], currency: "" | "€"): Format {
  const sizes = values.flatMap((value) => Math.abs(finite(value) ?? 0) || []);
  const largest = Math.max(0, ...sizes);
  const least = Math.min(...sizes);
  const ofLargest = units.findLastIndex((_, unit) =>
    unit === 1 ? rounded(largest) >= 10_000 : largest >= 999.5 * 1000 ** (unit - 1),
  );
  const placesIn = (unit: number) => {
    const top = largest / 1000 ** unit;
    if (sizes.every((size) => isWhole(size / 1000 ** unit))) return 0;
    if (unit === 0) return top < 9.995 ? 2 : 0;
    return top < 99.95 ? 1 : 0;
  };
  const isSeen = (unit: number) => rounded(least / 1000 ** unit, placesIn(unit)) > 0;
  const unit = Math.max(0, ofLargest > 0 && !isSeen(ofLargest) ? ofLargest - 1 : ofLargest);
  const places = placesIn(unit);
  return (value) => {
    const given = finite(value);
    if (given === undefined) return missing;
    const shown = rounded(given / 1000 ** unit, places);
    const body = shown === 0 ? "0" : `${digits(Math.abs(shown), places)}${units[unit]}`;
    return signed(shown, `${currency}${body}`);
  };
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-9 * Math.max(1, value);
}
