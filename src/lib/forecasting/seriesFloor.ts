import {mean, median} from "d3-array";
import {type Component, mixtureShare, scaled} from "./seriesMixture.js";

/**
 * How a forecast keeps above 0 where the series always did. A line that falls towards 0 says that it will be below, which
 * the series' own past denies: it may go on falling by ever smaller steps, or stop where it is. Both are kept, so that
 * nothing is declared dead because it falls.
 */
export interface SeriesFloor {
  /** 0 for a series that was never below it, else −Infinity. */
  readonly least: number;
  /** The components, and beside those that lead too low one that stays where the series is, for a month so far ahead. */
  caught(components: readonly Component[], ahead: number): readonly Component[];
  /** A quantile, lifted so far that it never falls below 0. */
  raised(quantile: number): number;
}

const none: SeriesFloor = {
  least: -Infinity,
  caught: (components) => components,
  raised: (quantile) => quantile,
};

/** How much of what leads too low is believed to stop. */
const stopping = 0.5;
/** Below that many mean steps under 0 it is not the noise of months that are 0. */
const beyondNoise = 0.5;

export function seriesFloor(values: readonly number[]): SeriesFloor {
  if (values.some((value) => value < 0)) return none;
  const steps = values.slice(1).map((value, t) => value - values[t]!);
  const usual = mean(steps, Math.abs) ?? 0;
  const size = Math.sqrt(mean(steps, (step) => step ** 2) ?? 0);
  const last = values.at(-1)!;
  // From here on down values shrink by shares; where 0 itself was seen, it is a value like others.
  const bend = values.some((value) => value === 0)
    ? 0
    : Math.min(Math.max(last, usual), median(values)! / 4);
  return {
    least: 0,
    caught(components, ahead) {
      const low = mixtureShare(components, bend === 0 ? -beyondNoise * usual : bend);
      const share = stopping * low;
      const stays = {
        weight: share,
        isOfLogarithm: false,
        centre: Math.max(last, bend),
        scale: (size * Math.sqrt(ahead)) / 2,
        freedom: 4,
        factor: 1,
        shift: 0,
      };
      return share < 1e-6 ? components : [...scaled(components, 1 - share), stays];
    },
    raised: (quantile) =>
      quantile >= bend ? quantile : bend === 0 ? 0 : bend * Math.exp((quantile - bend) / bend),
  };
}
