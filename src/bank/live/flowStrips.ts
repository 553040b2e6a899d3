import {builder} from "../../components/dom.js";
import type {LiveDesk} from "../../components/live/desk.js";
import {Head} from "../../components/live/head.js";
import {channelNames} from "../../lib/bank/channelNames.js";
import {type Channel, channels} from "../../lib/bank/schema.js";
import {money} from "../../lib/format.js";
import {type FlowRing, type FlowWidth, flowLength, flowWidthFor} from "../../lib/live/flow.js";
import {lowerFirst} from "../../lib/words.js";
import {barTape, stepOf, timeTape} from "./flowTape.js";
import {livePart, onWidth} from "./part.js";

/** How many buckets the value beside a strip is the mean of. */
const meanLength = 10;

/**
 * Money a second by channel, as the pens of a seismograph write it: the newest at the right. Each strip has a scale of its
 * own, whose end is written on it.
 */
export function liveFlow(desk: LiveDesk, {document = globalThis.document} = {}): HTMLElement {
  const {html} = builder(document);
  const strips = channels.map((channel, code) => {
    const tape = barTape(code, document);
    const value = html("span", {class: "strip-value"}, "–");
    const most = html("span", {class: "strip-most"});
    const name = html("span", {class: "strip-name"}, channelNames[channel]);
    const paper = html("div", {class: "strip-paper"}, tape.element, most);
    const element = html("li", {"data-channel": channel}, name, paper, value);
    return {tape, value, most, paper, element};
  });
  const flowNow = flowOf(desk);
  const times = timeTape(document);
  const tapes = [...strips.map(({tape}) => tape.element), times.element];
  const {element, say} = livePart(
    {
      id: "live-flow",
      subtitle:
        "Money moved in a second of the bank’s time, by channel, EUR; each strip has a scale of its own, and the value is the mean of its last moments",
      rows: () => flowRows(flowNow()),
      keys: ["begins_at", ...channels.map((channel) => `${channel}_eur` as const)],
    },
    html(
      "div",
      {},
      html("ul", {class: "strips"}, ...strips.map((strip) => strip.element)),
      html("div", {class: "strip-axis"}, times.element),
    ),
    {document},
  );
  const head = new Head();
  desk.onAnew(() => head.leave());
  let width = 0;
  let drawn = "";
  onWidth(strips[0]!.paper, (size) => {
    width = size;
    desk.drawing.ask();
  });
  const write = (flow: FlowRing) => {
    const key = [flow.head, flow.width, width, desk.book.batch].join(" ");
    if (key === drawn) return;
    drawn = key;
    for (const {tape, most} of strips) {
      const scale = tape.draw({flow, width}, desk.book.flowSince ?? 0);
      most.textContent = scale > 0 ? `${rateText(scale)}/s` : "";
    }
    times.draw({flow, width});
  };
  desk.drawing.add((now) => {
    const isMoving = head.step(desk.book.at, now, desk.drawing.isStill);
    if (head.at === undefined || width === 0) return false;
    const flow = flowNow();
    write(flow);
    const ahead = (head.at / flow.width - flow.head) * stepOf({width});
    for (const {style} of tapes) style.transform = `translateX(${(-ahead).toFixed(1)}px)`;
    return isMoving;
  });
  desk.drawing.add(
    () => {
      const rates = ratesOf(flowNow());
      for (const [code, {value, element: strip}] of strips.entries()) {
        value.textContent = rateText(rates[code]!);
        strip.classList.toggle("is-quiet", rates[code] === 0);
      }
      say(flowFinding(rates));
      return false;
    },
    {every: 500},
  );
  return element;
}

/** The flow in buckets that suit the speed: as the replay is told, as the stream was measured, or as it usually is. */
function flowOf({source, pace, book}: LiveDesk): () => FlowRing {
  let bucket: FlowWidth | undefined;
  return () => {
    const told = source.kind === "replay" ? source.replay?.speed : pace.speed;
    bucket = flowWidthFor(told ?? 3600, bucket);
    return book.flow.get(bucket)!;
  };
}

type FlowRow = {readonly begins_at: Date} & {readonly [name in `${Channel}_eur`]: number};

/** The buckets that are shown, the oldest first: when each begins, and what moved in it. */
function flowRows(flow: FlowRing): FlowRow[] {
  if (flow.head < 0) return [];
  return Array.from({length: flowLength}, (_, place) => {
    const bucket = flow.head - flowLength + 1 + place;
    const sums = channels.map((name, code) => [`${name}_eur`, flow.cents(bucket, code) / 100]);
    return {begins_at: new Date(1000 * bucket * flow.width), ...Object.fromEntries(sums)};
  });
}

/** Cents a second by channel, the mean of the last whole buckets. */
function ratesOf(flow: FlowRing): number[] {
  return channels.map((_, code) => {
    let cents = 0;
    for (let back = 1; back <= meanLength; back++) cents += flow.cents(flow.head - back, code);
    return cents / (meanLength * flow.width);
  });
}

const rateText = (cents: number) => (cents > 0 ? money(cents / 100) : "€0");

/** `€12.40 a second, most of it by card` */
export function flowFinding(rates: readonly number[]): string {
  const all = rates.reduce((sum, rate) => sum + rate, 0);
  if (all === 0) return "Nothing has moved in the last moments";
  const name = channelNames[channels[rates.indexOf(Math.max(...rates))]!];
  const within = name.startsWith("SEPA") ? name : lowerFirst(name);
  return `${money(all / 100)} a second, most of it by ${within}`;
}
