import {choiceMarks} from "./choiceMarks.js";
import {color} from "./palette.js";
import {setAll, svgBuilder} from "./svg.js";
import {fitted, textWidth} from "./textWidth.js";

export interface BarItem {
  readonly key: string;
  readonly label: string;
  readonly color?: string;
}

export interface Bar {
  readonly value: number;
  /** What stands at its end. */
  readonly text: string;
  /** Where a short line marks what it is compared with, in the unit of the value. */
  readonly level?: number;
}

export interface BarListOptions {
  readonly items: readonly BarItem[];
  /** What choosing a bar does, with its key, or `undefined` where it is let go; without it, bars are not for choosing. */
  readonly choose?: (key: string | undefined) => void;
  readonly document?: Document;
}

export interface BarList {
  readonly element: SVGSVGElement;
  /** Draws the bars, one for each item, in a width in pixels; what is not chosen, where something is, is paler. */
  draw(bars: readonly Bar[], width: number, chosen?: string): void;
}

const pitch = 26;
const size = 13;

/** Horizontal bars from a common zero that are drawn once and then change their length: a bar chart to choose from. */
export function barList({items, choose, document = globalThis.document}: BarListOptions): BarList {
  const svg = svgBuilder(document);
  const element = svg("svg", {class: "bar-list", height: items.length * pitch + 2});
  const rows = items.map((item, at) => {
    const parts = {
      ground: svg("rect", {class: "choice-ground", y: 1, height: pitch - 2, fill: "transparent"}),
      label: svg("text", {x: 0, y: pitch / 2, dy: "0.35em", fill: color("ink")}),
      bar: svg("rect", {y: 5, height: pitch - 10, fill: item.color ?? color("accent")}),
      level: svg("line", {y1: 3, y2: pitch - 3, stroke: color("ink"), "stroke-width": 1.5}),
      text: svg("text", {y: pitch / 2, dy: "0.35em", fill: color("ink")}),
    };
    const group = svg("g", {transform: `translate(0,${at * pitch + 1})`}, ...Object.values(parts));
    element.append(group);
    return {item, group, ...parts};
  });
  const marks =
    choose && choiceMarks(new Map(rows.map(({item, group}) => [item.key, group])), choose);
  return {
    element,
    draw(bars, width, chosen) {
      const nameRoom = Math.min(
        width * 0.47,
        12 + Math.max(...items.map(({label}) => textWidth(label, size))),
      );
      const textRoom = 10 + Math.max(...bars.map(({text}) => textWidth(text, size)));
      const most = Math.max(...bars.flatMap(({value, level = 0}) => [value, level])) || 1;
      const length = (value: number) => (Math.max(0, value) / most) * (width - nameRoom - textRoom);
      setAll(element, {width, viewBox: `0 0 ${width} ${items.length * pitch + 2}`});
      for (const [at, {item, group, ground, label, bar, level, text}] of rows.entries()) {
        const {value, text: words, level: mark} = bars[at]!;
        label.textContent = fitted(item.label, nameRoom - 8, size);
        text.textContent = words;
        setAll(ground, {width});
        setAll(bar, {x: nameRoom, width: length(value).toFixed(1)});
        const x = (nameRoom + length(mark ?? 0)).toFixed(1);
        setAll(level, {x1: x, x2: x, visibility: mark === undefined ? "hidden" : undefined});
        setAll(text, {x: (nameRoom + Math.max(length(value), length(mark ?? 0)) + 6).toFixed(1)});
        setAll(group, {
          "aria-label": marks && `${item.label}: ${words}`,
          opacity: chosen === undefined || chosen === item.key ? undefined : 0.45,
        });
      }
      marks?.show(chosen);
    },
  };
}
