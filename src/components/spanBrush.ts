import type {BarItem} from "./barList.js";
import {type Column, columnList, columnMargins} from "./columnList.js";
import {color} from "./palette.js";
import {setAll, svgBuilder} from "./svg.js";

/** The first and the last of the chosen columns, by their index. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface SpanBrushOptions {
  /** The columns, in order; `name` is the label in full. */
  readonly items: readonly (BarItem & {readonly name: string})[];
  /** What dragging over columns does, and moving an end with the arrow keys. */
  readonly choose: (span: Span) => void;
  readonly height?: number;
  readonly document?: Document;
}

export interface SpanBrush {
  readonly element: SVGSVGElement;
  draw(columns: readonly Column[], width: number, span: Span): void;
}

const top = columnMargins.top - 8;

/**
 * Columns of which a span is chosen: by dragging over them, with a click for a single one (a second click takes all again),
 * or with the arrow keys on either end. A finger that moves up or down still scrolls the page.
 */
export function spanBrush({
  items,
  choose,
  height = 220,
  document = globalThis.document,
}: SpanBrushOptions): SpanBrush {
  const {element, draw, step} = columnList({items, height, document});
  const last = items.length - 1;
  const floor = height - columnMargins.bottom;
  let span: Span = {from: 0, to: last};
  const handles = (["from", "to"] as const).map((end) => ({end, handle: handleOf(end)}));
  element.classList.add("span-brush");
  element.append(...handles.map(({handle}) => handle));
  followPointer(element, {
    columnAt: (x) => Math.min(last, Math.max(0, Math.floor(x / step()))),
    choose,
    click(at) {
      const isAlone = span.from === at && span.to === at;
      choose(isAlone ? {from: 0, to: last} : {from: at, to: at});
    },
  });

  function handleOf(end: keyof Span): SVGGElement {
    const svg = svgBuilder(document);
    const handle = svg(
      "g",
      {role: "slider", tabindex: 0, class: "brush-end", "aria-valuemin": 0, "aria-valuemax": last},
      svg("rect", {x: -12, width: 24, y: top, height: floor - top, fill: "transparent"}),
      svg("line", {y1: top, y2: floor, stroke: color("accent"), "stroke-width": 2}),
      svg("rect", {x: -4, width: 8, y: floor - 26, height: 22, rx: 3, fill: color("accent")}),
    );
    handle.setAttribute("aria-label", end === "from" ? "First month" : "Last month");
    handle.addEventListener("keydown", (event) => {
      const steps = {
        ArrowLeft: -1,
        ArrowDown: -1,
        ArrowRight: 1,
        ArrowUp: 1,
        Home: -last,
        End: last,
      };
      const by = steps[event.key as keyof typeof steps];
      if (by === undefined) return;
      event.preventDefault();
      const [least, most] = end === "from" ? [0, span.to] : [span.from, last];
      choose({...span, [end]: Math.min(most, Math.max(least, span[end] + by))});
    });
    return handle;
  }

  return {
    element,
    draw(columns, width, next) {
      span = next;
      const isIn = (_: unknown, at: number) => at >= span.from && at <= span.to;
      draw(
        columns,
        width,
        items.filter(isIn).map(({key}) => key),
      );
      for (const {end, handle} of handles) {
        const x = step() * (end === "from" ? span.from : span.to + 1);
        setAll(handle, {
          transform: `translate(${Math.min(width - 4, Math.max(4, x)).toFixed(1)},0)`,
          "aria-valuenow": span[end],
          "aria-valuetext": items[span[end]]?.name,
        });
      }
    },
  };
}

interface PointerOptions {
  readonly columnAt: (x: number) => number;
  readonly choose: (span: Span) => void;
  readonly click: (at: number) => void;
}

/** A press and what follows: a drag chooses while it goes on, a press without one is a click. */
function followPointer(element: SVGSVGElement, {columnAt, choose, click}: PointerOptions): void {
  const placeOf = ({clientX}: PointerEvent) =>
    columnAt(clientX - element.getBoundingClientRect().left);
  let start: number | undefined;
  let isDragged = false;
  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    start = placeOf(event);
    isDragged = false;
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", (event) => {
    if (start === undefined) return;
    const at = placeOf(event);
    if (at === start && !isDragged) return;
    isDragged = true;
    choose({from: Math.min(start, at), to: Math.max(start, at)});
  });
  element.addEventListener("pointerup", () => {
    if (start !== undefined && !isDragged) click(start);
    start = undefined;
  });
  element.addEventListener("pointercancel", () => {
    start = undefined;
  });
}
