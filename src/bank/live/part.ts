import {builder, type Child} from "../../components/dom.js";

/** A part of the live page in the anatomy of a figure: what it says is written anew as it moves. */
export function livePart(
  {name, subtitle, note}: {name: string; subtitle: string; note?: string},
  picture: Child,
  {document = globalThis.document} = {},
) {
  const {html} = builder(document);
  const finding = html("h3", {class: "finding"}, "…");
  const element = html(
    "section",
    {class: `figure live-part live-${name}`, "data-part": name},
    html("header", {}, finding, html("p", {class: "subtitle"}, subtitle)),
    html("div", {class: "picture"}, picture),
    note !== undefined && html("p", {class: "note-line"}, note),
  );
  return {
    element,
    /** Writes the finding, where it is another. */
    say(text: string): void {
      if (finding.textContent !== text) finding.textContent = text;
    },
  };
}

/** Calls back with the width of an element, in pixels, at first and whenever it changes. */
export function onWidth(element: Element, tell: (width: number) => void): void {
  const {ResizeObserver} = element.ownerDocument.defaultView ?? globalThis;
  if (!ResizeObserver) {
    tell(640);
    return;
  }
  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (width > 0) tell(width);
  }).observe(element);
}
