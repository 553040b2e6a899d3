/** What the pens write on: the bars of a channel and the hours below them, drawn anew with new rows and slid in between. */

import {clockText} from "../../components/live/words.js";
import {color} from "../../components/palette.js";
import {setAll, svgBuilder} from "../../components/svg.js";
import {secondsPerDay} from "../../lib/day.js";
import {type FlowRing, flowLength} from "../../lib/live/flow.js";

export const stripHeight = 44;
const axisHeight = 20;

export interface TapeSize {
  readonly flow: FlowRing;
  /** In pixels. */
  readonly width: number;
}

/** How many pixels a bucket takes. */
export const stepOf = ({width}: {readonly width: number}) => width / (flowLength - 1);

/** Where an instant is on a tape whose newest bucket ends at the right. */
const placeOf = (at: number, {flow, width}: TapeSize) =>
  width - (flow.head - at / flow.width) * stepOf({width});

/** The bars of a channel, and the ground from where on they are known. */
export function barTape(code: number, document: Document) {
  const svg = svgBuilder(document);
  const ground = svg("rect", {class: "strip-ground", y: 0, height: stripHeight});
  const bars = svg("path", {class: "strip-bars"});
  const element = svg(
    "svg",
    {class: "strip", height: stripHeight, "aria-hidden": "true"},
    ground,
    bars,
  );
  return {
    element,
    /** Draws the bars, and gives the end of the scale in cents a second; 0 where nothing moved. */
    draw(size: TapeSize, since: number): number {
      const {flow, width} = size;
      const step = stepOf(size);
      const x = Math.max(placeOf(since, size), -2 * step);
      setAll(ground, {x: x.toFixed(1), width: Math.max(0, width + step - x).toFixed(1)});
      const cents = Array.from({length: flowLength}, (_, back) =>
        flow.cents(flow.head - back, code),
      );
      const most = Math.max(...cents);
      const scale = niceAbove(most / flow.width);
      const wide = Math.max(1, step - 1).toFixed(1);
      const path = cents.map((value, back) => {
        const y = stripHeight - Math.max(1, ((stripHeight - 4) * value) / flow.width / scale);
        const left = (width - back * step).toFixed(1);
        return value === 0 ? "" : `M${left},${stripHeight}V${y.toFixed(1)}h${wide}V${stripHeight}Z`;
      });
      bars.setAttribute("d", path.join(""));
      setAll(element, {width});
      return most === 0 ? 0 : scale;
    },
  };
}

const tickSteps = [15, 30, 60, 300, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, secondsPerDay];

/** The hours, or where days go by the days, below the strips. */
export function timeTape(document: Document) {
  const svg = svgBuilder(document);
  const ticks = Array.from({length: 24}, () =>
    svg("text", {y: 14, "text-anchor": "middle", fill: color("ink-muted")}),
  );
  const element = svg("svg", {class: "strip", height: axisHeight, "aria-hidden": "true"}, ...ticks);
  return {
    element,
    draw(size: TapeSize): void {
      const {flow, width} = size;
      const room = (flow.width * flowLength * 72) / width;
      const step =
        tickSteps.find((seconds) => seconds >= room) ??
        Math.ceil(room / secondsPerDay) * secondsPerDay;
      const last = Math.floor((flow.head * flow.width) / step) * step;
      for (const [back, tick] of ticks.entries()) {
        const at = last - back * step;
        const x = placeOf(at, size);
        const isThere = x > 24 && x < width - 18;
        tick.textContent = isThere ? tickText(at, step) : "";
        if (isThere) tick.setAttribute("x", x.toFixed(1));
      }
      setAll(element, {width});
    },
  };
}

const weekdays = "Sun Mon Tue Wed Thu Fri Sat".split(" ");

function tickText(at: number, step: number): string {
  if (step < secondsPerDay) return clockText(at, {seconds: step < 60});
  const date = new Date(1000 * at);
  return `${weekdays[date.getUTCDay()]} ${date.getUTCDate()}`;
}

/** The least of 1, 2, 5, 10, 20, … that is not below a value. */
function niceAbove(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 5].find((step) => step * power >= value) ?? 10);
}
