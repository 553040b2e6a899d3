import {type MeasureName, measures} from "../lib/measures/measures.js";
import {builder} from "./dom.js";

/** The page that defines all measures, from the place that this module is served from. */
const methodPage = new URL("../../guide/method", import.meta.url).href;

/** The name of a measure, linked to its definition, with the words as a tooltip. */
export function measureLink(
  name: MeasureName,
  {
    label = measures[name].label,
    document = globalThis.document,
  }: {label?: string; document?: Document} = {},
): HTMLAnchorElement {
  const {html} = builder(document);
  return html(
    "a",
    {class: "measure", href: `${methodPage}#${name}`, title: measures[name].words},
    label,
  );
}
