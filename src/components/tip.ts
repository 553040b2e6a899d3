/** The box of the tooltip: one for a page, beside a place, and always inside the window. */
import {builder} from "./dom.js";
import type {Stop} from "./tooltip.js";

interface Place {
  /** In pixels of the window. */
  readonly x: number;
  readonly y: number;
  /** How far from `x` it begins. */
  readonly gap: number;
}

const boxes = new WeakMap<Document, HTMLElement>();

/** Space in pixels that stays between the box and the edge of the window. */
const edge = 8;

/** Shows a stop in the box. Hidden from screen readers, which are told by the figure's description and table. */
export function showTip(document: Document, {title, lines}: Stop, place: Place): void {
  const {html} = builder(document);
  const box = boxes.get(document) ?? html("div", {class: "tip", "aria-hidden": "true"});
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

/** To the right of the place, or to the left where there is no room; inside the window in any case. */
export function placed(
  {width, height}: {width: number; height: number},
  {x, y, gap}: Place,
  {clientWidth, clientHeight}: {clientWidth: number; clientHeight: number},
): {left: number; top: number} {
  const isRight = x + gap + width + edge <= clientWidth;
  const isLeft = x - gap - width - edge >= 0;
  const beside = isRight ? x + gap : isLeft ? x - gap - width : x - width / 2;
  // where neither side has room it stands above the finger, or below
  const isAside = isRight || isLeft;
  const above = y - gap - height >= edge ? y - gap - height : y + gap;
  return {
    left: Math.round(Math.max(edge, Math.min(clientWidth - width - edge, beside))),
    top: Math.round(
      Math.max(edge, Math.min(clientHeight - height - edge, isAside ? y - height / 2 : above)),
    ),
  };
}
