import {builder} from "../../components/dom.js";
import {megabytes} from "../../lib/site/wholeFile.js";

/** Of the published bank, for each of its legs (docs/scale.md). */
const bytesOfLeg = 22;
/** So many bytes are read without being asked for: the legs of some thousands of customers. */
const readAtOnce = 60_000_000;

export interface Control<Value> extends HTMLElement {
  readonly value: Value;
}

/**
 * The control of a question that reads single transactions, and with them most of the published bank, which has `leg_count` legs.
 * Where that is much, its value is there only when the reader has pressed “Ask”, and what depends on it waits;
 * `data-unasked` marks it till then.
 */
export function askFirst<Value>(
  control: Control<Value>,
  {leg_count}: {leg_count: number} = {leg_count: 0},
  {document = globalThis.document} = {},
): Control<Value | undefined> {
  const bytes = leg_count * bytesOfLeg;
  if (bytes <= readAtOnce) return control;
  const {html} = builder(document);
  const window = document.defaultView ?? globalThis.window;
  const button = html("button", {type: "button"}, "Ask");
  const words = html(
    "p",
    {},
    button,
    ` This question reads single transactions: some ${megabytes(bytes)} of the published bank.`,
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
