import {type MeasureName, measures} from "../lib/measures/measures.js";
import {builder} from "./dom.js";
import {opensPanel} from "./popover.js";
import {siteAnchor} from "./siteLink.js";

/** The name of a measure as a button that opens its definition, with the way to more on it. */
export function measureLink(
  name: MeasureName,
  {
    label = measures[name].label,
    document = globalThis.document,
  }: {label?: string; document?: Document} = {},
): HTMLButtonElement {
  const {html} = builder(document);
  const button = html("button", {type: "button", class: "measure"}, label);
  return opensPanel(button, () =>
    html(
      "span",
      {class: "measure-panel", role: "dialog", "aria-label": measures[name].label},
      html("b", {}, measures[name].label),
      html("span", {}, measures[name].words),
      siteAnchor(`guide/method#${name}`, "More on this measure", {document}),
    ),
  );
}
