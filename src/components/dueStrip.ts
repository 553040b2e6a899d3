/** Where the payments of a timeline are drawn: sticks from one axis, receipts up and payments down, the largest named. */
import * as Plot from "@observablehq/plot";
import {type DayOfDues, type DuePayment, daysOfDues} from "../lib/balances/timeline.js";
import {money} from "../lib/format.js";
import {color} from "./palette.js";
import {pixels} from "./pixels.js";
import {textWidth} from "./textWidth.js";

/** A stick from the axis to the amount of a day, in pixels. */
export interface Stick extends DayOfDues {
  readonly x: number;
  readonly y: number;
}

/** A stick's name, centred at a point in pixels. */
export interface StickName {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface Strip {
  /** The axis that sticks begin on, in pixels from the top of the chart. */
  readonly axis: number;
  readonly sticks: readonly Stick[];
  readonly names: readonly StickName[];
}

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly height: number;
  readonly x: (day: Date) => number;
  /** How many names at most. */
  readonly most: number;
  /** Where the line of today is, which names leave alone if they can. */
  readonly today: number;
}

const fontSize = 12;
const nameRoom = 18;

/** Lays out the payments in a frame: one scale of euros for both directions. */
export function dueStrip(dues: readonly DuePayment[], frame: Frame): Strip {
  const days = daysOfDues(dues);
  const up = Math.max(0, ...days.map(({amount_eur}) => amount_eur));
  const down = Math.max(0, ...days.map(({amount_eur}) => -amount_eur));
  const room = frame.height - nameRoom * (Number(up > 0) + Number(down > 0)) - 8;
  const perEuro = up + down > 0 ? room / (up + down) : 0;
  const axis = frame.top + (up > 0 ? nameRoom + 4 : 4) + up * perEuro;
  const sticks = days.map((day) => ({
    ...day,
    x: frame.x(day.day),
    y: axis - day.amount_eur * perEuro,
  }));
  return {axis, sticks, names: namesOf(sticks, {...frame, axis})};
}

interface Box {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

/** What is less than this share of the largest of its direction is not named. */
const leastShare = 0.1;

/** Names of the largest, as many as there is room for beside the other names and sticks. */
function namesOf(sticks: readonly Stick[], frame: Frame & {axis: number}): StickName[] {
  // at the left of the axis is said which way is which
  const taken: Box[] = [
    {x1: frame.left, x2: frame.left + 64, y1: frame.axis - 20, y2: frame.axis + 21},
  ];
  const names: StickName[] = [];
  const size = ({amount_eur}: Stick) => Math.abs(amount_eur);
  for (const stick of sticks.toSorted((a, b) => size(b) - size(a))) {
    if (names.length === frame.most) break;
    const alike = sticks.filter(({amount_eur}) => amount_eur < 0 === stick.amount_eur < 0);
    if (size(stick) < leastShare * Math.max(...alike.map(size))) continue;
    const others = sticks.filter((other) => other !== stick);
    const places = textsOf(stick).flatMap((text) => placesOf(stick, text, frame));
    const isFree = (box: Box) => taken.every((other) => !overlap(box, other));
    const isAside = ({x1, x2}: Box) => x2 < frame.today || x1 > frame.today;
    const isOffEnds = (box: Box) => isFree(box) && others.every((d) => !overlap(box, endOf(d)));
    const free =
      places.find(
        ({box}) =>
          isFree(box) && isAside(box) && others.every((d) => !overlap(box, stemOf(d, frame.axis))),
      ) ??
      places.find(({box}) => isOffEnds(box) && isAside(box)) ??
      places.find(({box}) => isOffEnds(box));
    if (!free) continue;
    taken.push(free.box);
    names.push(free.name);
  }
  return names;
}

/** Where a name may be: below or above the end of its stick, in the middle or to a side. */
function placesOf(stick: Stick, text: string, {left, right}: Frame): {name: StickName; box: Box}[] {
  const y = stick.y + (stick.amount_eur < 0 ? 13 : -13);
  const half = textWidth(text, fontSize) / 2;
  return [0, half - 5, 5 - half].map((shift) => {
    const x = Math.min(right - half, Math.max(left + half, stick.x + shift));
    return {name: {x, y, text}, box: {x1: x - half - 2, x2: x + half + 2, y1: y - 8, y2: y + 8}};
  });
}

/** What a stick may be called, the longest first. */
function textsOf({dues, amount_eur}: Stick): string[] {
  const amount = money(Math.abs(amount_eur));
  const [first, ...more] = dues;
  if (!first) return [];
  const label = more.length > 0 ? `${first.label} + ${more.length} more` : first.label;
  return [`${label} ${amount}`, amount];
}

const endOf = ({x, y}: Stick): Box => ({x1: x - 4, x2: x + 4, y1: y - 4, y2: y + 4});

const stemOf = ({x, y}: Stick, axis: number): Box => ({
  x1: x - 4,
  x2: x + 4,
  y1: Math.min(y, axis) - 4,
  y2: Math.max(y, axis) + 4,
});

function overlap(a: Box, b: Box): boolean {
  return a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;
}

/** The sticks on their axis, the names of the largest, and at the left which way is which. */
export function stripMarks(
  {axis, sticks, names}: Strip,
  {left, right}: {left: number; right: number},
): Plot.Markish[] {
  const ways = [
    {text: "Expected", isUp: true},
    {text: "Due", isUp: false},
  ].filter(({isUp}) => sticks.some(({amount_eur}) => amount_eur > 0 === isUp));
  const look = (stick: Stick) => color(stick.amount_eur < 0 ? "loss" : "gain");
  return [
    Plot.ruleY([axis], {
      y: pixels((axis: number) => axis),
      x1: pixels(() => left),
      x2: pixels(() => right),
      stroke: color("ink-muted"),
    }),
    Plot.ruleX(sticks, {
      x: "day",
      y1: pixels(() => axis),
      y2: pixels((stick: Stick) => stick.y),
      stroke: look,
      strokeWidth: 2,
    }),
    Plot.dot(sticks, {x: "day", y: pixels((stick: Stick) => stick.y), r: 3.5, fill: look}),
    Plot.text(names, {
      x: pixels((name: StickName) => name.x),
      y: pixels((name: StickName) => name.y),
      text: "text",
      fill: color("ink"),
      stroke: color("paper"),
      strokeWidth: 4,
    }),
    Plot.text(ways, {
      x: pixels(() => left + 4),
      y: pixels(({isUp}: {isUp: boolean}) => axis + (isUp ? -12 : 13)),
      text: "text",
      textAnchor: "start",
      fill: color("ink-muted"),
    }),
  ];
}
