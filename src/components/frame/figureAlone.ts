/**
 * A page that shows one of its figures and nothing else, for a frame in a page of somebody else's. The page is as it always
 * is, its cells and choices too, and only the style hides the rest: a figure needs what its page has prepared for it. What
 * loads when it comes into view would never come there, so that until the figure is here all parts lie, unseen, at the top.
 */
import {pageAddress} from "../../lib/site/figureAddress.js";
import {builder} from "../dom.js";

export function figureAlone(document: Document, id: string): void {
  const {html} = builder(document);
  const window = document.defaultView!;
  const page = html("a", {href: pageAddress(window.location.href)}, document.title);
  const waiting = html("span", {class: "alone-waiting"}, `Waiting for the figure “${id}” … `);
  document.body.append(html("p", {class: "alone"}, waiting, "From ", page));
  // a link leads out of the frame
  document.head.append(html("base", {target: "_blank"}), html("style", {}, styleOf(id, window)));
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  document.documentElement.style.removeProperty("visibility");
  // and one to a place on this page to the whole of it
  document.addEventListener("click", leaveAlone, {capture: true});
}

function leaveAlone({target}: Event): void {
  const link = (target as Element).closest<HTMLAnchorElement>("a[href^='#']");
  if (link) link.href = pageAddress(link.href);
}

function styleOf(id: string, {CSS}: Window & typeof globalThis): string {
  const own = `#${CSS.escape(id)}`;
  const beside = ".alone, .alone *, .chart-tip, .chart-tip *";
  return `
    :root:has(${own}) body :not(:has(${own}), ${own}, ${own} *, ${beside}) { display: none; }
    :root:has(${own}) body:has(${own}), :root:has(${own}) body :has(${own}) {
      display: block; min-height: 0; max-width: none; margin: 0; padding: 0;
    }
    :root:has(${own}) ${own} { margin: 1rem 1rem 0; }
    :root:not(:has(${own})) body > :not(.alone) {
      position: fixed; inset: 0; overflow: hidden; visibility: hidden;
    }
    :root:not(:has(${own})) :is(#observablehq-main > *, .observablehq--block) {
      position: absolute; inset: 0 0 auto;
    }
    .alone { max-width: none; margin: 0.5rem 1rem 1rem; color: var(--ink-muted); font: 400 0.75rem / 1.5 var(--sans-serif); }
    :root:has(${own}) .alone-waiting { display: none; }
  `;
}
