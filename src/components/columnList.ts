import type {BarItem} from "./barList.js";
import {choiceMarks} from "./choiceMarks.js";
import {color} from "./palette.js";
import {setAll, svgBuilder} from "./svg.js";
import {textWidth} from "./textWidth.js";

export interface Column {
  readonly value: number;
  /** What it says when it is pointed at. */
  readonly text: string;
}

export interface ColumnListOptions {
  readonly items: readonly BarItem[];
  readonly choose?: (key: string | undefined) => void;
  readonly height?: number;
  readonly document?: Document;
}

export interface ColumnList {
  readonly element: SVGSVGElement;
  /** Draws the columns, one for each item; `chosen` are the keys whose columns are not paler. */
  draw(columns: readonly Column[], width: number, chosen?: readonly string[]): void;
  /** Where the columns begin and how wide each is, in pixels of the last drawing. */
  readonly step: () => number;
}

/** The room above the columns for the line that says one, and below them for their names. */
export const columnMargins = {top: 30, bottom: 24} as const;

/**
 * Columns from a common zero that are drawn once and then change their height: the line above says the one that is pointed
 * at, that has the focus, or else the highest.
 */
export function columnList({
  items,
  choose,
  height = 190,
  document = globalThis.document,
}: ColumnListOptions): ColumnList {
  const svg = svgBuilder(document);
  const told = svg("text", {
    x: 0,
    y: 12,
    fill: color("ink"),
    "font-size": 13,
    class: "column-told",
  });
  const base = height - columnMargins.bottom;
  const floor = svg("line", {y1: base, y2: base, x1: 0, stroke: color("ink-muted")});
  const element = svg("svg", {class: "column-list", height}, told);
  let texts: readonly string[] = [];
  let pointed: number | undefined;
  let highest = 0;
  let step = 0;
  const tell = () => {
    told.textContent = texts[pointed ?? highest] ?? "";
  };
  const rows = items.map((item, at) => {
    const parts = {
      ground: svg("rect", {
        class: "choice-ground",
        y: columnMargins.top - 6,
        height: height - columnMargins.top + 6,
        fill: "transparent",
      }),
      bar: svg("rect", {fill: item.color ?? color("accent")}),
      name: svg("text", {
        y: height - 7,
        fill: color("ink-muted"),
        "text-anchor": "middle",
        "font-size": 12,
      }),
    };
    const group = svg("g", {}, ...Object.values(parts));
    for (const [name, value] of [
      ["pointerenter", at],
      ["focus", at],
      ["pointerleave", undefined],
      ["blur", undefined],
    ] as const) {
      group.addEventListener(name, () => {
        pointed = value;
        tell();
      });
    }
    element.append(group);
    return {item, group, ...parts};
  });
  element.append(floor);
  const marks =
    choose && choiceMarks(new Map(rows.map(({item, group}) => [item.key, group])), choose);
  return {
    element,
    step: () => step,
    draw(columns, width, chosen) {
      const most = Math.max(...columns.map(({value}) => value)) || 1;
      step = width / items.length;
      const every = Math.ceil((6 + Math.max(...items.map(({label}) => textWidth(label)))) / step);
      const gap = Math.min(4, step * 0.16);
      setAll(element, {width, viewBox: `0 0 ${width} ${height}`});
      setAll(floor, {x2: width});
      for (const [at, {item, group, ground, bar, name}] of rows.entries()) {
        const {value, text} = columns[at]!;
        const length = (Math.max(0, value) / most) * (base - columnMargins.top);
        setAll(ground, {x: at * step, width: step});
        setAll(bar, {
          x: (at * step + gap).toFixed(1),
          width: (step - 2 * gap).toFixed(1),
          y: (base - length).toFixed(1),
          height: length.toFixed(1),
        });
        const half = textWidth(item.label) / 2; // the first and the last word stay inside
        setAll(name, {x: Math.max(half, Math.min(width - half, (at + 0.5) * step))});
        name.textContent = at % every === 0 ? item.label : "";
        const isPale = chosen !== undefined && !chosen.includes(item.key);
        setAll(bar, {opacity: isPale ? 0.4 : undefined});
        setAll(group, {"aria-label": marks && text});
      }
      texts = columns.map(({text}) => text);
      const shown = columns.map(({value}, at) =>
        chosen === undefined || chosen.includes(items[at]!.key) ? value : -1,
      );
      highest = shown.indexOf(Math.max(...shown));
      tell();
      marks?.show(chosen?.length === 1 ? chosen[0] : undefined);
    },
  };
}
