/**
 * What a chart does under the pointer: finds the nearest spot, lifts what belongs to it by fading the rest (classes,
 * which the style sheet knows), and shows the tip. All layers of one drawing, its facets, share one watch.
 */
import {clear, type Layer, lift, reach, type Spot} from "./lift.js";
import type {Stop} from "./stop.js";
import {hideTip, showTip} from "./tip.js";

interface Found {
  readonly layer: Layer;
  readonly spot: Spot;
  readonly distance: number;
}

const layersOf = new WeakMap<SVGSVGElement, Layer[]>();

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
    clear(svg, all);
    hideTip(document);
  };
  const follow = (event: PointerEvent) => {
    const found = nearest(all, event);
    if (!found) return leave();
    const isNew = found.spot !== shown;
    if (isNew) clear(svg, all);
    shown = found.spot;
    current.set(document, {svg, leave});
    lift(svg, found, {y: local(found.layer, event)?.y ?? Number.NaN, isNew});
    const {spot} = found;
    const show = () => showTip(document, titled(spot.stop), placeOf(found, event));
    show();
    if (isNew) void lookUp(spot.stop, () => shown === spot).then((isFound) => isFound && show());
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

/** The titles that were looked up. */
const titles = new WeakMap<Stop, string>();

const titled = (stop: Stop): Stop => ({...stop, title: titles.get(stop) ?? stop.title});

/** How long in milliseconds the pointer rests before a title is looked up: who sweeps over a crowd asks for nobody. */
const rest = 120;

/** Looks up the title of a stop that has one to look up; whether it came while the pointer was still there. */
async function lookUp(stop: Stop, isStill: () => boolean): Promise<boolean> {
  if (!stop.lookUp || titles.has(stop)) return false;
  await new Promise((done) => setTimeout(done, rest));
  if (!isStill()) return false;
  const title = await stop.lookUp().catch(() => undefined); // the tip says the rest without it
  if (title === undefined) return false;
  titles.set(stop, title);
  return isStill();
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
  const side = layer.by === "y" ? "below" : "beside";
  const x = side === "beside" ? matrix.e + spot.x * matrix.a : clientX;
  const y = layer.by === "x" ? clientY : matrix.f + spot.y * matrix.d;
  const half = side === "beside" ? spot.halfWidth * matrix.a : spot.halfHeight * matrix.d;
  return {x, y, side, gap: 10 + half} as const;
}
