/**
 * What a chart does under the pointer: finds the nearest spot, lifts what belongs to it by fading the rest (classes,
 * which the style sheet knows), and shows the tip. All layers of one drawing, its facets, share one watch.
 */
import {color} from "./palette.js";
import {hideTip, showTip} from "./tip.js";
import type {Stop} from "./tooltip.js";

/** A stop with its place in pixels of its layer. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  /** Half the width of its band, 0 where there are none. */
  readonly halfWidth: number;
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

interface Found {
  readonly layer: Layer;
  readonly spot: Spot;
  readonly distance: number;
}

const layersOf = new WeakMap<SVGSVGElement, Layer[]>();

/** How far from a dot the pointer may be, in pixels. */
const reach = 40;

/** The drawing that is under the pointer, and how it is left. */
const current = new WeakMap<Document, {svg: SVGSVGElement; leave: () => void}>();
const watched = new WeakSet<Document>();

/** Adds a layer of spots to a drawing, and begins to watch it with the first. */
export function hovering(svg: SVGSVGElement, layer: Layer): void {
  const layers = layersOf.get(svg);
  if (layers) {
    layers.push(layer);
    return;
  }
  const all = [layer];
  const document = svg.ownerDocument;
  layersOf.set(svg, all);
  watchAround(document);
  let shown: Spot | undefined;
  const leave = () => {
    shown = undefined;
    clear(svg);
    hideTip(document);
  };
  const follow = (event: PointerEvent) => {
    const found = nearest(all, event);
    if (!found) return leave();
    const isNew = found.spot !== shown;
    shown = found.spot;
    current.set(document, {svg, leave});
    lift(svg, found, local(found.layer, event)?.y ?? Number.NaN, isNew);
    showTip(document, found.spot.stop, placeOf(found, event));
  };
  svg.addEventListener("pointermove", (event) => event.pointerType !== "touch" && follow(event));
  svg.addEventListener("pointerleave", (event) => event.pointerType !== "touch" && leave());
  let isFirstTap = false;
  svg.addEventListener("pointerup", (event) => {
    if (event.pointerType !== "touch") return;
    const before = shown;
    follow(event);
    isFirstTap = shown !== undefined && shown !== before;
    if (!isFirstTap) leave();
  });
  // the first tap on a mark that is a link shows what it is; the second follows it
  svg.addEventListener(
    "click",
    (event) => {
      if (isFirstTap && (event.target as Element).closest("a")) event.preventDefault();
      isFirstTap = false;
    },
    {capture: true},
  );
}

/** Leaves a drawing when the page is scrolled or pressed elsewhere. */
function watchAround(document: Document): void {
  const window = document.defaultView;
  if (!window || watched.has(document)) return;
  watched.add(document);
  const leave = () => current.get(document)?.leave();
  window.addEventListener("scroll", leave, {passive: true, capture: true});
  window.addEventListener("pointerdown", ({target}) => {
    if (!current.get(document)?.svg.contains(target as Node)) leave();
  });
}

/** The pointer in the coordinates of a layer; undefined where it is not on the page. */
function local({group}: Layer, {clientX, clientY}: PointerEvent) {
  const matrix = group.getScreenCTM?.();
  if (!matrix) return undefined;
  return {x: (clientX - matrix.e) / matrix.a, y: (clientY - matrix.f) / matrix.d};
}

function nearest(layers: readonly Layer[], event: PointerEvent): Found | undefined {
  let best: Found | undefined;
  for (const layer of layers) {
    const at = local(layer, event);
    if (!at) continue;
    const {left, right, top, bottom} = layer.frame;
    const outside = Math.max(top - at.y, at.y - bottom, 0) + Math.max(left - at.x, at.x - right, 0);
    for (const spot of layer.spots) {
      const [dx, dy] = [spot.x - at.x, spot.y - at.y];
      const near = {x: Math.abs(dx), y: Math.abs(dy), xy: Math.hypot(dx, dy)}[layer.by];
      const distance = near + 1000 * (layer.by === "y" ? 0 : outside);
      if (layer.by === "xy" && spot.halfWidth === 0 && near > reach) continue;
      if (!best || distance < best.distance) best = {layer, spot, distance};
    }
  }
  return best;
}

/** Where the tip belongs, in pixels of the window: beside the mark, at the height of the pointer. */
function placeOf({layer, spot}: Found, {clientX, clientY}: PointerEvent) {
  const matrix = layer.group.getScreenCTM()!;
  const isBeside = layer.by !== "y";
  const x = isBeside ? matrix.e + spot.x * matrix.a : clientX;
  const y = layer.by === "x" ? clientY : matrix.f + spot.y * matrix.d;
  return {x, y, gap: 12 + (isBeside ? spot.halfWidth * matrix.a : 0)};
}

function lift(svg: SVGSVGElement, {layer, spot}: Found, y: number, isNew: boolean): void {
  if (isNew) {
    clear(svg);
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

function clear(svg: SVGSVGElement): void {
  svg.classList.remove("is-hovered", "is-on-line");
  for (const mark of svg.querySelectorAll(".is-lit, .is-line-lit"))
    mark.classList.remove("is-lit", "is-line-lit");
  for (const layer of layersOf.get(svg) ?? []) layer.group.replaceChildren();
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
