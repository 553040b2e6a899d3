import {builder} from "../../components/dom.js";
import {megabytes} from "../../lib/site/wholeFile.js";

/** A published bank of at most so many bytes is read without a question: some thousands of customers. */
const readAtOnce = 60_000_000;

export interface Control<Value> extends HTMLElement {
  readonly value: Value;
}

/**
 * The control of a question that reads single transactions, and with them most of the published bank of so many `bytes`. Where that is
 * much, its value is there only when the reader has pressed “Ask”, and what depends on it waits; `data-unasked` marks it till then.
 */
export function askFirst<Value>(
  control: Control<Value>,
  bytes: number,
  {document = globalThis.document} = {},
): Control<Value | undefined> {
  if (bytes <= readAtOnce) return control;
  const {html} = builder(document);
  const window = document.defaultView ?? globalThis.window;
  const button = html("button", {type: "button"}, "Ask");
  const words = html(
    "p",
    {},
    button,
    ` This question reads single transactions: up to ${megabytes(bytes)} of the published bank.`,
  );
  const root = Object.assign(html("div", {"data-unasked": ""}, control, words), {
    value: undefined as Value | undefined,
  });
  const take = (event: Event) => {
    if (event.target === root) return;
    if ("unasked" in root.dataset) event.stopImmediatePropagation();
    else root.value = control.value;
  };
  root.addEventListener("input", take); // the first to listen
  button.addEventListener("click", () => {
    delete root.dataset.unasked;
    words.remove();
    root.value = control.value;
    root.dispatchEvent(new window.Event("input", {bubbles: true}));
  });
  return root;
}
