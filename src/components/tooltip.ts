/**
 * The tooltip of a chart: it repeats name, value and unit of what is nearest to the pointer. The same stops can be
 * walked with the arrow keys once the chart has the focus, and are then read out.
 */
import {type Frame, px} from "./chart.js";

export interface TipLine {
  name: string;
  value: string;
  color?: string | undefined;
}

export interface Stop {
  /** Where it is on the chart, in pixels. */
  x: number;
  y: number;
  title: string;
  lines: readonly TipLine[];
}

interface TooltipOptions {
  /** Whether only the horizontal distance counts (time) or both. */
  by?: "x" | "xy";
  /** Called with the stop that is shown, or nothing: to move a cursor line. */
  onMove?: (stop: Stop | undefined) => void;
}

/** Adds a tooltip over these stops to a chart, and returns the chart's element. */
export function withTooltip(
  {root, html, canvas}: Frame,
  stops: readonly Stop[],
  {by = "x", onMove}: TooltipOptions = {},
): HTMLElement {
  if (stops.length === 0) return root;
  const tip = html("div", {class: "tip", role: "status", hidden: true});
  root.append(tip);
  let current = -1;

  const show = (index: number) => {
    const stop = stops[index];
    if (index === current && !tip.hidden) return;
    current = stop ? index : -1;
    tip.hidden = !stop;
    onMove?.(stop);
    if (!stop) return;
    tip.replaceChildren(
      html("p", {class: "tip-title"}, stop.title),
      ...stop.lines.map(({name, value, color}) =>
        html(
          "p",
          {class: "tip-line"},
          html("span", {
            class: "swatch",
            style: color ? `background:${color}` : "visibility:hidden",
          }),
          html("span", {class: "tip-name"}, name),
          html("span", {class: "tip-value"}, value),
        ),
      ),
    );
    place(tip, root, stop);
  };

  root.addEventListener("pointermove", (event) => {
    const box = canvas.getBoundingClientRect();
    show(nearest(stops, event.clientX - box.left, event.clientY - box.top, by));
  });
  root.addEventListener("pointerleave", () => show(-1));
  root.addEventListener("blur", () => show(-1));
  root.addEventListener("keydown", (event) => {
    const next = {
      ArrowRight: current + 1,
      ArrowLeft: current < 0 ? stops.length - 1 : current - 1,
      Home: 0,
      End: stops.length - 1,
    }[event.key];
    if (event.key === "Escape") show(-1);
    if (next === undefined) return;
    event.preventDefault();
    show(Math.max(0, Math.min(stops.length - 1, next)));
  });
  return root;
}

/** Beside the stop, on the side where there is room, and never beyond the chart. */
function place(tip: HTMLElement, root: HTMLElement, {x, y}: Stop): void {
  const right = x + 14;
  const left = right + tip.offsetWidth > root.clientWidth ? x - 14 - tip.offsetWidth : right;
  tip.style.left = `${px(Math.max(0, Math.min(left, root.clientWidth - tip.offsetWidth)))}px`;
  tip.style.top = `${px(Math.max(0, y - tip.offsetHeight / 2))}px`;
}

/** The index of the stop nearest to a point. */
export function nearest(stops: readonly Stop[], x: number, y: number, by: "x" | "xy"): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  stops.forEach((stop, index) => {
    const distance = by === "x" ? Math.abs(stop.x - x) : Math.hypot(stop.x - x, stop.y - y);
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}
