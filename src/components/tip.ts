/** The box of the tooltip: one for a page, beside a place, and always inside the window. */
import {builder} from "./dom.js";
import type {Stop} from "./stop.js";

interface Place {
  /** In pixels of the window. */
  readonly x: number;
  readonly y: number;
  /** How far from the place it begins: beside it, or below where the marks are rows. */
  readonly gap: number;
  readonly side: "beside" | "below";
}

const boxes = new WeakMap<Document, HTMLElement>();

/** Space in pixels that stays between the box and the edge of the window. */
const edge = 8;

/** Shows a stop in the box. Hidden from screen readers, which are told by the figure's description and table. */
export function showTip(document: Document, {title, lines}: Stop, place: Place): void {
  const {html} = builder(document);
  const box = boxes.get(document) ?? html("div", {class: "chart-tip", "aria-hidden": "true"});
  boxes.set(document, box);
  const rows = lines.flatMap(({name, value, color}) => [
    html("i", {style: color ? `background:${color}` : undefined}),
    html("span", {}, name),
    html("span", {}, value),
  ]);
  box.classList.toggle(
    "has-swatches",
    lines.some(({color}) => color !== undefined),
  );
  box.replaceChildren(html("b", {}, title), html("div", {}, ...rows));
  (document.fullscreenElement ?? document.body).append(box);
  const {left, top} = placed(box.getBoundingClientRect(), place, document.documentElement);
  box.style.translate = `${left}px ${top}px`;
}

export function hideTip(document: Document): void {
  boxes.get(document)?.remove();
}

/**
 * To the right of the place or to the left, below it or above: where there is room, and inside the window in any case.
 */
export function placed(
  {width, height}: {width: number; height: number},
  {x, y, gap, side}: Place,
  {clientWidth, clientHeight}: {clientWidth: number; clientHeight: number},
): {left: number; top: number} {
  const isRight = x + gap + width + edge <= clientWidth;
  const isLeft = x - gap - width - edge >= 0;
  const isBeside = side === "beside" && (isRight || isLeft);
  const beside = isRight ? x + gap : x - gap - width;
  const isBelow = y + gap + height + edge <= clientHeight;
  const below = isBelow ? y + gap : y - gap - height;
  return {
    left: within(isBeside ? beside : x - width / 2, clientWidth - width),
    top: within(isBeside ? y - height / 2 : below, clientHeight - height),
  };
}

const within = (value: number, room: number) =>
  Math.round(Math.max(edge, Math.min(room - edge, value)));
