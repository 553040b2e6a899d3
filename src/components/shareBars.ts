import {percent} from "../lib/format.js";
import {type ShareBand, shareBandName} from "../lib/people/savingsShares.js";
import {type HistogramOptions, histogram} from "./histogram.js";

/** People by the share of their salary that they saved, a bar for each hundredth, with the median and other marks. */
export function shareBars(
  rows: readonly ShareBand[],
  {
    marks = [],
    ...options
  }: Pick<HistogramOptions<ShareBand>, "width" | "height" | "color" | "marks">,
): HTMLElement | SVGElement {
  const {median_share} = rows[0]!;
  return histogram(rows, {
    ...options,
    from: "band_from",
    binWidth: 0.01,
    y: "person_count",
    formatX: (share) => percent(share, 0),
    names: ({band_from}) => shareBandName(band_from),
    marks: [...marks, {value: median_share, text: `Median ${percent(median_share, 1)}`}],
  });
}
