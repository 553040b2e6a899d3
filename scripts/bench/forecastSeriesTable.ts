import {mean} from "d3-array";
import type {ForecastClass} from "./forecastClasses.js";
import {type ClassAccuracy, monthsKnown} from "./forecastSeries.js";
import {aligned} from "./forecastTable.js";

/** From so many months on p10 to p90 must hold eight of ten outcomes, give or take; fewer may hold less. */
const enoughMonths = 18;
const fewestMonths = 12;
const fewestCovered = 0.72;
const mostCovered = 0.88;
const fewestCoveredOfFew = 0.65;

/** Where many months are exactly 0, so is p10, and below it is nothing: nine of ten are then held by right. */
const mostCoveredFrom0 = 0.97;

/** What p50 may err, over the plain average's errors, where nothing but noise is, and with a clear season. */
const mostOfAverage: {readonly [name in ForecastClass]?: {from: number; most: number}} = {
  "flat noise": {from: 0, most: 1.03},
  "noise around 0": {from: 0, most: 1.03},
  "season, strong": {from: 18, most: 0.5},
};

/** What a class misses of its targets with so many months, in words; none where it meets them all. */
export function seriesMisses({name, months, coverage, ofAverage}: ClassAccuracy): string[] {
  const least =
    months >= enoughMonths ? fewestCovered : months >= fewestMonths ? fewestCoveredOfFew : 0;
  const most = months < enoughMonths ? 1 : name === "with zeros" ? mostCoveredFrom0 : mostCovered;
  const limit = mostOfAverage[name];
  return [
    ...(coverage < least ? [`band too narrow at ${months}`] : []),
    ...(coverage > most ? [`band too wide at ${months}`] : []),
    ...(limit && months >= limit.from && ofAverage > limit.most
      ? [`p50 errs too much at ${months}`]
      : []),
  ];
}

/**
 * A row a class: by months known, the share of outcomes within p10 to p90, in percent, and the error of p50
 * over the plain average's; the same over the last value's and the year-ago value's errors, as means over
 * the lengths; and what is missed of the targets. Last, a row that counts.
 */
export function seriesTable(accuracies: readonly ClassAccuracy[]): string[] {
  const names = [...new Set(accuracies.map(({name}) => name))];
  const byMonths = monthsKnown.map(String);
  const head = ["class", ...byMonths, "|", ...byMonths, "|", "last", "year ago", ""];
  const over = (some: readonly ClassAccuracy[], key: "ofLastValue" | "ofYearAgo") =>
    (
      mean(
        some.filter((one) => !Number.isNaN(one[key])),
        (one) => one[key],
      ) ?? 0
    ).toFixed(2);
  const rows = names.map((name) => {
    const own = accuracies.filter((one) => one.name === name);
    const misses = own.flatMap(seriesMisses);
    return [
      name,
      ...own.map(({coverage}) => (100 * coverage).toFixed(0)),
      "|",
      ...own.map(({ofAverage}) => ofAverage.toFixed(2)),
      "|",
      over(own, "ofLastValue"),
      over(own, "ofYearAgo"),
      misses.length === 0 ? "ok" : `MISSED: ${misses.join(", ")}`,
    ];
  });
  const missed = names.filter((name) =>
    accuracies.some((one) => one.name === name && seriesMisses(one).length > 0),
  ).length;
  return [
    "months known: 80 % band holds | error over the average's | over others",
    ...aligned([head, ...rows]),
    missed === 0
      ? `all ${names.length} classes meet their targets`
      : `${missed} of ${names.length} classes MISS a target`,
  ];
}

/** Whether a class misses a target. */
export function isSeriesMissed(accuracies: readonly ClassAccuracy[]): boolean {
  return accuracies.some((one) => seriesMisses(one).length > 0);
}
