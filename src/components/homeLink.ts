import {builder} from "./dom.js";

/** The way from one page about a person to their home, beside the choice of the person; nothing for nobody. */
export function homeLink(
  id: string | undefined,
  name: string,
  {document = globalThis.document}: {readonly document?: Document} = {},
): HTMLElement {
  const {html} = builder(document);
  if (!id) return html("span", {});
  return html("a", {href: `./person?id=${encodeURIComponent(id)}`}, `All about ${name}`);
}
