/** Which months the files of some accounts hold as a whole: a part of one says nothing of what a month costs. */
import {firstDayOf, lastDayOf, type Month, monthOf, parseDay} from "../../lib/day.js";
import type {Span} from "./balanceChecks.js";
import {gapsIn} from "./fileGaps.js";

/** So many days may be missing at either end of a month, and in a gap: nothing need be booked on them. */
const slackDays = 4;
/** A card may not be used for so many days; where its file begins or ends later, it may lack half of the month. */
const mostIdleDays = 15;

/**
 * The months that all accounts together hold from end to end, without a gap in one of them or between them, and with none
 * that lacks half of it.
 */
export function wholeMonths(spans: readonly Span[]): Month[] {
  if (spans.length === 0) return [];
  const gaps = gapsIn(spans).map(({from, to}) => [parseDay(from) + 1, parseDay(to) - 1] as const);
  const accounts = [...new Set(spans.map(({account}) => account))].map((account) =>
    reachOf(spans.filter((span) => span.account === account)),
  );
  const [first, last] = reachOf(spans);
  return Array.from({length: monthOf(last) - monthOf(first) + 1}, (_, at) => monthOf(first) + at)
    .map((month) => ({month, start: firstDayOf(month), end: lastDayOf(month)}))
    .filter(
      ({start, end}) =>
        first <= start + slackDays &&
        last >= end - slackDays &&
        gaps.every(([from, to]) => Math.min(to, end) - Math.max(from, start) < slackDays) &&
        accounts.every(
          ([opens, ends]) =>
            ends < start ||
            opens > end ||
            (opens <= start + mostIdleDays && ends >= end - mostIdleDays),
        ),
    )
    .map(({month}) => month);
}

/** The first and the last day. */
function reachOf(spans: readonly Span[]): [first: number, last: number] {
  const days = spans.flatMap(({first, last}) => [parseDay(first), parseDay(last)]);
  return [Math.min(...days), Math.max(...days)];
}
