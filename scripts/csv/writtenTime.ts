import {type Day, parseDay} from "../../src/lib/day.js";

/** A date, and the time of day where one is written behind it. */
export interface WrittenTime {
  readonly day: Day;
  /** Seconds since midnight where it was written down; null without a time. */
  readonly second: number | null;
}

const form =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]+([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d(?:[.,]\d+)?))? ?(?:Z|UTC|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/**
 * A date as `2025-05-01`, or with a time behind it: `2025-05-01 23:59:59`, `2025-05-01T23:59Z`. The day is the
 * one that is written; a time zone moves nothing. Undefined for any other text.
 */
export function maybeWrittenTime(text: string): WrittenTime | undefined {
  const [, date, hour, minute, second = "0"] = form.exec(text) ?? [];
  if (date === undefined) return undefined;
  try {
    const day = parseDay(date);
    if (hour === undefined) return {day, second: null};
    const seconds = Number(second.replace(",", "."));
    return {day, second: Number(hour) * 3600 + Number(minute) * 60 + seconds};
  } catch {
    return undefined;
  }
}
