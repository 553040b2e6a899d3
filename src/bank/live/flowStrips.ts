import {builder} from "../../components/dom.js";
import type {LiveDesk} from "../../components/live/desk.js";
import {Head} from "../../components/live/head.js";
import {setAll, svgBuilder} from "../../components/svg.js";
import {channelNames} from "../../lib/bank/channelNames.js";
import {channels} from "../../lib/bank/schema.js";
import {money} from "../../lib/format.js";
import {type FlowRing, type FlowWidth, flowLength, flowWidthFor} from "../../lib/live/flow.js";
import {lowerFirst} from "../../lib/words.js";
import {livePart, onWidth} from "./part.js";

const height = 44;
/** How many buckets the value beside a strip is the mean of. */
const meanLength = 10;

/**
 * Money a second by channel, as the pens of a seismograph write it: the newest at the right. Each strip has a scale of its
 * own, whose end is written on it.
 */
export function liveFlow(desk: LiveDesk, {document = globalThis.document} = {}): HTMLElement {
  const {html} = builder(document);
  const svg = svgBuilder(document);
  const strips = channels.map((channel, code) => {
    const bars = svg("path", {class: "strip-bars"});
    const ground = svg("rect", {class: "strip-ground", y: 0, height});
    const moved = svg("g", {}, ground, bars);
    const picture = svg("svg", {class: "strip", height, "aria-hidden": "true"}, moved);
    const [value, most] = [
      html("span", {class: "strip-value"}, "–"),
      html("span", {class: "strip-most"}),
    ];
    const name = html("span", {class: "strip-name"}, channelNames[channel]);
    const paper = html("div", {class: "strip-paper"}, picture, most);
    const element = html("li", {"data-channel": channel}, name, paper, value);
    return {code, ground, bars, moved, picture, paper, value, most, element};
  });
  const [from, until] = [html("span", {}, " "), html("span", {}, "now")];
  const axis = html("div", {class: "strip-axis", "aria-hidden": "true"}, from, until);
  const {element, say} = livePart(
    {
      name: "flow",
      subtitle:
        "Money moved in a second of the bank’s time, by channel, EUR; each strip has a scale of its own",
    },
    html("div", {}, html("ul", {class: "strips"}, ...strips.map((strip) => strip.element)), axis),
    {document},
  );
  const head = new Head();
  let width = 0;
  let drawn: {bucket: number; width: number; size: number; rows: number} | undefined;
  onWidth(strips[0]!.paper, (size) => {
    width = size;
    desk.drawing.ask();
  });

  let bucket: FlowWidth = flowWidthFor(paceOf(desk));
  const ring = () => {
    bucket = flowWidthFor(paceOf(desk), bucket);
    return desk.book.flow.get(bucket)!;
  };
  const drawBars = (flow: FlowRing) => {
    const step = width / (flowLength - 1);
    const size = Math.max(1, step - 1).toFixed(1);
    const begin = width - (flow.head - (desk.book.flowSince ?? 0) / flow.width) * step;
    const x = Math.max(begin, -2 * step);
    for (const {code, ground, bars, picture, most} of strips) {
      setAll(ground, {x: x.toFixed(1), width: Math.max(0, 3 * width - x).toFixed(1)});
      let top = 0;
      for (let back = 0; back < flowLength; back++)
        top = Math.max(top, flow.cents(flow.head - back, code));
      const scale = niceAbove(top / flow.width);
      let path = "";
      for (let back = 0; back < flowLength; back++) {
        const cents = flow.cents(flow.head - back, code);
        if (cents === 0) continue;
        const y = height - Math.max(1, ((height - 4) * cents) / flow.width / scale);
        path += `M${(width - back * step).toFixed(1)},${height}V${y.toFixed(1)}h${size}V${height}Z`;
      }
      bars.setAttribute("d", path);
      setAll(picture, {width, viewBox: `0 0 ${width} ${height}`});
      most.textContent = top > 0 ? `${rateText(scale)}/s` : "";
    }
  };
  desk.drawing.add((now) => {
    const isMoving = head.step(desk.book.at, now, desk.drawing.isStill);
    if (head.at === undefined || width === 0) return false;
    const flow = ring();
    const state = {bucket: flow.head, width, size: flow.width, rows: desk.book.batch};
    if (
      !drawn ||
      Object.keys(state).some((key) => state[key as "rows"] !== drawn![key as "rows"])
    ) {
      drawBars(flow);
      drawn = state;
    }
    const ahead = head.at / flow.width - flow.head;
    const shift = `translate(${(-ahead * (width / (flowLength - 1))).toFixed(2)},0)`;
    for (const {moved} of strips) moved.setAttribute("transform", shift);
    return isMoving;
  });
  desk.drawing.add(
    () => {
      const flow = ring();
      const rates = strips.map(({code}) => {
        let cents = 0;
        for (let back = 1; back <= meanLength; back++) cents += flow.cents(flow.head - back, code);
        return cents / (meanLength * flow.width);
      });
      for (const [at, {value, element: strip}] of strips.entries()) {
        value.textContent = rateText(rates[at]!);
        strip.classList.toggle("is-quiet", rates[at] === 0);
      }
      from.textContent = `${spanText(flow.width * flowLength)} earlier`;
      const all = rates.reduce((sum, rate) => sum + rate, 0);
      const [most = 0] = [...rates.keys()].sort((a, b) => rates[b]! - rates[a]!);
      const name = lowerFirst(channelNames[channels[most]!]).replace("sEPA", "SEPA");
      say(
        all > 0
          ? `${money(all / 100)} a second, most of it by ${name}`
          : "Nothing has moved in the last moments",
      );
      return false;
    },
    {every: 500},
  );
  return element;
}

/** Seconds of the bank's time a second: as the replay is told, as the stream was measured, or as it usually is. */
function paceOf({source, pace}: LiveDesk): number {
  return "speed" in source ? (source.speed as number) : (pace.speed ?? 3600);
}

const rateText = (cents: number) => (cents > 0 ? money(cents / 100) : "€0");

/** The least of 1, 2, 5, 10, 20, … that is not below a value. */
export function niceAbove(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 5].find((step) => step * power >= value) ?? 10);
}

/** `2 minutes`, `2 hours`, `5 days` */
export function spanText(seconds: number): string {
  const [size, unit] =
    seconds < 3600 ? [60, "minute"] : seconds < 172_800 ? [3600, "hour"] : [86_400, "day"];
  const amount = Math.round(seconds / size);
  return `${amount} ${unit}${amount === 1 ? "" : "s"}`;
}
