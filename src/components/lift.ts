/** What a hover does to a drawing: it marks what belongs to a spot or a line, and the style sheet fades the rest. */
import {color} from "./palette.js";
import type {Stop} from "./stop.js";

/** A stop with its place in pixels of its layer. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  /** Half the width and height of its band, 0 where there are none. */
  readonly halfWidth: number;
  readonly halfHeight: number;
  /** The heights of its lines, `NaN` where a line has none. */
  readonly heights: readonly number[];
  readonly stop: Stop;
}

export interface Layer {
  readonly group: SVGGElement;
  readonly spots: readonly Spot[];
  readonly frame: {left: number; right: number; top: number; bottom: number};
  readonly by: "x" | "y" | "xy";
  readonly hasGuide: boolean;
}

/** How far from a line or a dot the pointer may be, in pixels. */
export const reach = 40;

/** Lifts the marks of a spot, once, and the line of it that is at this height. */
export function lift(
  svg: SVGSVGElement,
  {layer, spot}: {readonly layer: Layer; readonly spot: Spot},
  {y, isNew}: {y: number; isNew: boolean},
): void {
  if (isNew) {
    for (const mark of marksOf(svg, layer).get(spot) ?? []) mark.classList.add("is-lit");
    if (svg.querySelector(".is-lit")) svg.classList.add("is-hovered");
    if (layer.hasGuide) drawGuide(layer, spot);
  }
  const line = nearestLine(spot, y);
  svg.classList.toggle("is-on-line", line !== undefined);
  for (const mark of svg.querySelectorAll(
    "[aria-label=line] > *, [aria-label=area] > *, .series-names > *",
  ))
    mark.classList.toggle("is-line-lit", line !== undefined && isPaintedIn(mark, line));
}

/** The colour of the line that the pointer is on, if it is near one of several. */
function nearestLine({stop, heights}: Spot, y: number): string | undefined {
  const lines = stop.lines.map(({color}, at) => ({
    color,
    off: Math.abs((heights[at] ?? Number.NaN) - y),
  }));
  const known = lines.filter(({color, off}) => color !== undefined && Number.isFinite(off));
  if (known.length < 2) return undefined;
  const [first] = known.sort((a, b) => a.off - b.off);
  return first!.off < reach ? first!.color : undefined;
}

function isPaintedIn(mark: Element, paint: string): boolean {
  return [mark.getAttribute("stroke"), mark.getAttribute("fill")].some((own) =>
    own?.includes(paint),
  );
}

/** Lets all marks be as they are. */
export function clear(svg: SVGSVGElement, layers: readonly Layer[]): void {
  svg.classList.remove("is-hovered", "is-on-line");
  for (const mark of svg.querySelectorAll(".is-lit, .is-line-lit"))
    mark.classList.remove("is-lit", "is-line-lit");
  for (const layer of layers) layer.group.replaceChildren();
}

const liftable = ["bar", "rect", "dot", "tick", "rule"]
  .map((kind) => `g[aria-label=${kind}] > *`)
  .join(", ");

const marksOfLayer = new WeakMap<Layer, Map<Spot, Element[]>>();

/** Which marks belong to which spot, by where they are; what spans several spots belongs to none. */
function marksOf(svg: SVGSVGElement, layer: Layer): Map<Spot, Element[]> {
  const known = marksOfLayer.get(layer);
  if (known) return known;
  const found = new Map<Spot, Element[]>();
  const matrix = layer.group.getScreenCTM()!;
  const {left, right, top, bottom} = layer.frame;
  const pitch = (layer.by === "y" ? bottom - top : right - left) / Math.max(1, layer.spots.length);
  for (const mark of svg.querySelectorAll(liftable)) {
    const box = mark.getBoundingClientRect();
    const [width, height] = [box.width / matrix.a, box.height / matrix.d];
    if (layer.by !== "xy" && (layer.by === "x" ? width : height) > 1.8 * pitch) continue;
    if (mark.localName === "line" && (layer.by !== "y" || height > 1)) continue;
    const x = (box.x + box.width / 2 - matrix.e) / matrix.a;
    const y = (box.y + box.height / 2 - matrix.f) / matrix.d;
    const distance = (spot: Spot) =>
      ({x: Math.abs(spot.x - x), y: Math.abs(spot.y - y), xy: Math.hypot(spot.x - x, spot.y - y)})[
        layer.by
      ];
    const spot = layer.spots.reduce<Spot | undefined>(
      (best, next) => (!best || distance(next) < distance(best) ? next : best),
      undefined,
    );
    if (spot) found.set(spot, [...(found.get(spot) ?? []), mark]);
  }
  marksOfLayer.set(layer, found);
  return found;
}

function drawGuide({group, frame}: Layer, {x, stop, heights}: Spot): void {
  const part = (name: string, attributes: Record<string, string | number>) => {
    const element = group.ownerDocument.createElementNS(group.namespaceURI, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    return element;
  };
  const rule = {x1: x, x2: x, y1: frame.top, y2: frame.bottom, stroke: color("ink-muted")};
  const dots = stop.lines.flatMap(({color: fill}, at) =>
    Number.isFinite(heights[at])
      ? [
          part("circle", {
            cx: x,
            cy: heights[at]!,
            r: 4,
            fill: fill ?? color("accent"),
            stroke: color("paper"),
            "stroke-width": 1.5,
          }),
        ]
      : [],
  );
  group.replaceChildren(part("line", {...rule, "stroke-dasharray": "2 3"}), ...dots);
}
