/**
 * Makes elements in a given document, so that every piece can be drawn in Node as well. An attribute that is
 * `undefined`, `null` or `false` is left out, `true` is written empty; `on` holds listeners, and a child that is
 * `undefined`, `null` or `false` is skipped.
 */
export type Child = Node | string | undefined | null | false;
type Listeners = {[name: string]: (event: never) => void};
export type Attributes = {
  [name: string]: string | number | boolean | undefined | null | Listeners;
  on?: Listeners;
};

export interface Builder {
  html<K extends keyof HTMLElementTagNameMap>(
    name: K,
    attributes?: Attributes,
    ...children: Child[]
  ): HTMLElementTagNameMap[K];
}

export function builder(document: Document): Builder {
  return {
    html: (name, attributes, ...children) =>
      filled(document.createElement(name), attributes, children),
  };
}

function filled<E extends Element>(element: E, attributes: Attributes = {}, children: Child[]): E {
  const {on, ...plain} = attributes;
  for (const [name, value] of Object.entries(plain)) {
    if (value === undefined || value === null || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const [name, listener] of Object.entries(on ?? {}))
    element.addEventListener(name, listener as EventListener);
  element.append(
    ...children.filter(
      (child): child is Node | string => child !== undefined && child !== null && child !== false,
    ),
  );
  return element;
}
