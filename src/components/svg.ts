/** A value of an attribute; `undefined` takes the attribute away. */
export type SvgAttributes = Readonly<Record<string, string | number | undefined>>;

export type SvgBuilder = <Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes?: SvgAttributes,
  ...children: (Node | string)[]
) => SVGElementTagNameMap[Name];

/** Makes SVG elements in a given document, for pictures that are drawn once and then moved. */
export function svgBuilder(document: Document): SvgBuilder {
  return (name, attributes = {}, ...children) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    setAll(element, attributes);
    element.append(...children);
    return element;
  };
}

export function setAll(element: Element, attributes: SvgAttributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, String(value));
  }
}
