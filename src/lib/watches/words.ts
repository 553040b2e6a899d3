/** How the values and conditions of watches are written. */
import {count, money, percent, points, type Value} from "../format.js";
import {inWords} from "../words.js";
import type {Against, Condition, WatchUnit} from "./watch.js";

const formats: Record<WatchUnit, (value: Value) => string> = {
  EUR: money,
  share: (value) => percent(value, 1),
  count,
};

/** A value in its unit: `€1.2m`, `6.7%`, `4`. */
export function valueText(unit: WatchUnit, value: Value): string {
  return formats[unit](value);
}

/** `above 5.0%`, `more than 2.0 percentage points below the mean of the three months before`. */
export function conditionText(condition: Condition, unit: WatchUnit): string {
  if (condition.kind !== "change")
    return "above" in condition
      ? `above ${valueText(unit, condition.above)}`
      : `below ${valueText(unit, condition.below)}`;
  const [size, side] = "rise" in condition ? [condition.rise, "above"] : [condition.fall, "below"];
  const amount = unit === "share" ? points(size) : valueText(unit, size);
  const distance = condition.by === "share" ? percent(size) : amount;
  return `more than ${distance} ${side} ${againstText(condition.against)}`;
}

/** `the same month a year before`, `the mean of the three months before`. */
export function againstText(against: Against): string {
  if (against === "year before") return "the same month a year before";
  return against.months === 1
    ? "the month before"
    : `the mean of the ${inWords(against.months)} months before`;
}

/** `1.6 percentage points more than`, `3.2% less than`, `as much as`: a value against what it was before. */
export function comparedWith(unit: WatchUnit, value: number, before: number): string {
  const difference = value - before;
  const size =
    unit === "share"
      ? points(difference)
      : before > 0
        ? percent(Math.abs(difference) / before, 1)
        : valueText(unit, Math.abs(difference));
  if (!/[1-9]/.test(size)) return "as much as";
  return `${size} ${difference > 0 ? "more" : "less"} than`;
}
