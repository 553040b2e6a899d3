import {JSDOM} from "jsdom";

/** An empty page in Node, at an address, whose document a component is given. */
export function page(url = "https://bank.example/people/budgets"): {
  document: Document;
  window: Window & typeof globalThis;
} {
  const {window} = new JSDOM("<!doctype html><body></body>", {url, pretendToBeVisual: true});
  return {
    document: window.document,
    window: window as unknown as Window & typeof globalThis,
  };
}

/** Puts an element on its page and returns it. */
export function onPage<E extends Element>(element: E): E {
  element.ownerDocument.body.append(element);
  return element;
}

/** The texts of all elements that match, trimmed. */
export function texts(root: ParentNode, selector: string): string[] {
  return [...root.querySelectorAll(selector)].map((element) => (element.textContent ?? "").trim());
}

/** Presses a key on an element. */
export function press(element: Element, key: string): void {
  const {KeyboardEvent} = element.ownerDocument.defaultView!;
  element.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));
}
