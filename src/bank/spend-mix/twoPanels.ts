import {builder} from "../../components/dom.js";

interface Panel {
  readonly title: string;
  readonly element: Element;
  readonly draw: (width: number) => void;
}

const gap = 40;

/** Two pictures beside each other, the left one `share` of the width, or below each other where there is no room. */
export function twoPanels(
  [left, right]: readonly [Panel, Panel],
  {share = 0.6, document = globalThis.document}: {share?: number; document?: Document} = {},
) {
  const {html} = builder(document);
  const panels = [left, right].map(({title, element}) =>
    html("div", {}, html("p", {class: "panel-title"}, title), element),
  );
  const element = html("div", {class: "two-panels"}, ...panels);
  return {
    element,
    draw(width: number) {
      const isWide = width >= 720;
      const wide = Math.round((width - gap) * share);
      element.style.gridTemplateColumns = isWide ? `${wide}px 1fr` : "1fr";
      left.draw(isWide ? wide : width);
      right.draw(isWide ? width - gap - wide : width);
    },
  };
}
